import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { convertToSecondary, secondaryText } from '#domain/overview/secondary-currency.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';

/** An overview with its secondary currency, if it has one. */
type SecondaryCurrencyInput = Pick<Partial<Overview>, 'beside' | 'beside_missing' | 'as_of'>;
/**
 * Adds the rates of the secondary currency to a subtitle, each with day and source, or the missing
 * ones; unchanged without a secondary currency.
 */
export function addRates(
  subtitle: string,
  { beside, beside_missing: none, as_of }: SecondaryCurrencyInput,
  language: Language,
): string {
  const { list, rate, sentenceStop, secondaryCurrency: labels } = kitLabels[language];
  const dayText = (day: string): string =>
    formatDate(day, language, language === 'en' ? 'short' : 'long');
  if (none !== undefined && as_of !== undefined) {
    const text = labels.missing(none.currency, none.without.join(list), dayText(as_of));
    return `${subtitle}${sentenceStop}${text}`;
  }
  if (beside === undefined || beside.used.length === 0) return subtitle;
  const rates = beside.used.map((rateUse) =>
    rate(rateWords(rateUse), dayText(rateUse.day), rateUse.source),
  );
  return `${subtitle}${sentenceStop}${labels.rates(beside.currency, rates.join(list))}`;
}

/** The text of an amount, followed by the secondary currency in brackets. */
export function addSecondary(
  text: string,
  value: string | number,
  unit: string,
  overview: SecondaryCurrencyInput,
  language: Language,
): string {
  const other = secondaryText(value, unit, overview, language);
  return other === '' ? text : `${text}${kitLabels[language].brackets(other)}`;
}

/**
 * Adds a column of the secondary currency for each column of amounts, before the status column.
 * `unitOf` is the unit of a row. A cell is empty where there is no amount, or where its unit is no
 * currency.
 * @returns the same table without a secondary currency
 */
export function addSecondaryColumns(
  table: ChartTable,
  {
    columns,
    unitOf,
  }: {
    readonly columns: readonly string[];
    readonly unitOf: (row: readonly (string | null)[]) => string | null;
  },
  { beside }: SecondaryCurrencyInput,
  language: Language,
): ChartTable {
  if (beside === undefined) return table;
  const end = table.columns.findIndex(({ id }) => id === 'data_status');
  const from = table.columns.flatMap(({ id }, at) => (columns.includes(id) ? [at] : []));
  const additions = from.flatMap((at): readonly TableColumn[] => {
    const column = table.columns[at];
    return column === undefined
      ? []
      : [
          {
            id: `${column.id}_${beside.currency.toLowerCase()}`,
            label: `${column.label}${kitLabels[language].brackets(beside.currency)}`,
            kind: 'number',
            measure: 'converted_amount',
            of: { cur: beside.currency },
            of_rows: table.rows.map((row) => {
              const [value, unit] = [row[at] ?? null, unitOf(row)];
              return value === null || unit === null ? null : { amount_value: value, in: unit };
            }),
            currency: beside.currency,
          },
        ];
  });
  return {
    ...table,
    columns: [...table.columns.slice(0, end), ...additions, ...table.columns.slice(end)],
    rows: table.rows.map((row) => {
      const cells = from.map((at) => {
        const value = row[at] ?? null;
        return value === null
          ? null
          : (convertToSecondary(beside, value, unitOf(row) ?? '') ?? null);
      });
      return [...row.slice(0, end), ...cells, ...row.slice(end)];
    }),
  };
}
