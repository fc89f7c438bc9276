import type { EvidenceSubject, EvidenceType } from '#domain/projects/evidence.ts';
import type { Severity } from '#domain/projects/issue.ts';
import type { BlockedGate, DeclaredStatus } from '#domain/work/judgement.ts';
import type { DecisionSubject } from '#domain/work/decision.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { Fixed, Json, VersionColumns } from './column-types.ts';

/** The bytes of a file in base64. Each content is stored once and never updated. */
export interface EvidenceFileTable {
  sha256: Fixed<string>;
  size: Fixed<number>;
  content: Fixed<string>;
}
/** The columns of a file that was attached as proof. */
interface AttachedFileColumns extends VersionColumns {
  file_name: Fixed<string>;
  media_type: Fixed<EvidenceType>;
  size: Fixed<number>;
  sha256: Fixed<string>;
  note: Fixed<string | null>;
  added_by: Fixed<string>;
  added_at: Fixed<string>;
  withdrawn_by: Fixed<string | null>;
  withdrawn_at: Fixed<string | null>;
  withdrawn_reason: Fixed<string | null>;
}
/**
 * A file attached as proof of a stage or of a milestone. Withdrawing it writes a version with the
 * reason.
 */
export interface EvidenceTable extends AttachedFileColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  id: Fixed<string>;
  subject: Fixed<EvidenceSubject['of']>;
  subject_id: Fixed<string>;
  subject_day: Fixed<IsoDate | null>;
}
/**
 * A file attached as proof of the value of an indicator in a month, or of an item of a checklist.
 */
export interface ValueEvidenceTable extends AttachedFileColumns {
  origin: Fixed<Origin>;
  indicator: Fixed<string>;
  period: Fixed<Month>;
  id: Fixed<string>;
  target: Fixed<string | null>;
  item: Fixed<string | null>;
}
/** A decision on a project or a target. */
export interface DecisionTable extends VersionColumns {
  origin: Fixed<Origin>;
  id: Fixed<string>;
  subject: Fixed<DecisionSubject>;
  subject_id: Fixed<string>;
  decision_text: Fixed<string>;
  owner: Fixed<string | null>;
  decided_on: Fixed<IsoDate>;
  due: Fixed<IsoDate | null>;
  done_on: Fixed<IsoDate | null>;
}
/**
 * A judgement about a project: `status`, or `gate.` and the id of a gate. The topic `target` is the
 * status of a target, whose key is the code. Null ends it.
 */
export interface JudgementTable extends VersionColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  topic: Fixed<string>;
  judgement_json: Json<DeclaredStatus | Omit<BlockedGate, 'gate'> | null>;
}
export interface IssueTable extends VersionColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  id: Fixed<string>;
  issue_text: Fixed<string>;
  severity: Fixed<Severity>;
  owner: Fixed<string | null>;
  since: Fixed<IsoDate>;
  due: Fixed<IsoDate | null>;
  closed_on: Fixed<IsoDate | null>;
  outcome: Fixed<string | null>;
}
