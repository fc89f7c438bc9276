import { addMonths, monthsApart } from '#domain/values/date.ts';
import { toNumber } from '#domain/values/decimal.ts';
import { medianPace, type MonthValue } from '#domain/targets/pace.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { findReachMonth } from '#domain/outlook/needed-pace.ts';
import { compact } from '#domain/values/compact.ts';
import type { PaceMonths } from './scenario.ts';
import type { PaceScenario } from './scenario-result.ts';

/** The displayed values since the last break of the series. */
function listValues({ series }: TargetRow): readonly MonthValue[] {
  const start = series.findLastIndex(({ break_reason }) => break_reason !== undefined);
  return series
    .slice(Math.max(0, start))
    .flatMap(({ period, value }) =>
      value === undefined ? [] : [{ period, value: toNumber(value) }],
    );
}

/**
 * Finds the change per month over the last `months` months.
 * @returns undefined under four values, or where the displayed values begin later
 */
export function findPaceOver(row: TargetRow, months: PaceMonths): number | undefined {
  const values = listValues(row);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (first.period > addMonths(last.period, 1 - months)) return undefined;
  return medianPace(values.filter(({ period }) => monthsApart(period, last.period) < months));
}

/** Whether a scenario can change only the months of the pace for a target. */
export const canChangePace = ({ kind, forecast, now }: TargetRow): boolean =>
  now !== undefined && (kind === 'stock' || kind === 'cum_flow') && forecast.kind === 'range';

/**
 * Finds the pace per month from other months, and the change that it makes to the middle of the
 * forecast.
 * @returns both in the unit of the row; undefined without a forecast, or with too few values in
 * these months
 */
export function findPaceShift(
  row: TargetRow,
  months: PaceMonths,
): { readonly pace: number; readonly shift: number } | undefined {
  const { forecast } = row;
  if (forecast.kind !== 'range' || !canChangePace(row)) return undefined;
  const pace = months === 12 ? forecast.pace : findPaceOver(row, months);
  return pace === undefined ? undefined : { pace, shift: (pace - forecast.pace) * forecast.months };
}

/**
 * Makes the forecast of a target with the pace of other months; its range moves as a whole.
 * @returns undefined where the pace can't change
 */
export function makePaceScenario(row: TargetRow, months: PaceMonths): PaceScenario | undefined {
  const { forecast, now } = row;
  const paceShift = findPaceShift(row, months);
  if (paceShift === undefined || forecast.kind !== 'range' || now === undefined) return undefined;
  const { pace, shift } = paceShift;
  const floor = row.kind === 'cum_flow' ? toNumber(now.value) : Math.min(0, forecast.p10);
  const at = (value: number): number => Math.max(floor, value + shift);
  return {
    months,
    pace,
    p10: at(forecast.p10),
    p50: at(forecast.p50),
    p90: at(forecast.p90),
    ...compact({ reached: findReachMonth({ ...row, current_per_month: pace }) }),
  };
}
