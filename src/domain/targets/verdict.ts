import {
  addDecimal,
  compareDecimal,
  type Decimal,
  fromNumber,
  isWhole,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
  toNumber,
} from '#domain/values/decimal.ts';
import type { Comparator } from '#domain/zone/indicator.ts';
import type { TargetRow, Verdict } from './target-row.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';

/** Whether a value meets its target: more than 200 needs 201 (domain reference 3.1). */
export function meets(comparator: Comparator, value: Decimal, target: Decimal): boolean {
  const order = compareDecimal(value, target);
  switch (comparator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case 'qualitative':
      return false;
  }
}

/** The sign of a change towards the target: −1 where falling values meet it, else 1. */
export const getDirection = (comparator: Comparator): 1 | -1 =>
  comparator === '<' || comparator === '<=' ? -1 : 1;

/**
 * Computes now ÷ plan to date, or plan ÷ now where less is better (domain reference 3.2).
 * @returns a ratio, 1 on plan; undefined if the divisor is not above 0
 */
export function attainment(
  comparator: Comparator,
  value: number,
  plan: number,
): number | undefined {
  const [over, under] = getDirection(comparator) === 1 ? [value, plan] : [plan, value];
  return under > 0 ? over / under : undefined;
}

/**
 * Computes now ÷ target, or target ÷ now where less is better.
 * @returns a ratio, 1 at the target; undefined if the divisor is 0
 */
export const completion = (
  comparator: Comparator,
  value: number,
  target: number,
): number | undefined => {
  const [over, under] = getDirection(comparator) === 1 ? [value, target] : [target, value];
  return under === 0 ? undefined : over / under;
};

/**
 * The remaining amount, never below 0. A strict comparator adds one for counts, as 201 − 41, but
 * not for money.
 * @returns in the unit of the target
 */
export function remaining(
  comparator: Comparator,
  value: Decimal,
  target: Decimal,
  isCounted: boolean,
): Decimal {
  if (meets(comparator, value, target)) return '0';
  const [short, over] = [subtractDecimal(target, value), subtractDecimal(value, target)];
  if (isCounted && isWhole(value) && isWhole(target)) {
    if (comparator === '>') return addDecimal(short, '1');
    if (comparator === '<') return addDecimal(over, '1');
  }
  return compareDecimal(short, '0') > 0 ? short : over;
}

/**
 * A ratio in percent to nine decimals, so that 0.95 as a double reaches the threshold 95.
 * @throws RangeError for NaN and the infinities
 */
export const attainedPercent = (ratio: number): Decimal =>
  roundHalfUp(scaleByTen(fromNumber(ratio), 2), 9);

/** What decides whether a value may be under its plan to date and still be on plan. */
type JudgedRow = Pick<TargetRow, 'kind' | 'target'> & {
  readonly plan?: Pick<NonNullable<TargetRow['plan']>, 'value'>;
};

/**
 * Whether a row is on plan only if its value meets the plan to date: a ratio, whose distance from 0
 * says nothing, and a value whose plan to date is the target itself (decision 90).
 */
export const isHeldToPlan = ({ kind, plan, target }: JudgedRow): boolean =>
  kind === 'ratio' ||
  (plan !== undefined && target !== undefined && plan.value === toNumber(target));

/** The thresholds in percent that apply to a row. */
export const thresholdsOf = (row: JudgedRow, thresholds: VerdictThresholds): VerdictThresholds =>
  isHeldToPlan(row)
    ? { ...thresholds, on: Math.max(thresholds.on, 100), ahead: Math.max(thresholds.ahead, 100) }
    : thresholds;

/**
 * The verdict on an attainment by the thresholds of the zone in percent: 105, 95, 80 unless changed
 * (design 7.3).
 * @throws RangeError for NaN and the infinities
 */
export function judgeAttainment(ratio: number | undefined, thresholds: VerdictThresholds): Verdict {
  if (ratio === undefined) return 'no_verdict';
  const percent = attainedPercent(ratio);
  const reaches = (threshold: number): boolean =>
    compareDecimal(percent, fromNumber(threshold)) >= 0;
  if (reaches(thresholds.ahead)) return 'ahead';
  if (reaches(thresholds.on)) return 'on_plan';
  return reaches(thresholds.slightly) ? 'slightly_behind' : 'behind';
}
