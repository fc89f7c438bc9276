import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { OpenPoint } from '#domain/targets/period-close.ts';
import type { ProjectFacts, StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Statement } from '#domain/projects/edition-statement.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AccountTables } from './account-tables.ts';
import type { EvidenceFileTable, EvidenceTable, IssueTable } from './attachment-tables.ts';
import type { ColumnType } from 'kysely';
import type { Fixed, Json, Versioned } from './column-types.ts';
import type {
  ImportColumnsTable,
  ImportPieceTable,
  ImportPlanTable,
  ImportRecipeTable,
} from './import-tables.ts';
import type { TokenTables } from './token-tables.ts';
import type {
  ShareSessionTable,
  SharedLinkDownloadTable,
  SharedLinkFiguresTable,
  SharedLinkOpeningTable,
  SharedLinkTable,
} from './link-tables.ts';

/** `revision_to` of a row that still holds: the largest safe integer. */
export const open = Number.MAX_SAFE_INTEGER;
/** First and one-past-last day of validity when nothing bounds it. */
export const firstDay = '0001-01-01';
export const lastDay = '9999-12-31';

/**
 * Each committed change; ids are consecutive in the order of commit. `as_of` is the edition's day
 * of an import.
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
   * SHA-256 over the hash before and all that this revision wrote and ended; filled before its
   * commit.
   */
  hash: ColumnType<string | null, never, string>;
}

/** One span of a project with the same stage, status, facts and lateness. */
export interface ProjectVersionTable extends Versioned {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  valid_from: Fixed<IsoDate>;
  valid_to: Fixed<IsoDate>;
  /** Which row of project_facts holds the rest. */
  facts_revision: Fixed<number>;
  facts_from: Fixed<IsoDate>;
  name: Fixed<string>;
  search_fold: Fixed<string>;
  investor: Fixed<string | null>;
  country: Fixed<string | null>;
  prefecture: Fixed<string | null>;
  industry: Fixed<string | null>;
  zone: Fixed<string | null>;
  stage: Fixed<StageOrUnknown>;
  /** Position of the stage; null for unknown, so that it sorts last. */
  stage_rank: Fixed<number | null>;
  stage_since: Fixed<IsoDate | null>;
  /** The stage was reached on this day at the latest; null where its day is known. */
  stage_by: Fixed<IsoDate | null>;
  stage_word: Fixed<string | null>;
  status: Fixed<Status>;
  status_rank: Fixed<number>;
  status_date: Fixed<IsoDate | null>;
  status_reason: Fixed<string | null>;
  status_reason_code: Fixed<ReasonCode | null>;
  last_update: Fixed<IsoDate | null>;
  data_status_rank: Fixed<number>;
  /**
   * Earliest promised day, baseline or else plan, of a milestone that has not happened yet in this
   * stretch.
   */
  overdue_baseline: Fixed<IsoDate | null>;
  /**
   * The planned date of each milestone and the first known, as
   * `projects/register/plan-date-store.ts` writes them; null where there is none.
   */
  plan_dates: string | null;
  /**
   * The last substantive event by valid_from; null where it is unknown, or where a single edition
   * can't tell.
   */
  event_since: IsoDate | null;
  /** What happened on valid_from against the stretch before; `changes` counts it. */
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
}
/** The whole facts of a project; written once, never closed: version rows point here. */
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
  /** The import that it came by, whose columns are in `import_columns`. */
  readonly revision?: number;
  /** Original texts by the letter of their column, where the stored value has another form. */
  readonly texts?: Readonly<Record<string, string>>;
}
/** A project's events as given, which its version rows were made from. */
export interface ProjectHistoryTable extends Versioned {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  events_json: Json<{
    readonly stage_events: readonly StageEvent[];
    readonly status_events: readonly StatusEvent[];
  }>;
  imported_json: Json<ImportedFrom | null> | null;
}
/**
 * A statement of an edition or a person about a project on a day. `stated`: the revision of the
 * statement; an undo copies it.
 */
export interface ProjectStatementTable extends Versioned {
  origin: Fixed<Origin>;
  code: Fixed<string>;
  stated: Fixed<number>;
  day: Fixed<IsoDate>;
  /** `register`: the row is of an edition itself, under no code. */
  kind: ColumnType<
    Statement['kind'] | 'register',
    Statement['kind'] | 'register',
    Statement['kind'] | 'register'
  >;
  /** The statement without its day, kind and revision. */
  statement_json: ColumnType<object, string, string>;
}
export interface ObservationTable extends Versioned {
  origin: Fixed<Origin>;
  indicator: Fixed<string>;
  period: Fixed<Month>;
  /** Exact decimal as text. */
  value: Fixed<string | null>;
  missing: Fixed<MissingReason | null>;
  data_status: Fixed<DataStatus>;
  source: Fixed<string | null>;
}
export interface CauseNoteTable extends Versioned {
  origin: Fixed<Origin>;
  indicator: Fixed<string>;
  period: Fixed<Month>;
  note: Fixed<string>;
  author: Fixed<string>;
  recorded_at: Fixed<string>;
}
export interface ZoneVersionTable extends Versioned {
  origin: Fixed<Origin>;
  profile_json: Json<ZoneProfile>;
}
/** `made_by` is the revision at which the month was closed, whatever undo did since. */
export interface PeriodCloseTable extends Versioned {
  origin: Fixed<Origin>;
  period: Fixed<Month>;
  closed_at: Fixed<string>;
  closed_by: Fixed<string>;
  note: Fixed<string | null>;
  points_json: Json<readonly OpenPoint[]>;
}
export interface SettingTable extends Versioned {
  name: Fixed<string>;
  value_json: Json<unknown>;
}
/** Answers of changes that bore an Idempotency-Key, for a day; no part of the register. */
export interface IdempotencyAnswerTable {
  owner: Fixed<string>;
  key_hash: Fixed<string>;
  body_hash: Fixed<string>;
  status: Fixed<number>;
  answer: Fixed<string>;
  expires_at: Fixed<string>;
}
/** `rate` units of `quote` for `per_units` units of `base`, an exact decimal as text. */
export interface ExchangeRateTable extends Versioned {
  base: Fixed<string>;
  quote: Fixed<string>;
  day: Fixed<IsoDate>;
  per_units: Fixed<number>;
  rate: Fixed<string>;
  source: Fixed<string>;
}
/** A table of which rows of the revision `undone` are to be ended by its undo, `revision`. */
export interface PendingUndoTable {
  name: Fixed<LargeTable>;
  revision: Fixed<number>;
  undone: Fixed<number>;
  /** Rows of this origin only; null for all. */
  origin: Fixed<Origin | null>;
  /** The last project, by origin and code, whose rows are ended. */
  ended_origin: string;
  ended_code: string;
}
/** A project whose rows the pending undo leaves as they are. */
export interface PendingUndoKeptTable {
  name: Fixed<LargeTable>;
  origin: Fixed<string>;
  code: Fixed<string>;
}
/** Tables with many rows for each import. */
export type LargeTable = 'project_version' | 'project_history' | 'project_statement';

export interface Tables extends AccountTables, TokenTables {
  revision: RevisionTable;
  project_version: ProjectVersionTable;
  project_facts: ProjectFactsTable;
  project_history: ProjectHistoryTable;
  project_statement: ProjectStatementTable;
  observation: ObservationTable;
  cause_note: CauseNoteTable;
  zone_version: ZoneVersionTable;
  setting: SettingTable;
  period_close: PeriodCloseTable;
  evidence_file: EvidenceFileTable;
  evidence: EvidenceTable;
  issue: IssueTable;
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
  pending_undo: PendingUndoTable;
  pending_undo_kept: PendingUndoKeptTable;
}
