import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { currencyNamed } from '#domain/values/currency/currency-names.ts';
import { parseUnit } from '#server/imports/values/unit.ts';

type Answer = ImportAnswers[string];

/**
 * Returns the text of an answer.
 * @returns undefined for a map, a missing answer and the empty text
 */
export const readTextAnswer = (answers: ImportAnswers, id: string): string | undefined => {
  const answer = answers[id];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
};

/**
 * Parses the power of ten of a unit answer: 10000, 1,000,000 or a unit word such as 百万円, at most a
 * trillion.
 * @returns undefined for any other text
 */
export function parseUnitPower(answer: string | undefined): number | undefined {
  const bare = answer?.replace(/[,\s]/g, '');
  if (bare === undefined) return undefined;
  const power = /^10*$/.test(bare) ? bare.length - 1 : parseUnit(bare)?.power;
  return power !== undefined && power <= 12 ? power : undefined;
}

/**
 * Parses the currency of an answer: an ISO code, a name in Chinese, Japanese or English, or a
 * symbol or word of only one currency.
 * @returns undefined for an unknown word, or a symbol of several currencies
 */
export function parseCurrencyAnswer(answer: string | undefined): string | undefined {
  if (answer === undefined) return undefined;
  const code = answer.toUpperCase();
  if (currencyCodes.includes(code)) return code;
  const currency = currencyNamed(answer);
  if (currency !== undefined) return currency;
  const unit = parseUnit(answer);
  return unit?.power === 0 ? unit.currency : undefined;
}

/**
 * Returns the answer to which currency a new zone has.
 * @returns a currency code; undefined without a readable answer
 */
export const readZoneCurrency = (answers: ImportAnswers): string | undefined =>
  parseCurrencyAnswer(readTextAnswer(answers, 'zone_currency'));

/** Whether an answer settles its question. */
export function settles(
  id: string,
  answer: Answer | undefined,
  choices: readonly { readonly value: string }[],
): boolean {
  if (answer === undefined) return false;
  if (typeof answer !== 'string') return id === 'mapping' || id === 'stage_words';
  const text = answer.trim();
  switch (id) {
    case 'currency':
    case 'zone_currency':
      return parseCurrencyAnswer(text) !== undefined;
    case 'unit':
      return parseUnitPower(text) !== undefined;
    case 'as_of':
      return isIsoDate(text);
    case 'zone_name':
      return text !== '' && text.length <= 200;
    case 'mapping':
      return text === 'proposals';
    case 'stage_words':
      return text === 'keep' || text === 'proposals';
    default:
      return choices.some((c) => c.value === text);
  }
}
