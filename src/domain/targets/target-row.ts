import type { ChecklistCount } from '#domain/zone/checklist.ts';
import type { Phase, VerdictThresholds } from '#domain/zone/zone.ts';
import type { AbsenceReason, DataStatus } from '#domain/values/data-status.ts';
import type {
  BaselineKind,
  CauseNote,
  Comparator,
  IndicatorKind,
  PlanPath,
  Checkpoint,
  ChecklistItem,
  Observation,
  SeriesBreak,
  TargetPeriod,
  TargetSplit,
  UnitPower,
} from '#domain/zone/indicator.ts';
import type { Decision } from '#domain/work/decision.ts';
import type { DeclaredStatus, ListedStatus } from '#domain/work/judgement.ts';
import type { RowMark } from './row-mark.ts';
import type { Text } from '#domain/values/language.ts';
import type { Qualifier } from '#domain/values/money.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { EarlierTarget, ZoneTargetsVersion } from '#domain/zone/target-history.ts';

/**
 * A figure with all that is needed to show it alone: an exact decimal in its unit, with qualifier,
 * data status, source and date.
 */
export interface Figure {
  readonly value: string;
  readonly unit: string;
  readonly qualifier?: Qualifier;
  readonly data_status: DataStatus;
  readonly source?: Text;
  readonly date: IsoDate;
  readonly note?: Text;
  /** What it counts, in the words of its source. Omitted for established and pipeline. */
  readonly name?: Text;
}

/** The plan paths of a row: those of the zone, and those that only a target's own plan has. */
export const rowPlanPaths = ['checkpoints', 'straight', 'monthly', 'as_last_year'] as const;
export type RowPlanPath = (typeof rowPlanPaths)[number];

/**
 * What the value of a target row covers: a level, the last twelve months, a closed year, or the
 * year to date.
 */
export const valueBases = ['level', 'last_12_months', 'closed_year', 'year_to_date'] as const;
export type ValueBasis = (typeof valueBases)[number];

export const verdictValues = [
  'met',
  'not_yet_exceeded',
  'ahead',
  'on_plan',
  'slightly_behind',
  'behind',
  'missed',
  'no_value',
  'no_value_at_deadline',
  'no_verdict',
] as const;
/** The verdict on now ÷ plan (design 7.3), or why there is none. */
export type Verdict = (typeof verdictValues)[number];
const withoutJudgement: ReadonlySet<Verdict> = new Set([
  'no_value',
  'no_value_at_deadline',
  'no_verdict',
]);
/** Whether a verdict judges its target, instead of stating why there is no judgement. */
export const isJudged = (verdict: Verdict): boolean => !withoutJudgement.has(verdict);

export const forecastRefusals = [
  'no_latest_value',
  'too_few_observations',
  'too_short_a_span',
  'too_few_years',
  'no_variation',
  'too_far_ahead',
  'deadline_passed',
  'met',
  'qualitative',
] as const;
/**
 * Why there is no forecast. `no_variation`: all changes are equal, as in values copied from a plan.
 */
export type ForecastRefusal = (typeof forecastRefusals)[number];

/** A forecast, or why there is none. Its values are in the unit of the indicator. */
export type Forecast =
  | {
      readonly kind: 'range';
      readonly at: IsoDate;
      readonly p10: number;
      readonly p25: number;
      readonly p50: number;
      readonly p75: number;
      readonly p90: number;
      /** Whole months from the value's month to that of the day. */
      readonly months: number;
      /** The value from which the forecast starts; for a yearly flow the total of twelve months. */
      readonly from: number;
      /** Change per month over the last twelve months. */
      readonly pace: number;
      /**
       * For a middle by year: the year to date, the same months a year before, and that whole year.
       * The middle is then the year to date ÷ the share of the same months in the last year,
       * instead of from + pace × months.
       */
      readonly year?: readonly [toDate: number, sameMonths: number, lastYear: number];
      /** The horizon is more than twice the span of the values. */
      readonly further: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly reason: ForecastRefusal;
    };

/** One drawn point of a measure. `value` is omitted for a gap, with its reason. */
export interface SeriesPoint {
  readonly period: Month;
  /** Last day of the month. */
  readonly date: IsoDate;
  readonly value?: string;
  readonly missing?: AbsenceReason;
  /**
   * For yearly flows: the amount of the month alone, where two neighbouring values determine it.
   */
  readonly in_month?: string;
  readonly data_status: DataStatus;
  readonly source?: string;
  readonly revised_from?: string;
  /** Why it can't be compared with earlier months: the series has a break here. */
  readonly break_reason?: string;
}

/** A break within the year, with the sum of the months since, where all of them are reported. */
export interface SumBreak extends SeriesBreak {
  readonly since?: { readonly value: string; readonly date: IsoDate };
}

/** A value of a target row with what it covers. */
export interface RowValue {
  readonly value: string;
  readonly date: IsoDate;
  readonly basis: ValueBasis;
  readonly data_status: DataStatus;
}

/** One row of the targets table. Ratios are doubles from 0 to 1; values are exact decimals. */
export interface TargetRow {
  /** The key of the target where it is not the id of the indicator. */
  readonly id?: string;
  readonly indicator: string;
  readonly period?: TargetPeriod;
  /** `false`: shared links leave it out. */
  readonly is_shared?: false;
  readonly owner?: string;
  readonly unit_in_charge?: string;
  readonly split?: TargetSplit;
  readonly items?: readonly ChecklistItem[];
  readonly power?: UnitPower;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly name: Text;
  readonly definition: Text;
  readonly comparator: Comparator;
  readonly target?: string;
  /** The wording as written, else generated. */
  readonly wording: Text;
  /** The written wording no longer matches the target. */
  readonly wording_outdated?: true;
  /** Former targets, newest first. */
  readonly earlier?: readonly EarlierTarget[];
  readonly deadline: IsoDate;
  readonly target_source: Text;
  readonly target_source_date: IsoDate;
  /** The start of the plan, with the origin of its value. */
  readonly baseline?: {
    readonly value: string;
    readonly date: IsoDate;
    readonly kind: BaselineKind;
  };
  /**
   * The measure on which share, gap, verdict and remaining amount rest. `parts` of `last_12_months`
   * are this YTD, the last full year and the YTD a year before.
   */
  readonly now?: RowValue & { readonly parts?: readonly [string, string, string] };
  /** The last value after a deadline without a value. */
  readonly later?: RowValue;
  readonly missing?: AbsenceReason;
  /**
   * For a flow reported month by month, and for the sum of several years: the months without a
   * value, ascending, without which later months make no sum.
   */
  readonly missing_months?: readonly Month[];
  /** For such a sum: the break within it, across which months are not added. */
  readonly sum_break?: SumBreak;
  readonly stale: boolean;
  /** now ÷ target. Omitted when the measure does not cover what the target covers. */
  readonly completion?: number;
  /**
   * Elapsed share of the time from the start of the route to the deadline, at the date of the
   * value.
   */
  readonly elapsed?: number;
  /** Plan to date at the date of the value. */
  readonly plan?: {
    readonly value: number;
    readonly share: number;
    readonly path: RowPlanPath;
    /** The path shares of its own plan. Omitted: the plan path of the zone. */
    readonly checkpoints?: readonly Checkpoint[];
    readonly data_status: DataStatus;
  };
  readonly gap?: number;
  /** now ÷ plan to date. */
  readonly attainment?: number;
  readonly remaining?: string;
  readonly required_per_month?: number;
  readonly current_per_month?: number;
  /** Required pace ÷ current pace. Omitted with `pace: 'no_growth'` or too few values. */
  readonly acceleration?: number;
  readonly pace: 'known' | 'too_few_observations' | 'no_growth' | 'not_applicable';
  readonly forecast: Forecast;
  readonly verdict: Verdict;
  /**
   * Weakest data status of everything that the verdict rests on. An illustrative verdict has the
   * prefix Example.
   */
  readonly verdict_status: DataStatus;
  readonly checklist?: ChecklistCount;
  readonly series: readonly SeriesPoint[];
  readonly cause?: CauseNote;
  /** Decisions and notes up to the day, oldest first. Omitted where there is none. */
  readonly marks?: readonly RowMark[];
  /** The status that a person declared, if it holds on the day. It stands beside the verdict. */
  readonly declared?: DeclaredStatus;
}

/** The input of the rows of the targets table. */
export interface TargetRowInput {
  readonly as_of: IsoDate;
  readonly path: PlanPath;
  readonly checkpoints: readonly Checkpoint[];
  readonly thresholds: VerdictThresholds;
  readonly observations: readonly Observation[];
  readonly notes: readonly CauseNote[];
  readonly decisions?: readonly Decision[];
  /** The declared statuses of targets. */
  readonly declared?: readonly ListedStatus[];
  /** Gives the title of a source by its id, or the id if there is no title. */
  readonly sourceTitle: (id: string) => Text;
  /** Versions of the zone, oldest first, for former targets. */
  readonly versions?: readonly ZoneTargetsVersion[];
  /** The phases of the zone, for targets of a phase. */
  readonly phases?: readonly Phase[];
}

/** The part of a row that depends on no value: the promise, its deadline and its source. */
export type PromisePart = Pick<
  TargetRow,
  | 'id'
  | 'period'
  | 'is_shared'
  | 'owner'
  | 'unit_in_charge'
  | 'split'
  | 'items'
  | 'power'
  | 'indicator'
  | 'kind'
  | 'unit'
  | 'name'
  | 'definition'
  | 'comparator'
  | 'target'
  | 'wording'
  | 'wording_outdated'
  | 'earlier'
  | 'deadline'
  | 'target_source'
  | 'target_source_date'
  | 'marks'
  | 'declared'
>;

/** The parts of a row that do not follow from the measure. */
export type RowExtras = Pick<
  TargetRow,
  'series' | 'cause' | 'later' | 'missing_months' | 'sum_break'
>;
