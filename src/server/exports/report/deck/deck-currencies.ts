import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import type { Language } from '#domain/values/language.ts';
import type { Currency } from '#domain/values/money.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { listCurrencies, spreadCurrencies } from '#server/exports/formats/pptx/slide-currencies.ts';

const currenciesOf = ({ parts }: Slide): readonly Currency[] =>
  parts.flatMap((part) => (part.kind === 'chart' ? listCurrencies(part.chart.native) : []));

/** The currencies of a chart that one slide has no room for: the main one, and the others. */
interface CurrencySplit {
  readonly main: Currency;
  readonly others: readonly Currency[];
}

/**
 * Splits the currencies of a chart into the main one and the others.
 *
 * @returns undefined if one slide has room for all of them
 */
export function splitCurrencies(slide: Slide): CurrencySplit | undefined {
  const [main, ...others] = new Set(spreadCurrencies(slide).flatMap(currenciesOf));
  const isOneSlide = spreadCurrencies(slide).length === 1;
  return main === undefined || isOneSlide ? undefined : { main, others };
}

/** Keeps the first slide of a chart, and names the currencies that it does not have. */
export function keepMainCurrency(
  slide: Slide,
  { others }: CurrencySplit,
  language: Language,
): Slide {
  const [own = slide] = spreadCurrencies(slide);
  const names = others.filter((currency) => !currenciesOf(own).includes(currency));
  if (names.length === 0) return own;
  const words = names.map((currency) => currencyLabel(currency, language));
  const line = breakdownLabels[language].notDrawn(words.join(kitLabels[language].list));
  const note = { kind: 'lines', lines: [line], colour: 'ink-2', points: 12.5 } as const;
  return { ...own, parts: [...own.parts, note] };
}
