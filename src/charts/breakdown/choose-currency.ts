import { kitLabels } from '#charts/kit/labels/index.ts';
import type { ChartContext, ChartDefinition } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { breakdownLabels } from './labels/index.ts';

/** Parts of an overview with a block for each currency. */
type CurrencyPart = 'breakdown' | 'money_ladder' | 'distribution';

const listCurrencies = (overview: Overview, part: CurrencyPart): readonly string[] =>
  overview[part]?.units.filter(isCurrency) ?? [];

/** The currency to draw alone; undefined where none is selected or the chart has no other. */
function findCurrency(
  overview: Overview,
  part: CurrencyPart,
  { options: { currency } }: ChartContext,
): string | undefined {
  const currencies = listCurrencies(overview, part);
  return currencies.length > 1 ? currencies.find((one) => one === currency) : undefined;
}

/** How each part keeps one currency: what its notes count is then of that currency too. */
const keepers: {
  readonly [P in CurrencyPart]: (
    part: NonNullable<Overview[P]>,
    currency: string,
  ) => NonNullable<Overview[P]>;
} = {
  breakdown: (part, currency) => ({ ...part, units: [currency] }),
  money_ladder: ({ total, ...part }, currency) => ({
    ...part,
    units: [currency],
    total: { ...total, pairs: total.pairs.filter(({ unit }) => unit === currency) },
  }),
  distribution: ({ rows, ...part }, currency) => ({
    ...part,
    units: [currency],
    rows: rows.map(({ lines, ...row }) => ({
      ...row,
      lines: lines.filter(({ unit }) => unit === currency),
    })),
  }),
};

function narrow<P extends CurrencyPart>(overview: Overview, part: P, context: ChartContext) {
  const own: Overview[P] = overview[part];
  const currency = findCurrency(overview, part, context);
  return currency === undefined || own === undefined
    ? overview
    : { ...overview, [part]: keepers[part](own, currency) };
}

/** Says that no amount has the chosen currency any more. */
const noteGone = (currency: string, language: Language): string =>
  breakdownLabels[language].currencyGone(currencyLabel(currency, language));

/**
 * Lets a reader draw one of the currencies of a chart alone. Amounts in others are then named and
 * neither drawn nor converted.
 */
export function chooseCurrency<S>(
  chart: ChartDefinition<S>,
  part: CurrencyPart,
): ChartDefinition<S> {
  return {
    ...chart,
    choices: (overview, context) => {
      const { currency, allCurrencies } = breakdownLabels[context.language];
      return [
        ...(chart.choices?.(overview, context) ?? []),
        {
          ...({ option: 'currency', label: currency, takes: 'currencies' } as const),
          values: [
            { value: '', label: allCurrencies },
            ...listCurrencies(overview, part).map((value) => ({
              value,
              label: currencyLabel(value, context.language),
            })),
          ],
          changes_data: false,
        },
      ];
    },
    toSeries: (overview, context) => chart.toSeries(narrow(overview, part, context), context),
    toTable: (overview, context) => chart.toTable(narrow(overview, part, context), context),
    loadRows: async (overview, context) =>
      chart.loadRows?.(narrow(overview, part, context), context),
    explains: (overview, context) => chart.explains(narrow(overview, part, context), context),
    words: (overview, context) => {
      const words = chart.words(narrow(overview, part, context), context);
      const currency = findCurrency(overview, part, context);
      const { language, options } = context;
      const currencies = listCurrencies(overview, part);
      if (currency === undefined) {
        const choice = options.currency;
        if (choice === undefined || currencies.length === 0 || currencies.includes(choice))
          return words;
        return { ...words, notes: [noteGone(choice, language), ...words.notes] };
      }
      const { brackets, list } = kitLabels[language];
      const others = currencies
        .filter((one) => one !== currency)
        .map((one) => currencyLabel(one, language));
      return {
        ...words,
        title: `${words.title}${brackets(currencyLabel(currency, language))}`,
        notes: [breakdownLabels[language].notDrawn(others.join(list)), ...words.notes],
      };
    },
    loadOffice: async () => {
      const { officeChart } = await chart.loadOffice();
      return {
        officeChart: (overview, context, table) =>
          officeChart(narrow(overview, part, context), context, table),
      };
    },
  };
}
