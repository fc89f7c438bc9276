import { heldBackAmounts } from '#domain/labels/general/missing-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatMoney } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { type Currency, sumWire } from '#domain/values/money.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { chartCurrency } from './amounts.ts';
import { pipelineChartLabels } from './labels/index.ts';

/**
 * Writes the sum of one currency. Where a shared view withholds it in one group and shows it in the
 * other, both are named, since the sum is of one group alone.
 */
function writeSum(overview: Overview, currency: Currency, language: Language): string | undefined {
  const { groups } = overview.strip;
  const { groups: names, partly } = pipelineChartLabels[language];
  const list = kitLabels[language].list;
  const ofCurrency = groups.map(({ amounts }) =>
    amounts.filter((money) => money.currency === currency),
  );
  const [sum] = sumWire(ofCurrency);
  if (sum === undefined) return undefined;
  const amount = formatMoney(sum, language).text;
  const withheld = groups.filter(({ held_back }) => held_back?.includes(currency) === true);
  if (withheld.length === 0) return amount;
  const visible = groups.filter((_, at) => (ofCurrency[at]?.length ?? 0) > 0);
  const write = (part: typeof groups) => part.map(({ group }) => names[group]).join(list);
  return partly({ amount, shown: write(visible), withheld: write(withheld) });
}

/**
 * Writes sums in currencies without an axis, and which of them a shared view leaves out. They are
 * never added to anything.
 * @returns undefined if there are none
 */
export function otherCurrencies(overview: Overview, language: Language): string | undefined {
  const { groups } = overview.strip;
  const main = chartCurrency(overview);
  const list = (codes: readonly Currency[]) => [
    ...new Set(codes.filter((currency) => currency !== main)),
  ];
  const sums = list(groups.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)));
  const withheld = list(groups.flatMap(({ held_back = [] }) => held_back)).filter(
    (currency) => !sums.includes(currency),
  );
  const withheldWords = withheld.length === 0 ? [] : [heldBackAmounts(withheld, language)];
  if (sums.length === 0)
    return withheldWords.length === 0 ? undefined : sentenceStart(withheldWords.join(''));
  return pipelineChartLabels[language].otherCurrencies(
    [
      ...sums.flatMap((currency) => writeSum(overview, currency, language) ?? []),
      ...withheldWords,
    ].join(kitLabels[language].list),
  );
}
