import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { OpenPoint } from '#domain/targets/period-close.ts';
import type { ProjectFacts, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { Names } from '#domain/values/language.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AccountTables } from './account-tables.ts';
import type {
  EvidenceFileTable,
  EvidenceTable,
  ValueEvidenceTable,
  DecisionTable,
  JudgementTable,
  IssueTable,
} from './attachment-tables.ts';
import type { ColumnType } from 'kysely';
import type { Fixed, Json, VersionColumns } from './column-types.ts';
import type { AchievementTable, DoubtDismissalTable, DraftValueTable } from './month-tables.ts';
import type {
  ImportColumnsTable,
  ImportPieceTable,
  ImportPlanTable,
  ImportRecipeTable,
} from './import-tables.ts';
import type { RequestTables } from './request-tables.ts';
import type { ReminderTables } from './reminder-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { SavedChartTable } from './saved-chart-tables.ts';
import type { TokenTables } from './token-tables.ts';
import type {
  ShareSessionTable,
  SharedLinkDownloadTable,
  SharedLinkFiguresTable,
  SharedLinkOpeningTable,
  SharedLinkTable,
} from './link-tables.ts';

/** `revision_to` of a row that is in force: the largest safe integer. */
export const open = Number.MAX_SAFE_INTEGER;
/** The first day and the day after the last day of an unbounded validity. */
export const firstDay = '0001-01-01';
export const lastDay = '9999-12-31';

/**
 * A committed change. Ids are consecutive in the order of commit. `as_of`: the day of an imported
 * edition.
 */
export interface RevisionTable {
  id: Fixed<number>;
  recorded_at: Fixed<string>;
  author: Fixed<string>;
  kind: Fixed<string>;
  reason: Fixed<string>;
  origin: Fixed<Origin | null>;
  as_of: Fixed<IsoDate | null>;
  undoes: Fixed<number | null>;
  undone_by: ColumnType<number | null, null, number>;
  /**
   * SHA-256 over the previous hash and all rows that this revision wrote or ended. It is set before
   * the commit.
   */
  hash: ColumnType<string | null, never, string>;
}

/** A period in which a project has the same stage, status, facts and lateness. */
export interface ProjectVersionTable extends VersionColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  valid_from: Fixed<IsoDate>;
  valid_to: Fixed<IsoDate>;
  /** The row of `project_facts` with the remaining facts. */
  facts_revision: Fixed<number>;
  facts_from: Fixed<IsoDate>;
  name: Fixed<string>;
  search_fold: Fixed<string>;
  investor: Fixed<string | null>;
  country: Fixed<string | null>;
  prefecture: Fixed<string | null>;
  industry: Fixed<string | null>;
  zone: Fixed<string | null>;
  /** The owner and the responsible unit of the facts, for filters. Derived, so not hashed. */
  fact_owner: Fixed<string | null>;
  fact_unit: Fixed<string | null>;
  /** The translated names of the facts. Derived, so not hashed. */
  names_json: ColumnType<Names | null, string | null, never>;
  investor_names_json: ColumnType<Names | null, string | null, never>;
  stage: Fixed<StageOrUnknown>;
  /** Rank of the stage. Null for an unknown stage, so that it sorts last. */
  stage_rank: Fixed<number | null>;
  stage_since: Fixed<IsoDate | null>;
  /** The latest day on which the stage was reached. Null when the day itself is known. */
  stage_by: Fixed<IsoDate | null>;
  stage_word: Fixed<string | null>;
  status: Fixed<Status>;
  status_rank: Fixed<number>;
  status_date: Fixed<IsoDate | null>;
  status_reason: Fixed<string | null>;
  status_reason_code: Fixed<ReasonCode | null>;
  last_update: Fixed<IsoDate | null>;
  data_status_rank: Fixed<number>;
  /** The earliest original or planned day of a milestone that is open in this period. */
  overdue_baseline: Fixed<IsoDate | null>;
  /**
   * The planned date of each milestone and the first one known, in the form of
   * `projects/register/plan-date-store.ts`. Null when there is none.
   */
  plan_dates: string | null;
  /** The day of the last substantive event by `valid_from`, or null if it is unknown. */
  event_since: IsoDate | null;
  /** The changes on `valid_from` against the previous period; `changes` counts them. */
  changes: Fixed<number>;
  is_new: Fixed<boolean>;
  stage_from: Fixed<StageOrUnknown | null>;
  status_from: Fixed<Status | null>;
  total_investment_minor: Fixed<bigint | null>;
  total_investment_currency: Fixed<string | null>;
  contracted_amount_minor: Fixed<bigint | null>;
  contracted_amount_currency: Fixed<string | null>;
  paid_in_minor: Fixed<bigint | null>;
  paid_in_currency: Fixed<string | null>;
  fai_done_total_minor: Fixed<bigint | null>;
  fai_done_total_currency: Fixed<string | null>;
  output_plan_minor: Fixed<bigint | null>;
  output_plan_currency: Fixed<string | null>;
  output_actual_minor: Fixed<bigint | null>;
  output_actual_currency: Fixed<string | null>;
  /** Foreign capital, from the facts. Derived, so not hashed. */
  contracted_fdi_minor: Fixed<bigint | null>;
  contracted_fdi_currency: Fixed<string | null>;
  utilised_fdi_minor: Fixed<bigint | null>;
  utilised_fdi_currency: Fixed<string | null>;
}
/** All facts of a project. Written once; version rows refer to them. */
export interface ProjectFactsTable {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  revision: Fixed<number>;
  facts_from: Fixed<IsoDate>;
  facts_json: Json<ProjectFacts>;
}
export interface ImportedFrom {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  /** The import that stored the project; `import_columns` has its columns. */
  readonly revision?: number;
  /** The original texts by column letter, of values that differ from their text. */
  readonly texts?: Readonly<Record<string, string>>;
}
/** The events of a project, from which its version rows are derived. */
export interface ProjectHistoryTable extends VersionColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  events_json: Json<{
    readonly stage_events: readonly StageEvent[];
    readonly status_events: readonly StatusEvent[];
  }>;
  imported_json: Json<ImportedFrom | null> | null;
}
/** A statement about a project on a day. `stated` is its revision, which an undo copies. */
export interface ProjectStatementTable extends VersionColumns {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  stated: Fixed<number>;
  day: Fixed<IsoDate>;
  /** A row of kind `register` stands for the edition itself and has no code. */
  kind: ColumnType<
    Statement['kind'] | 'register',
    Statement['kind'] | 'register',
    Statement['kind'] | 'register'
  >;
  /** The statement without its day, kind and revision. */
  statement_json: ColumnType<object, string, string>;
}
export interface ObservationTable extends VersionColumns {
  origin: Fixed<Origin>;
  indicator: Fixed<string>;
  period: Fixed<Month>;
  /** An exact decimal as text. */
  value: Fixed<string | null>;
  missing: Fixed<MissingReason | null>;
  data_status: Fixed<DataStatus>;
  source: Fixed<string | null>;
}
export interface CauseNoteTable extends VersionColumns {
  origin: Fixed<Origin>;
  indicator: Fixed<string>;
  period: Fixed<Month>;
  /** The cause. */
  note: Fixed<string>;
  next_step: Fixed<string | null>;
  owner: Fixed<string | null>;
  due: Fixed<IsoDate | null>;
  author: Fixed<string>;
  recorded_at: Fixed<string>;
}
export interface ZoneVersionTable extends VersionColumns {
  origin: Fixed<Origin>;
  profile_json: Json<ZoneProfile>;
}
/** `made_by` is the revision that closed the month. An undo does not change it. */
export interface PeriodCloseTable extends VersionColumns {
  origin: Fixed<Origin>;
  period: Fixed<Month>;
  closed_at: Fixed<string>;
  closed_by: Fixed<string>;
  note: Fixed<string | null>;
  points_json: Json<readonly OpenPoint[]>;
}
export interface SettingTable extends VersionColumns {
  name: Fixed<string>;
  value_json: Json<unknown>;
}
/** Responses to changes with an Idempotency-Key, stored for one day. Not part of the register. */
export interface IdempotencyAnswerTable {
  owner: Fixed<string>;
  key_hash: Fixed<string>;
  body_hash: Fixed<string>;
  status: Fixed<number>;
  answer: Fixed<string>;
  expires_at: Fixed<string>;
}
/**
 * `rate` units of `quote` equal `per_units` units of `base`. `rate` is an exact decimal as text.
 */
export interface ExchangeRateTable extends VersionColumns {
  base: Fixed<string>;
  quote: Fixed<string>;
  day: Fixed<IsoDate>;
  per_units: Fixed<number>;
  rate: Fixed<string>;
  source: Fixed<string>;
}
/** A table with rows of the revision `undone` that the undo `revision` still has to end. */
export interface PendingUndoTable {
  name: Fixed<LargeTable>;
  revision: Fixed<number>;
  undone: Fixed<number>;
  /** The only origin of the rows; null for all origins. */
  origin: Fixed<Origin | null>;
  /** The last project, by origin and code, whose rows have been ended. */
  ended_origin: string;
  ended_code: string;
}
/** A project that the pending undo does not change. */
export interface PendingUndoExceptionTable {
  name: Fixed<LargeTable>;
  origin: Fixed<string>;
  code: Fixed<string>;
}
/** Tables to which an import adds many rows. */
export type LargeTable = 'project_version' | 'project_history' | 'project_statement';

export interface Tables
  extends AccountTables,
    TokenTables,
    RequestTables,
    ReminderTables,
    ReportTables {
  revision: RevisionTable;
  project_version: ProjectVersionTable;
  project_facts: ProjectFactsTable;
  project_history: ProjectHistoryTable;
  project_statement: ProjectStatementTable;
  observation: ObservationTable;
  cause_note: CauseNoteTable;
  draft_value: DraftValueTable;
  achievement: AchievementTable;
  doubt_dismissal: DoubtDismissalTable;
  zone_version: ZoneVersionTable;
  setting: SettingTable;
  period_close: PeriodCloseTable;
  evidence_file: EvidenceFileTable;
  evidence: EvidenceTable;
  value_evidence: ValueEvidenceTable;
  issue: IssueTable;
  decision: DecisionTable;
  judgement: JudgementTable;
  import_plan: ImportPlanTable;
  import_piece: ImportPieceTable;
  import_columns: ImportColumnsTable;
  import_recipe: ImportRecipeTable;
  idempotency_answer: IdempotencyAnswerTable;
  exchange_rate: ExchangeRateTable;
  shared_link: SharedLinkTable;
  share_session: ShareSessionTable;
  shared_link_opening: SharedLinkOpeningTable;
  shared_link_download: SharedLinkDownloadTable;
  shared_link_figures: SharedLinkFiguresTable;
  saved_chart: SavedChartTable;
  pending_undo: PendingUndoTable;
  pending_undo_kept: PendingUndoExceptionTable;
}
