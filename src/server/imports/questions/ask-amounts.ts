import { compact } from '#domain/values/compact.ts';
import type { Currency } from '#domain/values/money.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import type { Language } from '#domain/values/language.ts';
import { sharedWords, type SharedName } from '#domain/values/reading/shared-currency-words.ts';
import { parseUnit as unitOf } from '#domain/values/reading/unit.ts';
import { readTextAnswer, readZoneCurrency } from '#server/imports/answers.ts';
import { findSheetUnit } from '#server/imports/structure/titles/sheet-unit.ts';
import { listWrittenWith } from '#server/imports/values/currency-letters.ts';
import type { OpenPart } from '#server/imports/values/amount.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { findOpenMark, listSharedCurrencies } from '#server/imports/columns/amount-columns.ts';
import { listLikelyCurrencies } from './likely-currencies.ts';
import { formatMessage, type MessageValues } from '#server/imports/labels/messages.ts';
import type { Choice } from '#server/imports/context/questions.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** The most frequent currencies of registers. */
const usual =
  'CNY JPY USD EUR HKD GBP KRW TWD SGD THB VND MYR INR AUD CAD CHF RUB BRL MXN ARS'.split(' ');

/** Finds a symbol or word of an amount that several currencies share: $ in $5m. */
function sharedIn(amount: string): SharedName | undefined {
  const words = amount.replace(/[\d.,\s]+/g, ' ').trim();
  const unit = words === '' ? undefined : unitOf(words);
  return unit === undefined || unit === 'ambiguous' ? undefined : unit.shared;
}

/** Lists all currencies: the likely ones first, then the most frequent ones. */
function currencyChoices(likely: readonly Currency[]): Choice[] {
  return [...new Set([...likely, ...usual, ...selectableCurrencies])].map((code) => ({
    value: code,
    label: (language) => `${code} ${currencyName(code, language)}`,
  }));
}

/**
 * Asks for the currency of a new zone, where the file has no amount. It is never guessed. While a
 * question about amounts waits, the file may still give it.
 */
export function askZoneCurrency(context: ImportContext): void {
  const { questions } = context;
  if (!questions.isOpen('currency', 'unit', 'mapping', 'amount_column', 'magnitude'))
    questions.ask(
      'zone_currency',
      'q_zone_currency',
      currencyChoices(listLikelyCurrencies(context)),
    );
}

/** Lists the currencies that a word may mean, those that the file hints at first. */
function sortLikely(among: readonly Currency[], likely: readonly Currency[]): readonly Currency[] {
  const first = among.length === 0 ? likely : likely.filter((code) => among.includes(code));
  return [...new Set([...first, ...among])];
}

/** A proposed currency, with the reason. */
interface CurrencyHint {
  readonly currency: Currency;
  readonly reason: 'r_own_currency' | 'r_named_currency' | 'r_us_dollar';
}

/**
 * Finds the currency that a person set for the zone, if the word of the file may mean it. The zone
 * of a sample proposes nothing.
 */
function findOwnCurrency(
  { request: { answers, register } }: ImportContext,
  shared: readonly Currency[],
): CurrencyHint | undefined {
  const own = readZoneCurrency(answers) ?? (register.has_own ? register.base_currency : undefined);
  return own !== undefined && (shared.length === 0 || shared.includes(own))
    ? { currency: own, reason: 'r_own_currency' }
    : undefined;
}

/**
 * Finds the only currency that a shared word may mean and that other cells name: $ beside US$ is
 * the US dollar.
 */
function findNamed(
  others: ReadonlySet<Currency>,
  shared: readonly Currency[],
): CurrencyHint | undefined {
  const [currency, other] = [...others].filter((code) => shared.includes(code));
  return currency === undefined || other !== undefined
    ? undefined
    : { currency, reason: 'r_named_currency' };
}

/** A dollar in Korean or Japanese is the US dollar: other ones have the name of their country. */
const findForeignDollar = (text: string, shared: readonly Currency[]): CurrencyHint | undefined =>
  /달러|ドル/u.test(text.normalize('NFKC')) && shared.includes('USD')
    ? { currency: 'USD', reason: 'r_us_dollar' }
    : undefined;

/**
 * Asks for properties of amounts that no cell, header or line of the file gives. The questions have
 * no default, since a unit is never guessed.
 * @param columns - the columns with their fields
 * @param others - the currencies that other cells name themselves
 */
export function askAmounts(
  context: ImportContext,
  open: ReadonlyMap<OpenPart, MessageValues | undefined>,
  columns: readonly Column[] = [],
  others: ReadonlySet<Currency> = new Set(),
): void {
  const { questions } = context;
  const shared = [
    ...listSharedCurrencies(columns),
    ...[findSheetUnit(context.header.titles)?.shared ?? []].flat(),
  ];
  const [currency, unit] = [open.get('currency'), open.get('unit')];
  if (open.has('currency')) {
    const inCell = sharedIn(String(currency?.['value'] ?? ''));
    const words = inCell === undefined ? shared : [inCell, ...shared];
    const word = words[0] === undefined ? undefined : sharedWords[words[0]].word;
    const text =
      word !== undefined
        ? 'q_currency_shared'
        : currency === undefined
          ? 'q_currency'
          : 'q_currency_of';
    const meanings: readonly Currency[] = words.flatMap((name) => sharedWords[name].among);
    const among = [
      ...listWrittenWith(String(currency?.['value'] ?? '')),
      ...sortLikely(meanings, listLikelyCurrencies(context, columns)),
    ];
    const evidence = [currency?.['value'] ?? '', ...columns.map(({ key }) => key)].join(' ');
    const hint =
      findOwnCurrency(context, meanings) ??
      findNamed(others, meanings) ??
      findForeignDollar(evidence, meanings);
    questions.ask('currency', text, currencyChoices(hint ? [hint.currency, ...among] : among), {
      values: { ...currency, ...compact({ word }) },
      ...compact({
        proposal: hint?.currency,
        reasons:
          hint === undefined
            ? undefined
            : (language: Language) => [
                formatMessage(hint.reason, language, { currency: hint.currency }),
              ],
      }),
    });
  }
  if (open.has('unit')) askUnit(context, unit, findOpenMark(columns, context));
  askDecimalSign(context, open.get('decimal_sign'));
}

const units = [
  '1',
  '1000',
  '10000',
  '1000000',
  '100000000',
  '1000000000',
  '100000',
  '10000000',
] as const;
/** The units that M$ may mean. */
const unitsOfMark = ['1000', '1000000'] as const;

/**
 * Asks for the unit of the amounts.
 * @param cell - the first cell without a unit
 * @param mark - the unit of a heading that means thousands or millions: M$
 */
function askUnit(
  { questions }: ImportContext,
  cell: MessageValues | undefined,
  mark: string | undefined,
): void {
  const ask = (
    text: 'q_unit' | 'q_unit_of' | 'q_unit_mark',
    choices: readonly (typeof units)[number][],
    values: MessageValues | undefined,
  ): void =>
    questions.ask(
      'unit',
      text,
      choices.map((unit) => questions.choice(unit, `c_unit_${unit}`)),
      values === undefined ? {} : { values },
    );
  if (mark === undefined) ask(cell === undefined ? 'q_unit' : 'q_unit_of', units, cell);
  else ask('q_unit_mark', [...new Set([...unitsOfMark, ...units])], { word: mark });
}

/**
 * Asks what the point in 1.250 € means if neither column nor table proves it. The question stays
 * after an answer, so that users can change the answer.
 */
function askDecimalSign(
  { questions, request }: ImportContext,
  example: MessageValues | undefined,
): void {
  if (example === undefined && readTextAnswer(request.answers, 'decimal_sign') === undefined)
    return;
  questions.ask(
    'decimal_sign',
    example === undefined ? 'q_decimal_sign' : 'q_decimal_sign_of',
    [questions.choice('comma', 'c_decimal_comma'), questions.choice('point', 'c_decimal_point')],
    example === undefined ? {} : { values: example },
  );
}
