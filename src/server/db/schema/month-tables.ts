import type { DoubtRule } from '#domain/doubts/doubt.ts';
import type { MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import type { Fixed, VersionColumns } from './column-types.ts';

/** A value of a month that no figure uses. Exactly one of `value` and `missing` is set. */
export interface DraftValueTable extends VersionColumns {
  origin: Fixed<Origin>;
  period: Fixed<Month>;
  indicator: Fixed<string>;
  value: Fixed<string | null>;
  missing: Fixed<MissingReason | null>;
  source: Fixed<string | null>;
  author: Fixed<string>;
  recorded_at: Fixed<string>;
}
/** The achievements of a month, apart from causes. */
export interface AchievementTable extends VersionColumns {
  origin: Fixed<Origin>;
  period: Fixed<Month>;
  achievement_text: Fixed<string>;
  author: Fixed<string>;
  recorded_at: Fixed<string>;
}
/**
 * A person's reason why the rows of a rule are right. It holds as long as the rows have this
 * `fingerprint`.
 */
export interface DoubtDismissalTable extends VersionColumns {
  origin: Fixed<Origin>;
  rule: Fixed<DoubtRule>;
  fingerprint: Fixed<string>;
  dismissed_by: Fixed<string>;
  dismissed_at: Fixed<string>;
  reason: Fixed<string>;
}
