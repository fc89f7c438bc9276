import type { IndicatorChange } from '#domain/changes/indicator-changes.ts';
import { compareDecimal, type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { visibleDigits } from '#domain/values/digit-places.ts';
import { differenceUnit, displayUnit, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { changeAbsenceText } from './change-absence.ts';

type ChangedValues = Pick<IndicatorChange, 'unit' | 'from' | 'to'>;

const sizeOf = (value: Decimal): Decimal => (value.startsWith('-') ? value.slice(1) : value);
/** The larger of both values, whose multiple all amounts beside them take. */
function findLarger({ from, to }: ChangedValues): Decimal {
  const [a, b] = [from?.value ?? '0', to?.value ?? '0'];
  return compareDecimal(sizeOf(a), sizeOf(b)) > 0 ? a : b;
}

/** Writes a value of an indicator in the unit of the larger one of the two days. */
export const changedValueText = (
  values: ChangedValues,
  value: Decimal,
  language: Language,
): string => formatValue(value, values.unit, language, { like: findLarger(values) }).text;

/** The decimals of a difference of money that does not read as 0 in the unit of its values. */
function findDigits(difference: Decimal, unit: string, like: Decimal, language: Language) {
  const { power, digits } = displayUnit(unit, like, language);
  const places = visibleDigits(scaleByTen(difference, -power), digits, power + digits);
  return places > digits ? { digits: places } : {};
}

/**
 * Writes the difference of an indicator between two days with its sign and in the unit of both
 * values, or why there is none. Percentages differ by points.
 */
export function changeText(change: IndicatorChange, language: Language): string {
  const { difference, unit } = change;
  if (difference === undefined) return changeAbsenceText(change, language);
  const like = findLarger(change);
  const digits = isCurrency(unit) ? { like, ...findDigits(difference, unit, like, language) } : {};
  return formatValue(difference, differenceUnit(unit), language, { signed: true, ...digits }).text;
}
