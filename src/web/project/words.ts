import type { Language } from '#domain/language.ts';
import { displayUnit, formatMoney, unitLabel } from '#domain/format.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/money.ts';
import type { Amount, Project } from '#domain/project.ts';
import type { ReasonCode } from '#domain/reason.ts';
import { missingTerms, prefectureTerms, reasonTerms, stageWord, statusTerms, term } from '#domain/terms/index.ts';
import { markOf } from '#domain/industries.ts';
import type { IndustryMark, ZoneProfile } from '#domain/zone.ts';

/** A name of an industry or function zone of the zone, else the source's own word; nothing when there is none. */
export const named = (
  list: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[] | undefined,
  id: string | undefined,
  language: Language,
): string | undefined => (id === undefined ? undefined : (list?.find((item) => item.id === id)?.name[language] ?? id));
/** The mark of an industry; nothing where none is known. */
export const industryColour = (zone: Pick<ZoneProfile, 'industries'> | undefined, id: string | undefined): IndustryMark | undefined =>
  id === undefined ? undefined : markOf(zone?.industries ?? [], id);
export const prefectureName = (code: string | undefined, language: Language): string | undefined =>
  code === undefined ? undefined : term(prefectureTerms, code, language);

/** An amount in the reader's unit with its qualifier, or why there is none. */
export function amountText(amount: Amount | undefined, language: Language): string {
  if (amount?.money === undefined) return missingTerms[amount?.missing ?? 'not_reported'][language];
  return formatMoney(amount.money, language, amount.qualifier === undefined ? {} : { qualifier: amount.qualifier }).text;
}
/** The stage with the source's word where it could not be mapped. */
export const stageText = (project: Pick<Project, 'stage' | 'stage_word'>, stageWord: (stage: string) => string): string =>
  project.stage === 'unknown' && project.stage_word !== undefined
    ? `${stageWord('unknown')} · ${project.stage_word}`
    : stageWord(project.stage);
/** The reason of the field's list, and the words beside it. */
export const reasonText = (
  { reason_code, reason }: { readonly reason_code?: ReasonCode | undefined; readonly reason?: string | undefined },
  language: Language,
): string =>
  [reason_code === undefined ? undefined : reasonTerms[reason_code][language], reason]
    .filter((part) => part !== undefined)
    .join(language === 'en' ? ': ' : '：');

type Named = Parameters<typeof named>[0];
/** What of a zone names the values of filters. */
export interface FilterNames {
  readonly stage_words?: ZoneProfile['stage_words'];
  readonly industries?: Named;
  readonly function_zones?: Named;
}
/** The words of one value of a filter. */
export function filterWord(
  field: 'stage' | 'status' | 'industry' | 'zone',
  id: string,
  profile: FilterNames | undefined,
  language: Language,
): string {
  if (field === 'stage') return stageWord(profile?.stage_words, id, language);
  if (field === 'status') return term(statusTerms, id, language);
  return named(field === 'industry' ? profile?.industries : profile?.function_zones, id, language) ?? id;
}

export interface MoneyColumn {
  readonly unit: string | undefined;
  readonly cell: (amount: Amount | undefined) => string;
  /** What stands around a cell's number where the column has no head, as on a phone. */
  readonly around: (amount: Amount | undefined) => { readonly before: string; readonly after: string };
}
const bare = { before: '', after: '' };
/** One unit for a whole column where all amounts are of one currency; an amount too small for it keeps its own. */
export function moneyColumn(amounts: readonly (Amount | undefined)[], language: Language): MoneyColumn {
  const given = amounts.flatMap((amount): readonly WireMoney[] => (amount?.money === undefined ? [] : [amount.money]));
  const currency = given[0]?.currency;
  if (currency === undefined || given.some((money) => money.currency !== currency))
    return { unit: undefined, cell: (amount) => amountText(amount, language), around: () => bare };
  const like = given.map((money) => toMajor(fromWire(money))).reduce((a, b) => (Number(b) > Number(a) ? b : a));
  const inUnit = (amount: Amount | undefined): string | undefined => {
    if (amount?.money === undefined || amount.qualifier !== undefined) return undefined;
    const { number } = formatMoney(amount.money, language, { like, digits: 2 });
    return /[1-9]/.test(number) || /^-?0*$/.test(amount.money.minor) ? number : undefined;
  };
  return {
    unit: unitLabel(currency, language, like),
    cell: (amount) => inUnit(amount) ?? amountText(amount, language),
    around: (amount) => (inUnit(amount) === undefined ? bare : displayUnit(currency, like, language)),
  };
}
