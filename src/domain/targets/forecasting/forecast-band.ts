import { compact } from '#domain/values/compact.ts';
import type { IndicatorKind } from '#domain/zone/indicator.ts';
import { type MonthValue, medianPace } from '#domain/targets/pace.ts';
import { monthsApart } from '#domain/values/date.ts';

/** Horizons in months at which the multipliers were fitted. */
const horizons = [1, 3, 6, 12, 18, 24, 36, 48, 60] as const;

/**
 * Multipliers of the spread for the 25–75 and the 10–90 band: one row for each number of values,
 * one entry for each horizon. They were fitted on half of 448 monthly series of the M3 competition
 * (levels and cumulated) and 720 simulated zones, and checked on the other half.
 */
const table: readonly {
  readonly upTo: number;
  readonly k50: readonly number[];
  readonly k80: readonly number[];
}[] = [
  {
    upTo: 8,
    k50: [0.75, 0.8, 0.8, 0.8, 0.88, 0.92, 1.05, 1.15, 1.15],
    k80: [1.58, 1.72, 1.95, 2.29, 2.31, 2.71, 2.97, 3.18, 3.18],
  },
  {
    upTo: 12,
    k50: [0.74, 0.79, 0.81, 0.83, 0.87, 0.91, 1.06, 1.24, 1.24],
    k80: [1.54, 1.74, 1.85, 2.16, 2.43, 2.75, 3.19, 3.46, 3.5],
  },
  {
    upTo: 18,
    k50: [0.67, 0.76, 0.81, 0.86, 0.89, 0.95, 1.02, 1.1, 1.28],
    k80: [1.35, 1.52, 1.78, 2.15, 2.42, 2.65, 2.99, 3.4, 3.71],
  },
  {
    upTo: 30,
    k50: [0.58, 0.6, 0.64, 0.71, 0.78, 0.84, 0.94, 1.11, 1.21],
    k80: [1.15, 1.24, 1.45, 1.64, 1.88, 2.03, 2.26, 2.48, 2.73],
  },
  {
    upTo: Number.POSITIVE_INFINITY,
    k50: [0.54, 0.55, 0.58, 0.65, 0.72, 0.78, 0.9, 1, 1.1],
    k80: [1.09, 1.23, 1.36, 1.47, 1.7, 1.8, 2.05, 2.22, 2.34],
  },
];

/** The multiplier at a horizon of 1 to 60 months, linear in ln(horizon) between fitted ones. */
function interpolate(row: readonly number[], horizon: number): number {
  const next = Math.max(
    1,
    horizons.findIndex((fittedHorizon) => horizon <= fittedHorizon),
  );
  const [from = 1, to = 1, before = 0, after = 0] = [
    horizons[next - 1],
    horizons[next],
    row[next - 1],
    row[next],
  ];
  return before + (Math.log(horizon / from) / Math.log(to / from)) * (after - before);
}

/** Finds the multipliers of a horizon for a number of values. */
function multipliers(count: number, horizon: number): readonly [k50: number, k80: number] {
  const row = table.find(({ upTo }) => count <= upTo);
  return [interpolate(row?.k50 ?? [], horizon), interpolate(row?.k80 ?? [], horizon)];
}

/** The mean change per month between two neighbouring values, and the months between them. */
interface Change {
  readonly perMonth: number;
  readonly months: number;
}

const listMonthlyChanges = (values: readonly MonthValue[]): Change[] =>
  values.slice(1).map((later, i) => {
    const earlier = values[i] ?? later;
    const months = monthsApart(earlier.period, later.period);
    return { perMonth: (later.value - earlier.value) / months, months };
  });

const addAll = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/**
 * Whether all changes per month are equal within double precision, as in values that were copied
 * from a plan.
 */
export function hasEqualChanges(values: readonly MonthValue[]): boolean {
  const changes = listMonthlyChanges(values).slice(-36);
  const [first] = changes;
  const size = Math.max(...values.map(({ value }) => Math.abs(value)));
  return (
    first !== undefined &&
    changes.every(({ perMonth }) => Math.abs(perMonth - first.perMonth) <= size * 1e-12)
  );
}

/** Shrunk autocorrelation of neighbouring changes, from −0.4 to 0.9; 0 under five changes. */
function autocorrelation(changes: readonly Change[], mean: number): number {
  const count = changes.length;
  if (count < 5) return 0;
  const deviations = changes.map(({ perMonth }) => perMonth - mean);
  const total = addAll(deviations.map((d) => d * d));
  if (total === 0) return 0;
  const raw = addAll(deviations.slice(1).map((d, i) => d * (deviations[i] ?? 0))) / total;
  return Math.max(-0.4, Math.min(0.9, ((raw + 1 / count) * count) / (count + 4)));
}

/** Variance of a sum of `months` changes, in variances of one: k + 2 Σ (k − j) rʲ. */
const growth = (months: number, r: number): number =>
  months +
  2 *
    addAll(
      Array.from({ length: Math.max(0, months - 1) }, (_, i) => (months - i - 1) * r ** (i + 1)),
    );

/**
 * Standard deviation of the value `horizon` months ahead: the variation of the months to come and
 * the uncertainty of the pace. S(h) = s² (A(h) + h² A(m) ÷ m²), m = at most 12 changes. For counts,
 * s is at least half a unit a month. Source: docs/decisions/0026-forecast-band.md.
 */
function spread(values: readonly MonthValue[], horizon: number, isCount: boolean): number {
  const changes = listMonthlyChanges(values).slice(-36);
  const mean =
    addAll(changes.map(({ perMonth, months }) => perMonth * months)) /
    addAll(changes.map(({ months }) => months));
  const observation =
    addAll(changes.map(({ perMonth, months }) => months * (perMonth - mean) ** 2)) /
    (changes.length - 1);
  const variance = isCount ? Math.max(observation, 0.25) : observation;
  const r = autocorrelation(changes, mean);
  const window = Math.min(changes.length, 12);
  return Math.sqrt(
    variance * (growth(horizon, r) + (horizon * horizon * growth(window, r)) / (window * window)),
  );
}

/** The input of a forecast band. */
export interface BandInput {
  /**
   * Known values, months ascending; of a yearly flow its totals of twelve months. In the
   * indicator's unit.
   */
  readonly values: readonly MonthValue[];
  /** Whether a due value after the last one is missing. */
  readonly latestMissing?: boolean;
  /** Whole months from the last value to the day of the forecast. */
  readonly horizon: number;
  readonly kind: IndicatorKind;
  /** Whether the values count things one by one. */
  readonly counted: boolean;
  /**
   * For a yearly flow in the last year of its target: the year to date, the same months a year
   * before, and that whole year.
   */
  readonly year?: readonly [toDate: number, sameMonths: number, lastYear: number];
}
/** Percentiles in the indicator's unit. */
export interface Band {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  /** The last value. */
  readonly from: number;
  /** Change per month over the last twelve months. */
  readonly pace: number;
  /** The parts of a middle by year, as in the input. */
  readonly year?: readonly [toDate: number, sameMonths: number, lastYear: number];
  /** The horizon is more than twice the span of the values. */
  readonly further: boolean;
}
export type BandRefusal =
  | 'no_latest_value'
  | 'too_few_observations'
  | 'too_short_a_span'
  | 'too_few_years'
  | 'no_variation'
  | 'too_far_ahead'
  | 'deadline_passed';

function findRefusal(
  { values, latestMissing, horizon, kind, counted }: BandInput,
  span: number,
): BandRefusal | undefined {
  // Twelve-month totals that span 12 months use 24 months.
  if (kind === 'annual_flow' && span < 12) return 'too_few_years';
  if (latestMissing === true) return 'no_latest_value';
  if (values.length < 6) return 'too_few_observations';
  if (span < 6) return 'too_short_a_span';
  if (horizon <= 0) return 'deadline_passed';
  if (horizon > 60 || horizon > 6 * span) return 'too_far_ahead';
  return !counted && hasEqualChanges(values) ? 'no_variation' : undefined;
}

const yearlyFactor = 1.25;
/** With at most this many months left the year to date is used instead of the slope. */
const seasonalMonths = 9;

/**
 * The middle by year: the year to date ÷ the share of the same months in the last year.
 * @returns undefined where the slope is used
 */
function shareOfYear({ horizon, kind, year }: BandInput): number | undefined {
  if (kind !== 'annual_flow' || year === undefined || horizon > seasonalMonths || year[1] <= 0)
    return undefined;
  return (year[0] * year[2]) / year[1];
}

/**
 * Finds the lower bound of a forecast: 0, or none after values below 0; for a cumulative flow its
 * last value.
 */
function findFloor({ values, kind }: BandInput): number {
  if (values.some(({ value }) => value < 0)) return Number.NEGATIVE_INFINITY;
  return kind === 'cum_flow' ? (values.at(-1)?.value ?? 0) : 0;
}

/**
 * Forecasts a value by its pace, with a band from the variation of its own months
 * (docs/decisions/0026-forecast-band.md). Middle: last value + Theil–Sen slope of the last twelve
 * months × horizon; bands: middle ∓ K × spread.
 * @returns the band, or why there is none
 */
export function forecastBand(input: BandInput): Band | BandRefusal {
  const { values, horizon, kind, counted } = input;
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined)
    return kind === 'annual_flow' ? 'too_few_years' : 'too_few_observations';
  const span = monthsApart(first.period, last.period);
  const refusal = findRefusal(input, span);
  if (refusal !== undefined) return refusal;
  const pace = medianPace(values);
  if (pace === undefined) return 'too_few_observations';
  const factor = kind === 'annual_flow' ? yearlyFactor : 1;
  const deviation = factor * spread(values, horizon, counted);
  const [k50, k80] = multipliers(values.length, horizon);
  const byYear = shareOfYear(input);
  const [middle, floor] = [byYear ?? last.value + pace * horizon, findFloor(input)];
  const at = (offset: number): number => Math.max(floor, middle + offset);
  return {
    p10: at(-k80 * deviation),
    p25: at(-k50 * deviation),
    p50: at(0),
    p75: at(k50 * deviation),
    p90: at(k80 * deviation),
    from: last.value,
    pace,
    ...compact({ year: byYear === undefined || input.year === undefined ? undefined : input.year }),
    further: horizon > 2 * span,
  };
}
