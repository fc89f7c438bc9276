/** The pace forecast by the method N2 (figures.md section 2), computed in floating point. */
const horizons = [1, 3, 6, 12, 18, 24, 36, 48, 60] as const;
type Pair = readonly [k50: number, k80: number];
/** Rows by number of values: 6–8, 9–12, 13–18, 19–30, 31 and more; columns by horizon in months. */
const half = [
  [0.75, 0.8, 0.8, 0.8, 0.88, 0.92, 1.05, 1.15, 1.15],
  [0.74, 0.79, 0.81, 0.83, 0.87, 0.91, 1.06, 1.24, 1.24],
  [0.67, 0.76, 0.81, 0.86, 0.89, 0.95, 1.02, 1.1, 1.28],
  [0.58, 0.6, 0.64, 0.71, 0.78, 0.84, 0.94, 1.11, 1.21],
  [0.54, 0.55, 0.58, 0.65, 0.72, 0.78, 0.9, 1.0, 1.1],
] as const;
const fourFifths = [
  [1.58, 1.72, 1.95, 2.29, 2.31, 2.71, 2.97, 3.18, 3.18],
  [1.54, 1.74, 1.85, 2.16, 2.43, 2.75, 3.19, 3.46, 3.5],
  [1.35, 1.52, 1.78, 2.15, 2.42, 2.65, 2.99, 3.4, 3.71],
  [1.15, 1.24, 1.45, 1.64, 1.88, 2.03, 2.26, 2.48, 2.73],
  [1.09, 1.23, 1.36, 1.47, 1.7, 1.8, 2.05, 2.22, 2.34],
] as const;

export interface ForecastInput {
  /** Values by month, oldest first; undefined where none was reported. */
  readonly values: readonly (number | undefined)[];
  /** Months from the last value to the deadline. */
  readonly months: number;
  readonly kind: 'stock' | 'cum_flow' | 'annual_flow' | 'ratio';
  readonly counted: boolean;
  /** In the deadline's year: its year to date, the same months a year before, all of that year. */
  readonly season?: readonly [now: number, then: number, full: number];
}
export type Refusal =
  | 'no_latest_value'
  | 'too_few_years'
  | 'too_few_observations'
  | 'too_short_a_span'
  | 'deadline_passed'
  | 'too_far_ahead'
  | 'no_variation';
export interface Band {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}
type Point = readonly [at: number, value: number];

function middleValue(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const [low, high] = [
    ascending[Math.floor((ascending.length - 1) / 2)],
    ascending[Math.ceil((ascending.length - 1) / 2)],
  ];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

function multipliers(count: number, months: number): Pair {
  const row = count <= 8 ? 0 : count <= 12 ? 1 : count <= 18 ? 2 : count <= 30 ? 3 : 4;
  const [k50, k80] = [half[row] ?? [], fourFifths[row] ?? []];
  const end = horizons.findIndex((h) => months <= h);
  if (end === 0) return [k50[0] ?? 0, k80[0] ?? 0];
  if (end === -1) return [k50.at(-1) ?? 0, k80.at(-1) ?? 0];
  const [from, to] = [Math.log(horizons[end - 1] ?? 1), Math.log(horizons[end] ?? 1)];
  const weight = (Math.log(months) - from) / (to - from);
  const between = (ks: readonly number[]): number =>
    (ks[end - 1] ?? 0) * (1 - weight) + (ks[end] ?? 0) * weight;
  return [between(k50), between(k80)];
}

/** Why there is no forecast for the deadline, from the reported values alone. */
function refusal(
  { values, months, kind }: ForecastInput,
  points: readonly Point[],
): Refusal | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined)
    return kind === 'annual_flow' ? 'too_few_years' : 'too_few_observations';
  const span = last[0] - first[0];
  if (kind === 'annual_flow' && span < 12) return 'too_few_years';
  if (values.at(-1) === undefined) return 'no_latest_value';
  if (points.length < 6) return 'too_few_observations';
  if (span < 6) return 'too_short_a_span';
  if (months <= 0) return 'deadline_passed';
  if (months > 60 || months > 6 * span) return 'too_far_ahead';
  return points.filter(([at]) => last[0] - at < 12).length < 4 ? 'too_few_observations' : undefined;
}

/** Variance and lag-1 correlation of the last 36 monthly changes; a gap of g months weighs g. */
function changesOf(points: readonly Point[]): {
  variance: number;
  correlation: number;
  count: number;
} {
  const all = points.slice(1).map(([at, value], i) => {
    const [before, was] = points[i] ?? [at - 1, value];
    return { gap: at - before, change: (value - was) / (at - before) };
  });
  const changes = all.slice(-36);
  const count = changes.length;
  const months = changes.reduce((sum, { gap }) => sum + gap, 0);
  const mean = changes.reduce((sum, { gap, change }) => sum + gap * change, 0) / months;
  const off = changes.map(({ change }) => change - mean);
  const variance =
    changes.reduce((sum, { gap, change }) => sum + gap * (change - mean) ** 2, 0) / (count - 1);
  const squares = off.reduce((sum, x) => sum + x * x, 0);
  if (count < 5 || squares === 0) return { variance, correlation: 0, count };
  const products = off.reduce((sum, x, i) => (i === 0 ? 0 : sum + x * (off[i - 1] ?? 0)), 0);
  const shrunk = ((products / squares + 1 / count) * count) / (count + 4);
  return { variance, correlation: Math.min(0.9, Math.max(-0.4, shrunk)), count };
}

function spread(changes: ReturnType<typeof changesOf>, counted: boolean, months: number): number {
  const { variance, correlation, count } = changes;
  const baseVariance = counted ? Math.max(variance, 0.25) : variance;
  const chance = (k: number): number => {
    let sum = k;
    for (let j = 1; j < k; j += 1) sum += 2 * (k - j) * correlation ** j;
    return sum;
  };
  const sample = Math.min(count, 12);
  return Math.sqrt(
    baseVariance * (chance(months) + (months * months * chance(sample)) / (sample * sample)),
  );
}

/** The band at the deadline, or why there is none. */
export function forecastBand(input: ForecastInput): Band | Refusal {
  const { values, months, kind, counted, season } = input;
  const points = values.flatMap((value, at): Point[] => (value === undefined ? [] : [[at, value]]));
  const reason = refusal(input, points);
  const last = points.at(-1);
  if (reason !== undefined || last === undefined) return reason ?? 'no_latest_value';
  const changes = changesOf(points);
  if (changes.variance === 0) return 'no_variation';
  const recent = points.filter(([at]) => last[0] - at < 12);
  const slopes = recent.flatMap(([b, after], j) =>
    recent.slice(0, j).map(([a, before]) => (after - before) / (b - a)),
  );
  const [k50, k80] = multipliers(points.length, months);
  const width = spread(changes, counted, months) * (kind === 'annual_flow' ? 1.25 : 1);
  const seasonal = season !== undefined && months <= 9 && season[1] > 0;
  const middle = seasonal
    ? (season[0] * season[2]) / season[1]
    : last[1] + middleValue(slopes) * months;
  const lowest = points.some(([, value]) => value < 0)
    ? -Infinity
    : kind === 'cum_flow'
      ? last[1]
      : 0;
  const at = (k: number): number => Math.max(lowest, middle + k * width);
  return { p10: at(-k80), p25: at(-k50), p50: at(0), p75: at(k50), p90: at(k80) };
}
