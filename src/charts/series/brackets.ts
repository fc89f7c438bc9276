import { type MeasureUnit, valueText } from '#charts/kit/text/units.ts';
import type { EventSeries } from '#domain/analysis/events/event-series.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import { formatCount } from '#domain/values/format.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { seriesLabels } from './labels/index.ts';
import { countUnit } from './period-figures.ts';
import type { WaitingBracket } from './series-types.ts';

/** Writes the number alone, with its minus; none is a plain 0. */
export const writeValue = (value: Decimal, unit: MeasureUnit): string =>
  compareDecimal(value, '0') === 0 ? '0' : valueText(value, unit);

/** Writes the number that waits between two events. */
export function makeBrackets(
  { waiting }: EventSeries,
  currency: string,
  unit: MeasureUnit,
): WaitingBracket[] {
  const text = seriesLabels[unit.language];
  return waiting.map(({ from, to, waiting: open, left, amounts }) => {
    const money = amounts.find((one) => one.currency === currency);
    const isCount = currency === countUnit;
    const count = formatCount(open, unit.language, unit.language === 'en' ? undefined : 'projects');
    const words = text.waiting[to](
      isCount ? count : money === undefined ? '—' : writeValue(toMajor(fromWire(money)), unit),
    );
    const hasLeft = isCount && left > 0;
    return {
      from,
      to,
      text: hasLeft ? text.withLeft(words, formatCount(left, unit.language)) : words,
    };
  });
}
