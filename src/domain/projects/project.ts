import type { IsoDate } from '#domain/values/date.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Names } from '#domain/values/language.ts';
import type { Qualifier, WireMoney } from '#domain/values/money.ts';
import { compact } from '#domain/values/compact.ts';
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
  'contracted_fdi',
  'utilised_fdi',
] as const;
export type Measure = (typeof measures)[number];
/** The amounts after the planned one, in the order in which money becomes real. */
export const laterMeasures = [
  'contracted_amount',
  'paid_in',
  'fai_done_total',
] as const satisfies readonly Measure[];

/**
 * One amount of the register. `money` is omitted when it is missing, for the reason `missing`; a
 * missing amount is never 0.
 */
export interface Amount {
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
  readonly qualifier?: Qualifier;
  /** The text of the cell or field as written, with its unit. */
  readonly text?: string;
  readonly unit?: string;
}

export const milestoneTypes = ['start', 'completion', 'operation', 'full_capacity'] as const;
export type MilestoneType = (typeof milestoneTypes)[number];
/**
 * The first known plan date of a milestone. `known`: the day from which the register gave it;
 * omitted when that is unknown.
 */
export interface FirstPlan {
  readonly date: IsoDate;
  readonly known?: IsoDate;
}
/** Signing freezes `baseline`; re-planning changes only `plan`. */
export interface Milestone {
  readonly type: MilestoneType;
  readonly baseline?: IsoDate;
  /**
   * Replaces a missing baseline. Read from the history of the facts; re-planning by a person stores
   * it with them.
   */
  readonly first_plan?: FirstPlan;
  readonly plan?: IsoDate;
  readonly actual?: IsoDate;
}

export interface StageEvent {
  readonly stage: StageOrUnknown;
  /** The day on which the stage began. */
  readonly date: IsoDate;
  /** The stage was reached on or before `date`; the exact day is unknown. */
  readonly by?: true;
  /**
   * The day from which it counts, where that is later than `date`: an edition after `date` states
   * another stage.
   */
  readonly counts_from?: IsoDate;
  /** The word of the source, when it could not be mapped. */
  readonly word?: string;
  /** Why the project moved back; a move forward has no reason. */
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
}
export interface StatusEvent {
  readonly status: Status;
  /** Omitted when it held from the beginning. */
  readonly date?: IsoDate;
  /** It held on `date` or earlier; its first day is unknown. */
  readonly by?: true;
  /**
   * The day from which it counts, where that is later than `date`: an edition after `date` states
   * another status.
   */
  readonly counts_from?: IsoDate;
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
}

/**
 * Kinds of agreement. Only a contract binds; the others do not change the stage (domain reference
 * 1.1, 2b).
 */
export const agreementTypes = [
  'intent',
  'memorandum',
  'framework',
  'strategic',
  'contract',
] as const;
export type AgreementType = (typeof agreementTypes)[number];
/** Whether an agreement is known to be no contract. Its project is not signed. */
export const isNonBinding = (agreement: AgreementType | undefined): boolean =>
  agreement !== undefined && agreement !== 'contract';

/** A project, or a row about one, with its original name and the translations of it. */
export interface NamedProject {
  readonly code: string;
  /** The original, shown where the language has no translation. */
  readonly name: string;
  readonly names?: Names;
}

/** Copies code, name and translations, for a row about a project. */
export const pickNamed = ({ code, name, names }: NamedProject): NamedProject => ({
  code,
  name,
  ...compact({ names }),
});

/** The facts of a project at one time, without its stage history. */
export interface ProjectFacts {
  /** The name as its source gives it, by which imports find the project. */
  readonly name: string;
  readonly names?: Names;
  readonly investor?: string;
  readonly investor_names?: Names;
  readonly company?: string;
  readonly national_code?: string;
  readonly uscc?: string;
  /** ISO 3166-1 alpha-3 where known, else the word of the source. */
  readonly country?: string;
  /** JIS X 0401 as text with its leading zero, or the word of the source. */
  readonly prefecture?: string;
  /** Id of an industry of the zone, or the word of the source. */
  readonly industry?: string;
  readonly gb4754?: string;
  /** Id of a function zone, or the word of the source. */
  readonly zone?: string;
  readonly site_mode?: 'land' | 'lease' | 'office';
  readonly agreement_type?: AgreementType;
  /** The channel through which the project came to the zone. */
  readonly source_channel?: string;
  /** Code or name of the project that this one extends, as written. */
  readonly extended_project?: string;
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
  /** Columns of the source without a field, by header. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** One project with its history: the unit of storing, importing and undoing. */
export interface ProjectRecord {
  readonly code: string;
  readonly origin: Origin;
  readonly facts: ProjectFacts;
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
}

/** Stage and status of a project on a day. */
export interface Standing {
  readonly stage: StageOrUnknown;
  /** The day on which the stage began. Omitted when it is unknown. */
  readonly stage_since?: IsoDate;
  /** The stage was reached on or before this day; the exact day is unknown. */
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
/**
 * A column of an imported file: the value it gives, its letter and its header. `kept`: the value is
 * the unchanged text.
 */
export interface ImportedColumn {
  readonly name: string;
  readonly column: string;
  readonly header: string;
  readonly kept?: boolean;
}
/** The cell of a value, as B14, and its original text. */
export interface ImportedCell {
  readonly name: string;
  readonly cell: string;
  readonly header: string;
  readonly text: string;
}
export interface ProjectDetail extends Project {
  /** The project that `extended_project` names, where the register has it on the day. */
  readonly extended?: NamedProject;
  /** The projects that extend this one, by code. */
  readonly extensions?: readonly NamedProject[];
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
  /** The origin: file, sheet and row of the last import, when there was one. */
  readonly imported_from?: {
    readonly file: string;
    readonly sheet?: string;
    readonly row: number;
    readonly cells?: readonly ImportedCell[];
  };
  /** Replaces `imported_from` for readers who may not see the file. */
  readonly imported?: true;
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
