import type { ProjectFacts } from '#domain/projects/project.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { Text } from '#domain/values/language.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { Indicator, Observation, Target } from '#domain/zone/indicator.ts';

/** The rules by which facts are compared, in the order in which they are listed. */
export const doubtRules = [
  'completed_above_paid_in',
  'completed_above_planned',
  'operation_before_start',
  'jobs_without_company',
  'money_unchanged',
  'exactly_on_plan',
  'shared_site',
  'near_equal_names',
  'unusual_output_per_job',
  'date_after_edition',
  'parts_above_whole',
  'signed_without_contract',
  'expansion_not_below',
] as const;
export type DoubtRule = (typeof doubtRules)[number];

/** The facts that a row of a doubt compares. */
export const doubtFactNames = [
  'completed',
  'paid_in',
  'completed_before',
  'paid_in_before',
  'start',
  'completion',
  'operation',
  'full_capacity',
  'last_update',
  'stated',
  'jobs',
  'jobs_plan',
  'output',
  'output_plan',
  'output_per_job',
  'usual_output_per_job',
  'site',
  'reported',
  'plan',
  'whole',
  'sum_of_parts',
  'planned',
  'planned_later',
] as const;
export type DoubtFactName = (typeof doubtFactNames)[number];

/** One fact of a row. It has exactly one of money, date, text, and a value with its unit. */
export interface DoubtFact {
  readonly name: DoubtFactName;
  readonly money?: WireMoney;
  readonly date?: IsoDate;
  readonly text?: string;
  readonly value?: Decimal;
  readonly unit?: string;
}
export interface DoubtSubject {
  readonly kind: 'project' | 'indicator';
  /** The code of a project, or the id of an indicator. */
  readonly id: string;
  readonly name: Text;
}
/** The projects or the indicator that a rule finds, with the facts that do not agree. */
export interface DoubtRow {
  readonly subjects: readonly DoubtSubject[];
  readonly facts: readonly DoubtFact[];
}

/** A project as the rules read it. */
export interface DoubtProject
  extends Pick<
    ProjectFacts,
    | 'name'
    | 'names'
    | 'company'
    | 'uscc'
    | 'industry'
    | 'site_mode'
    | 'agreement_type'
    | 'extended_project'
    | 'jobs_plan'
    | 'jobs_actual'
    | 'amounts'
    | 'milestones'
    | 'last_update'
    | 'extra'
  > {
  readonly code: string;
  readonly stage: StageOrUnknown;
  readonly status: Status;
  /** The day from which the register states these facts. */
  readonly stated: IsoDate;
  /** Its money a year before the day. Omitted when it was not under construction then. */
  readonly year_before?: { readonly completed?: WireMoney; readonly paid_in?: WireMoney };
}

/** The active projects of a day. All of a million would fill the memory of a server. */
export interface DoubtProjects {
  /** Reads all of them in pieces, in the order of codes. */
  readonly readAll: () => AsyncIterable<readonly DoubtProject[]>;
  /** Reads those of some codes, in the order of codes. */
  readonly read: (codes: readonly string[]) => Promise<readonly DoubtProject[]>;
  /** Lets others work between two parts of a long computation. */
  readonly pause: () => Promise<void>;
}

/** Everything that the rules read of the zone, as of one day. */
export interface DoubtInput {
  readonly as_of: IsoDate;
  readonly month: Month;
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly rows: readonly Pick<TargetRow, 'indicator' | 'name' | 'unit' | 'now' | 'plan'>[];
}

/** How many rows of a rule are listed. All of them count. */
export const listedRows = 50;

/** The first rows that a rule finds, and the number of all. `fingerprint` changes with any row. */
export interface FoundRows {
  readonly count: number;
  readonly rows: readonly DoubtRow[];
  readonly fingerprint: string;
}
export interface FoundDoubt extends FoundRows {
  readonly rule: DoubtRule;
}
