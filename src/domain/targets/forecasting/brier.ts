import { toNumber, type Decimal } from '#domain/values/decimal.ts';
import type { Forecast } from '#domain/targets/target-row.ts';

/**
 * How good the chances of past forecasts were. The event: on the forecast's day the value is at
 * least on the straight plan of its target.
 */
export interface BrierScore {
  /** Mean of (chance − outcome)²; 0 is perfect. */
  readonly score: number;
  /** The same for a constant chance: the share of results that were on plan. */
  readonly constant: number;
  readonly results: number;
  readonly on_plan: number;
}

/** A past forecast with its result and the plan of that day. */
export interface JudgedForecast {
  readonly forecast: Extract<Forecast, { kind: 'range' }>;
  readonly result: Decimal;
  readonly plan: number;
}

/**
 * Computes the chance that a band gives at least a value: linear between its percentiles.
 * @returns from 0 to 1; 0.95 below the band and 0.05 above it, the middle of its tails
 */
export function chanceOfReaching(
  { p10, p25, p50, p75, p90 }: JudgedForecast['forecast'],
  least: number,
): number {
  const points = [
    [p10, 0.9],
    [p25, 0.75],
    [p50, 0.5],
    [p75, 0.25],
    [p90, 0.1],
  ] as const;
  // beyond the band the tails hold a tenth each; their middle is taken
  if (least < p10) return 0.95;
  if (least > p90) return 0.05;
  const next = points.findIndex(([value]) => least <= value);
  const [value, chance] = points[next] ?? [p90, 0.1];
  const [before, earlier] = points[next - 1] ?? [value, chance];
  return value === before
    ? chance
    : earlier + ((least - before) / (value - before)) * (chance - earlier);
}

/**
 * Scores the chances of forecasts against a constant (Brier).
 * @param direction 1 where more is better, −1 for an upper limit
 * @returns undefined without forecasts
 */
export function scoreChances(
  judgements: readonly JudgedForecast[],
  direction: 1 | -1,
): BrierScore | undefined {
  const events = judgements.map(({ forecast, result, plan }) => {
    const chance = chanceOfReaching(forecast, plan);
    const value = toNumber(result);
    return direction === 1
      ? { chance, came: value >= plan ? 1 : 0 }
      : { chance: 1 - chance, came: value <= plan ? 1 : 0 };
  });
  if (events.length === 0) return undefined;
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const share = mean(events.map(({ came }) => came));
  return {
    score: mean(events.map(({ chance, came }) => (chance - came) ** 2)),
    constant: share * (1 - share),
    results: events.length,
    on_plan: events.filter(({ came }) => came === 1).length,
  };
}
