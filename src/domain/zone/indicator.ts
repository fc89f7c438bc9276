import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
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
}

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

/** A note on one target and month: the cause and the next step, one sentence each. */
export interface CauseNote {
  readonly indicator: string;
  readonly period: Month;
  readonly text: string;
  readonly author: string;
  readonly recorded_at: string;
}

export const comparators = ['>', '>=', '<', '<=', '=', 'qualitative'] as const;
export type Comparator = (typeof comparators)[number];

/**
 * A published target. `value` is an exact decimal in the unit of the indicator; qualitative targets
 * have none.
 */
export interface Target {
  readonly indicator: string;
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
}

/** The share of the target, from 0 to 1, that the plan expects by a day. */
export interface Checkpoint {
  readonly date: IsoDate;
  readonly share: number;
  readonly data_status: DataStatus;
}
/**
 * The origin of a plan's baseline: entered by a person, the first value on or after the baseline
 * date, or 0 for a yearly flow.
 */
export const baselineKinds = ['entered', 'first_value', 'zero'] as const;
export type BaselineKind = (typeof baselineKinds)[number];
export const planPaths = ['checkpoints', 'straight'] as const;
export type PlanPath = (typeof planPaths)[number];
