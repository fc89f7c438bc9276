import { compact } from '#domain/values/compact.ts';
import { colonMark, type Language } from '#domain/values/language.ts';
import { displayUnit, type FormattedValue, formatMoney, unitLabel } from '#domain/values/format.ts';
import type { Qualifier, WireMoney } from '#domain/values/money.ts';
import type { Amount, Project } from '#domain/projects/project.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import { missingTerms, prefectureTerms, reasonTerms, term } from '#domain/labels/index.ts';
import { findMark } from '#domain/zone/industries.ts';
import {
  findAmountDigits,
  middleAmount,
  moneyText,
  type PageUnits,
} from '#domain/overview/money-units.ts';
import type { IndustryMark, ZoneProfile } from '#domain/zone/zone.ts';

/**
 * Names an industry or function zone. An unknown id is returned as it is.
 * @returns undefined without an id
 */
export const findEntryName = (
  list:
    | readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]
    | undefined,
  id: string | undefined,
  language: Language,
): string | undefined =>
  id === undefined ? undefined : (list?.find((item) => item.id === id)?.name[language] ?? id);
/**
 * Returns the colour mark of an industry.
 * @returns undefined without an id, and for an industry without a mark
 */
export const industryColour = (
  zone: Pick<ZoneProfile, 'industries'> | undefined,
  id: string | undefined,
): IndustryMark | undefined =>
  id === undefined ? undefined : findMark(zone?.industries ?? [], id);
/** Writes the name of a prefecture from its code. @returns undefined without a code */
export const prefectureName = (code: string | undefined, language: Language): string | undefined =>
  code === undefined ? undefined : term(prefectureTerms, code, language);

/**
 * Writes an amount with its qualifier, in the unit of the page if given; or the reason for a
 * missing one.
 */
export function amountText(
  amount: Amount | undefined,
  language: Language,
  units?: PageUnits,
): string {
  if (amount?.money === undefined) return missingTerms[amount?.missing ?? 'not_reported'][language];
  return moneyText(
    amount.money,
    units,
    language,
    amount.qualifier === undefined ? {} : { qualifier: amount.qualifier },
  );
}
/** Names the stage of a project. An unmapped stage shows the word of the source. */
export const stageText = (
  project: Pick<Project, 'stage' | 'stage_word'>,
  stageWord: (stage: string) => string,
): string =>
  project.stage === 'unknown' && project.stage_word !== undefined
    ? `${stageWord('unknown')} · ${project.stage_word}`
    : stageWord(project.stage);
/** Joins the standard reason and the written one. */
export const reasonText = (
  {
    reason_code,
    reason,
  }: { readonly reason_code?: ReasonCode | undefined; readonly reason?: string | undefined },
  language: Language,
): string =>
  [reason_code === undefined ? undefined : reasonTerms[reason_code][language], reason]
    .filter((part) => part !== undefined)
    .join(colonMark(language));

export interface MoneyColumn {
  /** The unit for the head. Undefined with several currencies, where each amount has its own. */
  readonly unit: string | undefined;
  readonly cell: (amount: Amount | undefined) => string;
  /**
   * Writes a sum of the column. With several currencies it has the unit of sums on the page, as it
   * has elsewhere.
   */
  readonly sum: (money: WireMoney) => string;
  /** The unit around a cell's number, for a phone, where the column has no head. */
  readonly around: (amount: Amount | undefined) => {
    readonly before: string;
    readonly after: string;
  };
}
const bare = { before: '', after: '' };

/**
 * Formats a column of amounts in one unit: that of the median amount or of the page. With several
 * currencies each has its own unit, and each amount names it. No amount above 0 reads as 0. The
 * amounts of one currency have equal digits, and none where all are whole.
 */
export function moneyColumn(
  amounts: readonly (Amount | undefined)[],
  language: Language,
  { units }: { readonly units?: PageUnits } = {},
): MoneyColumn {
  const knownAmounts = amounts.flatMap((amount): readonly WireMoney[] =>
    amount?.money === undefined ? [] : [amount.money],
  );
  const likes = new Map(
    [...new Set(knownAmounts.map(({ currency }) => currency))].map((currency) => [
      currency,
      units?.(currency)?.single ?? middleAmount(knownAmounts, currency),
    ]),
  );
  const single = likes.size === 1;
  const digitsOf = (money: WireMoney): number =>
    findAmountDigits(money, likes.get(money.currency) ?? '0', language);
  const columnDigits = new Map(
    [...Map.groupBy(knownAmounts, ({ currency }) => currency)].map(([currency, group]) => [
      currency,
      Math.max(...group.map(digitsOf)),
    ]),
  );
  const writeAmount = (money: WireMoney, qualifier: Qualifier | undefined): FormattedValue =>
    formatMoney(money, language, {
      like: likes.get(money.currency) ?? '0',
      digits: Math.max(columnDigits.get(money.currency) ?? 0, digitsOf(money)),
      ...compact({ qualifier }),
    });
  const findUnit = (currency: string) =>
    displayUnit(currency, likes.get(currency) ?? '0', language);
  const cell: MoneyColumn['cell'] = (amount) => {
    if (amount?.money === undefined) return amountText(amount, language);
    const { number, text } = writeAmount(amount.money, amount.qualifier);
    const { before, after } = findUnit(amount.money.currency);
    return single
      ? amount.qualifier === undefined
        ? number
        : text.replace(before, '').replace(after, '')
      : text;
  };
  return {
    unit: single
      ? [...likes].map(([currency, like]) => unitLabel(currency, language, like))[0]
      : undefined,
    cell,
    sum: (money) =>
      single || units === undefined ? cell({ money }) : moneyText(money, units, language),
    around: (amount) => {
      if (amount?.money === undefined || !single) return bare;
      const { before, after } = findUnit(amount.money.currency);
      // With a qualifier such as “about” before the number, the currency follows it.
      return amount.qualifier === undefined || before === ''
        ? { before, after }
        : { before: '', after: ` ${before}${after}` };
    },
  };
}
