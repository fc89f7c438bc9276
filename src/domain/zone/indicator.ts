import type {
  AbsenceReason,
  DataStatus,
  MissingReason,
  Origin,
} from '#domain/values/data-status.ts';
import type { Text } from '#domain/values/language.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';

/** The kind decides the arithmetic (domain reference 3.1). */
export const indicatorKinds = ['stock', 'cum_flow', 'annual_flow', 'ratio', 'qualitative'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * What a value of a flow covers: the month, the year to date, or the time since the start. Stocks
 * have none.
 */
export const cumulations = ['period', 'ytd', 'since_start'] as const;
export type Cumulation = (typeof cumulations)[number];

/**
 * An indicator. `unit` is `companies`, `jobs`, `km2`, `percent`, `items` or a currency code. Values
 * are in that unit; money is in major units, as yuan.
 */
export interface Indicator {
  readonly id: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly name: Text;
  readonly definition: Text;
  readonly cumulation?: Cumulation;
  /**
   * Whether a year to date has no value for January, because February's has both months, as in
   * Chinese statistics. Omitted in a zone that was stored without it: as in its country.
   */
  readonly january_in_february?: boolean;
  /** The power of ten in which people type and read it: 4 is 万, 6 million, 8 亿, 9 billion. */
  readonly power?: UnitPower;
  /** Whether more or less is better. Omitted: more. */
  readonly direction?: Direction;
  /** The source of its values, in words. */
  readonly source?: string;
  /** The owner of its values. */
  readonly owner?: string;
  readonly unit_in_charge?: string;
  /** `false`: no shared link shows it. Omitted: links may show it. */
  readonly is_shared?: false;
  /** The indicators of a ratio. */
  readonly ratio?: { readonly numerator: string; readonly denominator: string };
  /** Months from which values can't be compared with those before, ascending. */
  readonly breaks?: readonly SeriesBreak[];
}
export const unitPowers = [0, 3, 4, 6, 8, 9] as const;
export type UnitPower = (typeof unitPowers)[number];
export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

/**
 * From `month` on another definition or a revised statistic applies. Pace and forecast start here.
 */
export interface SeriesBreak {
  readonly month: Month;
  readonly reason: string;
}

/**
 * Whether the series breaks after one month and up to another, so that the two can't be compared.
 */
export const isBrokenBetween = (
  { breaks = [] }: Pick<Indicator, 'breaks'>,
  from: Month,
  to: Month,
): boolean => breaks.some(({ month }) => month > from && month <= to);

/**
 * Whether the values of an indicator are year-to-date sums. Those of a yearly flow are, unless they
 * are reported month by month.
 */
export const isYearToDate = ({
  kind,
  cumulation,
}: Pick<Indicator, 'kind' | 'cumulation'>): boolean =>
  kind === 'annual_flow' && cumulation !== 'period';

/** One observed value. `value` is an exact decimal; it is omitted when the value is missing. */
export interface Observation {
  readonly indicator: string;
  readonly period: Month;
  readonly value?: string;
  readonly missing?: MissingReason;
  readonly data_status: DataStatus;
  readonly source?: string;
  readonly origin: Origin;
  readonly revision: number;
  /** The values of the month before its corrections, newest first. */
  readonly earlier?: readonly {
    readonly value?: string;
    readonly revision: number;
    readonly recorded_at: string;
  }[];
}

/** A value by which a target is measured: an observed one, or a sum of observed ones. */
export interface MeasuredObservation extends Omit<Observation, 'missing'> {
  readonly missing?: AbsenceReason;
}

/** A note on one target and month: the cause, and the next step with its owner and due day. */
export interface CauseNote {
  readonly indicator: string;
  readonly period: Month;
  /** The cause. Empty where only the next step is written. */
  readonly text: string;
  readonly next_step?: string;
  readonly owner?: string;
  readonly due?: IsoDate;
  readonly author: string;
  readonly recorded_at: string;
}

export const comparators = ['>', '>=', '<', '<=', '=', 'qualitative'] as const;
export type Comparator = (typeof comparators)[number];

/** A part of a target's time: a year, a quarter of it, or a phase of the zone by id. */
export type TargetPeriod =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'phase'; readonly phase: string };

/** How the plan to date of one target grows. Values are in the indicator's unit. */
export type TargetPlan =
  | { readonly path: 'straight' }
  | { readonly path: 'checkpoints'; readonly checkpoints: readonly Checkpoint[] }
  | { readonly path: 'monthly'; readonly values: readonly PlannedValue[] }
  | { readonly path: 'as_last_year' };
/** The planned level, or total to date, at the end of a month. */
export interface PlannedValue {
  readonly month: Month;
  readonly value: string;
}

/** One part of a split target: the share of a unit or of a function zone. */
export interface TargetPart {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly owner?: string;
}
/** The kinds of parts of a split target. */
export const splitKinds = ['unit', 'function_zone'] as const;
/** A target divided among units or function zones; what is not assigned is the remainder. */
export interface TargetSplit {
  readonly by: (typeof splitKinds)[number];
  readonly parts: readonly TargetPart[];
}

/** One item of a checklist. It is done from the day `done` on. */
export interface ChecklistItem {
  readonly id: string;
  readonly name: Partial<Text>;
  readonly planned?: IsoDate;
  readonly done?: IsoDate;
  /** The proof in words, as a document number. */
  readonly proof?: string;
  readonly owner?: string;
}

/**
 * A published target. `value` is an exact decimal in the unit of the indicator; qualitative targets
 * have none.
 */
export interface Target {
  /** Its key. Omitted: the id of the indicator; only one target of an indicator omits it. */
  readonly id?: string;
  readonly indicator: string;
  /** The time that it covers. Omitted: it is the final target. */
  readonly period?: TargetPeriod;
  /** For a yearly flow: the sum of the years since the baseline date, instead of one year. */
  readonly covers?: 'sum_of_years';
  readonly comparator: Comparator;
  readonly value?: string;
  /** The written wording, in any of the languages. A missing one is generated. */
  readonly wording?: Partial<Text>;
  readonly deadline: IsoDate;
  readonly baseline_date: IsoDate;
  readonly baseline?: string;
  readonly source: string;
  readonly source_date: IsoDate;
  readonly data_status: DataStatus;
  /** For qualitative targets with a reported checklist: done items and all items. */
  readonly checklist?: { readonly done: number; readonly total: number; readonly date: IsoDate };
  /** For qualitative targets: the named items, instead of a reported count. */
  readonly items?: readonly ChecklistItem[];
  /** Omitted: the plan path of the zone. */
  readonly plan?: TargetPlan;
  readonly split?: TargetSplit;
  readonly owner?: string;
  readonly unit_in_charge?: string;
}

/** The key of a target: its own id, or that of its indicator. */
export const targetKey = ({ id, indicator }: Pick<Target, 'id' | 'indicator'>): string =>
  id ?? indicator;

/** The share of its path (0–1) that the plan expects by a day. */
export interface Checkpoint {
  readonly date: IsoDate;
  readonly share: number;
  readonly data_status: DataStatus;
}
/**
 * The origin of a plan's baseline: entered by a person, the first value on or after the baseline
 * date, 0 for a yearly flow, or the target itself where the value at the start met it already.
 */
export const baselineKinds = ['entered', 'first_value', 'zero', 'target'] as const;
export type BaselineKind = (typeof baselineKinds)[number];
export const planPaths = ['checkpoints', 'straight'] as const;
export type PlanPath = (typeof planPaths)[number];
