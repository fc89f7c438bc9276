import {
  findChangeAbsence,
  type ChangeAbsence,
  type IndicatorChange,
} from '#domain/changes/indicator-changes.ts';
import { compareDecimal, type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import { visibleDigits } from '#domain/values/digit-places.ts';
import { differenceUnit, displayUnit, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The words in place of a difference between two days. */
const absenceTerms: Terms<ChangeAbsence> = {
  no_earlier_value: words('此前无数值', '以前の値なし', 'no earlier value'),
  no_value: words('无数值', '値なし', 'no value'),
  no_newer_value: words('无更新数值', '新しい値なし', 'no newer value'),
  break: words('口径变化，不可比', '系列の断絶、比較不可', 'break in the series'),
  not_comparable: words('期间不同，不可比', '期間が異なり比較不可', 'not comparable'),
};

/** The words in place of the difference of an indicator. Empty if there is a difference. */
export function changeAbsenceText(change: IndicatorChange, language: Language): string {
  const absence = findChangeAbsence(change);
  return absence === undefined ? '' : absenceTerms[absence][language];
}

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
  return formatValue(difference, differenceUnit(unit), language, {
    signed: true,
    ...(isCurrency(unit) ? { like, ...findDigits(difference, unit, like, language) } : {}),
  }).text;
}
