import { isCounted } from '#domain/values/counted-units.ts';
import { isWhole, type Decimal } from '#domain/values/decimal.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { isMeasured } from '#domain/values/units-of-measure.ts';
import type { TargetRow } from './target-row.ts';

/** The values of a row that decide whether it counts. */
export type CountableRow = Pick<TargetRow, 'unit' | 'target' | 'now' | 'baseline' | 'series'>;

/** Whether the zone named a unit itself that counts, as households, and does not measure, as MW. */
const isOwnCount = (unit: string): boolean =>
  !Object.hasOwn(unitTerms, unit) && !isCurrency(unit) && !isMeasured(unit);

/**
 * Whether values count things one by one, so that computed values are whole numbers. A unit that
 * the zone named itself does where each of its values is whole and it is no unit of measure.
 */
export const areCounted = (unit: string, values: readonly (Decimal | undefined)[]): boolean =>
  isCounted(unit) ||
  (isOwnCount(unit) && values.every((value) => value === undefined || isWhole(value)));

/** Lists the values that a zone states for a target: the target, now, baseline and months. */
export const listStatedValues = ({
  target,
  now,
  baseline,
  series,
}: CountableRow): readonly Decimal[] =>
  [target, now?.value, baseline?.value, ...series.map(({ value }) => value)].filter(
    (value) => value !== undefined,
  );

/** Whether the values of a row, with its target and its baseline, count things one by one. */
export const isCountedRow = (row: CountableRow): boolean =>
  areCounted(row.unit, listStatedValues(row));
