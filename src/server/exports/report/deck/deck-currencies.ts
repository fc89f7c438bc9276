import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import { reportWords } from '#report/labels/index.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import type { Language } from '#domain/values/language.ts';
import { type Currency, isCurrency } from '#domain/values/money.ts';
import type { Slide } from '#server/exports/formats/pptx/slide.ts';
import { spreadCurrencies } from '#server/exports/formats/pptx/slide-currencies.ts';
import { deckWords } from './labels/index.ts';

const listCurrencies = ({ unit, below = [] }: OfficeChart): readonly Currency[] => [
  ...(unit !== 'share' && isCurrency(unit.id) ? [unit.id] : []),
  ...below.flatMap(listCurrencies),
];
const currenciesOf = ({ parts }: Slide): readonly Currency[] =>
  parts.flatMap((part) => (part.kind === 'chart' ? listCurrencies(part.chart.native) : []));

/**
 * Keeps the first currencies of a chart that one slide has room for, so that other topics have room
 * in the deck. A line names the others.
 */
export function keepMainCurrencies(slide: Slide, language: Language): Slide {
  const [main = slide, ...others] = spreadCurrencies(slide);
  const mainCurrencies = currenciesOf(main);
  const names = [...new Set(others.flatMap(currenciesOf))]
    .filter((currency) => !mainCurrencies.includes(currency))
    .map((currency) => currencyName(currency, language));
  if (names.length === 0) return main;
  const line = deckWords[language].otherCurrencies(names.join(reportWords[language].list));
  const note = { kind: 'lines', lines: [line], colour: 'ink-2', points: 12.5 } as const;
  return { ...main, parts: [...main.parts, note] };
}
