import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Text } from '#domain/values/language.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';

/** The kind decides the arithmetic (domain reference 3.1). */
export const indicatorKinds = ['stock', 'cum_flow', 'annual_flow', 'ratio', 'qualitative'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * What a value of a flow covers: the month, the year to date, or since the start. Stocks have none.
 */
export const cumulations = ['period', 'ytd', 'since_start'] as const;
export type Cumulation = (typeof cumulations)[number];

/**
 * `unit` is `companies`, `jobs`, a currency code, `km2`, `percent`, `items`. Values are in that
 * unit, for money in major units (yuan).
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
 * Whether its values count from the new year: a yearly flow does unless it is given month by month.
 */
export const isYearToDate = ({
  kind,
  cumulation,
}: Pick<Indicator, 'kind' | 'cumulation'>): boolean =>
  kind === 'annual_flow' && cumulation !== 'period';

/** One observed value. `value` is an exact decimal in a string; absent means missing. */
export interface Observation {
  readonly indicator: string;
  readonly period: Month;
  readonly value?: string;
  readonly missing?: MissingReason;
  readonly data_status: DataStatus;
  readonly source?: string;
  readonly origin: Origin;
  readonly revision: number;
  /** Values of this month before it was corrected, newest first. */
  readonly earlier?: readonly {
    readonly value?: string;
    readonly revision: number;
    readonly recorded_at: string;
  }[];
}

/** What a person wrote about one target for one month: cause and next step, one sentence each. */
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
 * A target as published. `value` is an exact decimal in the indicator's unit; qualitative targets
 * have none.
 */
export interface Target {
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly value?: string;
  /** As a person wrote it, in any language; without one it is generated. */
  readonly wording?: Partial<Text>;
  readonly deadline: IsoDate;
  readonly baseline_date: IsoDate;
  readonly baseline?: string;
  readonly source: string;
  readonly source_date: IsoDate;
  readonly data_status: DataStatus;
  /** For qualitative targets: items done of items, when a checklist was reported. */
  readonly checklist?: { readonly done: number; readonly total: number; readonly date: IsoDate };
}

/** Share of the way (0–1) that the plan expects by a day. */
export interface Checkpoint {
  readonly date: IsoDate;
  readonly share: number;
  readonly data_status: DataStatus;
}
/**
 * Where the start value of a plan is from: entered by a person, the first value on or after the
 * baseline date, or 0 of a yearly flow.
 */
export const baselineKinds = ['entered', 'first_value', 'zero'] as const;
export type BaselineKind = (typeof baselineKinds)[number];
export const planPaths = ['checkpoints', 'straight'] as const;
export type PlanPath = (typeof planPaths)[number];
