import { isCounted } from '#domain/values/counted-units.ts';
import { isWhole } from '#domain/values/decimal.ts';
import { isCurrency } from '#domain/values/money.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import type { TargetRow } from './target-row.ts';

type ValuedRow = Pick<TargetRow, 'unit' | 'target' | 'now' | 'baseline' | 'series'>;

/** Whether the zone named a unit itself. */
const isOwnUnit = (unit: string): boolean => !Object.hasOwn(unitTerms, unit) && !isCurrency(unit);

/**
 * Whether the values of a row count things one by one, so that its computed values are written as
 * whole numbers. A unit that the zone named itself does where each value, the target and the
 * baseline are whole.
 */
export const isCountedRow = ({ unit, target, now, baseline, series }: ValuedRow): boolean =>
  isCounted(unit) ||
  (isOwnUnit(unit) &&
    [target, now?.value, baseline?.value, ...series.map(({ value }) => value)].every(
      (value) => value === undefined || isWhole(value),
    ));
