import type { IsoDate } from '#domain/values/date.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Qualifier, WireMoney } from '#domain/values/money.ts';
import type { ReasonCode } from './reason.ts';
import type { StageOrUnknown, Status } from './stage.ts';

/** The money measures of a project. Planned and actual are never added. */
export const measures = [
  'total_investment',
  'contracted_amount',
  'paid_in',
  'fai_done_total',
  'output_plan',
  'output_actual',
] as const;
export type Measure = (typeof measures)[number];

/** One amount as the register gave it. `money` absent means missing for `missing`'s reason, never 0. */
export interface Amount {
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
  readonly qualifier?: Qualifier;
  /** The text of the cell or field, kept as it stood, with its unit. */
  readonly text?: string;
  readonly unit?: string;
}

export const milestoneTypes = ['start', 'completion', 'operation', 'full_capacity'] as const;
export type MilestoneType = (typeof milestoneTypes)[number];
/** The first plan date known of a milestone. `known`: the day from which the register gave it; absent where that is unknown. */
export interface FirstPlan {
  readonly date: IsoDate;
  readonly known?: IsoDate;
}
/** `baseline` is frozen at signing; re-planning moves `plan` only. */
export interface Milestone {
  readonly type: MilestoneType;
  readonly baseline?: IsoDate;
  /** Of a milestone without a baseline, in whose place it is. Read from the history of the facts; stored with them by a person's re-planning. */
  readonly first_plan?: FirstPlan;
  readonly plan?: IsoDate;
  readonly actual?: IsoDate;
}

export interface StageEvent {
  readonly stage: StageOrUnknown;
  /** The day on which the stage began. */
  readonly date: IsoDate;
  /** The stage was reached on `date` at the latest; on which day is not known. */
  readonly by?: true;
  /** The day from which it counts, where that is later than `date`: an edition after `date` said otherwise. */
  readonly counts_from?: IsoDate;
  /** The source's own word, when it could not be mapped. */
  readonly word?: string;
  /** Why the project moved back; a move forward has none. */
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
}
export interface StatusEvent {
  readonly status: Status;
  /** Absent: held from the beginning. */
  readonly date?: IsoDate;
  /** It held on `date` at the latest; since when is not known. */
  readonly by?: true;
  /** The day from which it counts, where that is later than `date`: an edition after `date` said otherwise. */
  readonly counts_from?: IsoDate;
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
}

/** The paper that talks led to. Only a contract binds; the others leave the stage where it is (domain reference 1.1, 2b). */
export const agreementTypes = [
  'intent',
  'memorandum',
  'framework',
  'strategic',
  'contract',
] as const;
export type AgreementType = (typeof agreementTypes)[number];

/** What the register says of a project at one time, without its stage history. */
export interface ProjectFacts {
  readonly name: string;
  readonly investor?: string;
  readonly company?: string;
  readonly national_code?: string;
  readonly uscc?: string;
  /** ISO 3166-1 alpha-3 where known, else the source's word. */
  readonly country?: string;
  /** JIS X 0401 as text with its leading zero, or the source's word. */
  readonly prefecture?: string;
  /** Id of an industry of the zone, or the source's word. */
  readonly industry?: string;
  readonly gb4754?: string;
  /** Id of a function zone, or the source's word. */
  readonly zone?: string;
  readonly site_mode?: 'land' | 'lease' | 'office';
  readonly agreement_type?: AgreementType;
  /** By what way the project came to the zone. */
  readonly source_channel?: string;
  readonly amounts: Readonly<Partial<Record<Measure, Amount>>>;
  readonly foreign_percent?: number;
  readonly land_mu?: number;
  readonly floor_area_m2?: number;
  readonly jobs_plan?: number;
  readonly jobs_actual?: number;
  readonly milestones: readonly Milestone[];
  readonly progress_text?: string;
  readonly next_step?: string;
  readonly issue_text?: string;
  readonly owner?: string;
  readonly unit?: string;
  readonly remark?: string;
  /** The day the record was last updated at its source. */
  readonly last_update?: IsoDate;
  readonly data_status: DataStatus;
  /** Columns of the source that no field took, by their header. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** One project with its history: what is stored, imported and undone as a whole. */
export interface ProjectRecord {
  readonly code: string;
  readonly origin: Origin;
  readonly facts: ProjectFacts;
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
}

/** Where a project stands on a day. */
export interface Standing {
  readonly stage: StageOrUnknown;
  /** The day on which the stage began; absent when it is not known. */
  readonly stage_since?: IsoDate;
  /** The stage was reached on this day at the latest, where the day itself is not known. */
  readonly stage_by?: IsoDate;
  readonly stage_word?: string;
  readonly status: Status;
  readonly status_date?: IsoDate;
  readonly status_reason?: string;
  readonly status_reason_code?: ReasonCode;
}

/** One project as of a day. */
export interface Project extends ProjectFacts, Standing {
  readonly code: string;
  readonly origin: Origin;
  /** The revision that last changed it. */
  readonly revision: number;
}
/** A column of an imported file: the value that it gives, its letter, its header. `kept`: the value is the text as it stands. */
export interface ImportedColumn {
  readonly name: string;
  readonly column: string;
  readonly header: string;
  readonly kept?: boolean;
}
/** The cell that a value came from, as B14, and the text that stood there. */
export interface ImportedCell {
  readonly name: string;
  readonly cell: string;
  readonly header: string;
  readonly text: string;
}
export interface ProjectDetail extends Project {
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
  /** Where it came from: file, sheet and row of the last import, when there was one. */
  readonly imported_from?: {
    readonly file: string;
    readonly sheet?: string;
    readonly row: number;
    readonly cells?: readonly ImportedCell[];
  };
  /** In place of `imported_from`, for readers who may not see the file: the project came from one. */
  readonly imported?: true;
}

/** Totals of one group of projects; two currencies are never added. */
export interface SummaryGroup {
  readonly key: string;
  readonly count: number;
  /** Projects of the group whose amount is missing. */
  readonly undisclosed: number;
  readonly amounts: readonly WireMoney[];
}
export const summaryKeys = [
  'stage',
  'status',
  'industry',
  'zone',
  'country',
  'prefecture',
  'investor',
] as const;
export type SummaryKey = (typeof summaryKeys)[number];
export interface Summary {
  readonly by: SummaryKey;
  readonly measure: Measure;
  readonly as_of: IsoDate;
  /** Active projects, or those of the status that was asked for. */
  readonly groups: readonly SummaryGroup[];
  /** Absent before the first known day. */
  readonly total?: SummaryGroup;
  /** The first day of which the register knows its projects; before it there are no groups. */
  readonly first_known_day?: IsoDate;
  /** Projects that may have been in the register without being counted; every count is then at least what stands there. */
  readonly undated?: number;
  /** What the total leaves out, by status: on hold, withdrawn, lost and others; empty where a status was asked for. */
  readonly left_out: readonly SummaryGroup[];
}
