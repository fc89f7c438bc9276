import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import type { AbsenceReason, MissingReason } from '#domain/values/data-status.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** Why a value is missing. Zero is a value. */
export const missingTerms: Terms<MissingReason> = {
  not_reported: words('未报送', '未報告', 'Not reported'),
  not_disclosed: words('未披露', '非開示', 'Not disclosed'),
  not_applicable: words('不适用', '該当なし', 'Not applicable'),
  not_yet_due: words('尚未到期', '期限前', 'Not yet due'),
  not_readable: words('无法识别', '読み取り不可', 'Could not be read'),
};

/** Why a figure has no value: nothing is stated, or what is reported makes no sum. */
export const absenceTerms: Terms<AbsenceReason> = {
  ...missingTerms,
  no_sum: words('累计值未知', '累計は不明', 'Sum not known'),
};

/** Writes a count of projects. @returns a dash if it is unknown, since some may belong to it */
export const writeKnownCount = (count: number, possible: number, language: Language): string =>
  isCountUnknown(count, possible) ? '—' : formatCount(count, language);

/** For projects without an amount, whatever their reasons. */
export const noAmountTerm: Text = words('无金额', '金額なし', 'No amount');

/** For a sum that a shared view withholds. */
export const heldBackTerm: Text = { 'zh-CN': '不显示', ja: '非表示', en: 'not shown' };

/**
 * The words after a sum that lacks projects, whatever their reasons: the sum is what the others
 * state.
 * @param missing - the number of projects without an amount, formatted
 */
export const partialSumTerm = (missing: string, language: Language): string =>
  ({
    'zh-CN': `已填，另有${missing}个无金额`,
    ja: `記載分、ほか${missing}件は金額なし`,
    en: `stated, ${missing} without an amount`,
  })[language];

/** The amounts that a shared view withholds, by currency. */
export function heldBackAmounts(currencies: readonly string[], language: Language): string {
  const names = currencies.map((currency) => currencyLabel(currency, language));
  if (language === 'zh-CN') return `${names.join('、')}金额不显示`;
  return language === 'ja'
    ? `${names.join('・')}建ての金額は非表示`
    : `amounts in ${names.join(', ')} not shown`;
}
