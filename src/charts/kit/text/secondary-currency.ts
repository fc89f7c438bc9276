import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { convertToSecondary } from '#domain/overview/secondary-currency.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { frameWords } from '#charts/kit/labels/index.ts';

/** An overview with its secondary currency, if it has one. */
type Bearer = Pick<Partial<Overview>, 'beside' | 'beside_missing' | 'as_of'>;
const said: Readonly<Record<Language, (currency: string, rates: string) => string>> = {
  'zh-CN': (currency, rates) => `并列${currency}金额，汇率：${rates}`,
  ja: (currency, rates) => `${currency}額を併記、レート：${rates}`,
  en: (currency, rates) => `With amounts in ${currency} at ${rates}`,
};
const missing: Readonly<Record<Language, (currency: string, from: string, day: string) => string>> =
  {
    'zh-CN': (currency, from, day) =>
      `未并列${currency}金额：没有${day}或以前的${from}与${currency}汇率，请在目标页录入`,
    ja: (currency, from, day) =>
      `${currency}額は併記なし：${day}以前の${from}と${currency}のレートがありません。目標のページで登録してください`,
    en: (currency, from, day) =>
      `No amounts in ${currency}: enter a rate of ${from} with ${currency} on or before ${day} on the page of targets`,
  };
const rate: Readonly<Record<Language, (quoted: string, day: string, source: string) => string>> = {
  'zh-CN': (quoted, day, source) => `${quoted}（${day}，${source}）`,
  ja: (quoted, day, source) => `${quoted}（${day}、${source}）`,
  en: (quoted, day, source) => `${quoted} (${day}, ${source})`,
};

/**
 * A subtitle with the rates of the secondary currency, each with day and source, or with those that
 * are missing; unchanged without a secondary currency.
 */
export function withRates(
  subtitle: string,
  { beside, beside_missing: none, as_of }: Bearer,
  language: Language,
): string {
  const stop = language === 'en' ? '. ' : '。';
  if (none !== undefined && as_of !== undefined) {
    const day = formatDate(as_of, language, language === 'en' ? 'short' : 'long');
    return `${subtitle}${stop}${missing[language](none.currency, none.without.join(frameWords[language].list), day)}`;
  }
  if (beside === undefined || beside.used.length === 0) return subtitle;
  const rates = beside.used.map((one) =>
    rate[language](
      rateWords(one),
      formatDate(one.day, language, language === 'en' ? 'short' : 'long'),
      one.source,
    ),
  );
  return `${subtitle}${stop}${said[language](beside.currency, rates.join(language === 'en' ? ', ' : '、'))}`;
}

/** An amount in the secondary currency, as 134亿日元; empty without one. */
export function besideText(
  value: string | number,
  unit: string,
  { beside }: Bearer,
  language: Language,
): string {
  const converted =
    beside === undefined || unit === beside.currency
      ? undefined
      : convertToSecondary(beside, value, unit);
  return beside === undefined || converted === undefined
    ? ''
    : formatValue(converted, beside.currency, language).text;
}
/** The text of an amount, followed by the secondary currency in brackets. */
export function withBeside(
  text: string,
  value: string | number,
  unit: string,
  bearer: Bearer,
  language: Language,
): string {
  const other = besideText(value, unit, bearer, language);
  return other === '' ? text : `${text}${frameWords[language].brackets(other)}`;
}

/**
 * Adds a column of the secondary currency for each column of amounts, before that of the status.
 * `unitOf` is the unit of
 * a row; a cell is empty where there is no amount, or one of a unit that is no currency. Returns
 * the same table without a secondary currency.
 */
export function tableBeside(
  table: ChartTable,
  {
    columns,
    unitOf,
  }: {
    readonly columns: readonly string[];
    readonly unitOf: (row: readonly (string | null)[]) => string | null;
  },
  { beside }: Bearer,
  language: Language,
): ChartTable {
  if (beside === undefined) return table;
  const end = table.columns.findIndex(({ id }) => id === 'data_status');
  const from = table.columns.flatMap(({ id }, at) => (columns.includes(id) ? [at] : []));
  const added = from.flatMap((at): readonly TableColumn[] => {
    const column = table.columns[at];
    return column === undefined
      ? []
      : [
          {
            id: `${column.id}_${beside.currency.toLowerCase()}`,
            label: `${column.label}${frameWords[language].brackets(beside.currency)}`,
            kind: 'number',
            currency: beside.currency,
          },
        ];
  });
  return {
    columns: [...table.columns.slice(0, end), ...added, ...table.columns.slice(end)],
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
