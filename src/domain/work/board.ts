import { compact } from '#domain/values/compact.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { Currency, Qualifier, WireMoney } from '#domain/values/money.ts';
import { longestOverdue } from '#domain/projects/milestones.ts';
import { type Project, pickNamed, type NamedProject } from '#domain/projects/project.ts';
import { fieldsToComplete, type CompletionField } from './to-complete.ts';

/** One project on the board. */
export interface Card extends NamedProject {
  readonly industry?: string;
  readonly owner?: string;
  readonly money?: WireMoney;
  readonly qualifier?: Qualifier;
  /** Why it has no amount. */
  readonly missing?: MissingReason;
  readonly stage_since?: IsoDate;
  /** Days in its stage. */
  readonly days?: number;
  /** Days since the last substantive event, where the limit of the stage is exceeded. */
  readonly stalled?: number;
  /** Days past the original date of a milestone or the due day of an issue. */
  readonly late?: number;
  readonly to_complete?: readonly CompletionField[];
  /** The revision of this version, which a change names. */
  readonly version: number;
}
interface CardInput {
  readonly project: Project;
  /** The currency of the zone. */
  readonly currency: Currency;
  readonly version: number;
  readonly stalled_since?: IsoDate;
  readonly issue_due?: IsoDate;
}

/** Makes the card of a project on a day. */
export function makeCard(
  { project, currency, version, stalled_since, issue_due }: CardInput,
  as_of: IsoDate,
): Card {
  const { industry, owner, amounts, stage, stage_since } = project;
  const amount = amounts.total_investment;
  const daysSince = (day: IsoDate | undefined) =>
    day === undefined ? undefined : daysBetween(day, as_of);
  const late = Math.max(longestOverdue(project, as_of)?.days ?? 0, daysSince(issue_due) ?? 0);
  const lacks = fieldsToComplete(project, stage, currency);
  return {
    ...pickNamed(project),
    ...compact({
      industry,
      owner,
      money: amount?.money,
      qualifier: amount?.qualifier,
      missing: amount?.money === undefined ? (amount?.missing ?? 'not_reported') : undefined,
      stage_since,
      days: daysSince(stage_since),
      stalled: daysSince(stalled_since),
      late: late > 0 ? late : undefined,
      to_complete: lacks.length === 0 ? undefined : lacks,
    }),
    version,
  };
}
