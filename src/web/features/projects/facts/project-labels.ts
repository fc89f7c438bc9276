import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { displayUnit, type FormattedValue, formatMoney, unitLabel } from '#domain/values/format.ts';
import type { Qualifier, WireMoney } from '#domain/values/money.ts';
import type { Amount, Project } from '#domain/projects/project.ts';
import type { ReasonCode } from '#domain/projects/reason.ts';
import {
  missingTerms,
  prefectureTerms,
  reasonTerms,
  stageWord,
  statusTerms,
  term,
} from '#domain/labels/index.ts';
import { markOf } from '#domain/zone/industries.ts';
import { middleAmount, moneyText, type PageUnits } from '#domain/overview/money-units.ts';
import type { IndustryMark, ZoneProfile } from '#domain/zone/zone.ts';

/** A name of an industry or function zone of the zone, else the source's own word; nothing when there is none. */
export const named = (
  list:
    | readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]
    | undefined,
  id: string | undefined,
  language: Language,
): string | undefined =>
  id === undefined ? undefined : (list?.find((item) => item.id === id)?.name[language] ?? id);
/** The mark of an industry; nothing where none is known. */
export const industryColour = (
  zone: Pick<ZoneProfile, 'industries'> | undefined,
  id: string | undefined,
): IndustryMark | undefined => (id === undefined ? undefined : markOf(zone?.industries ?? [], id));
export const prefectureName = (code: string | undefined, language: Language): string | undefined =>
  code === undefined ? undefined : term(prefectureTerms, code, language);

/** An amount in the reader's unit, or in one of the page, with its qualifier; or why there is none. */
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
/** The stage with the source's word where it could not be mapped. */
export const stageText = (
  project: Pick<Project, 'stage' | 'stage_word'>,
  stageWord: (stage: string) => string,
): string =>
  project.stage === 'unknown' && project.stage_word !== undefined
    ? `${stageWord('unknown')} · ${project.stage_word}`
    : stageWord(project.stage);
/** The reason of the field's list, and the words beside it. */
export const reasonText = (
  {
    reason_code,
    reason,
  }: { readonly reason_code?: ReasonCode | undefined; readonly reason?: string | undefined },
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
  return (
    named(field === 'industry' ? profile?.industries : profile?.function_zones, id, language) ?? id
  );
}

export interface MoneyColumn {
  /** The unit of the column's numbers, or of each currency that stands in it. */
  readonly unit: string | undefined;
  readonly cell: (amount: Amount | undefined) => string;
  /** What stands around a cell's number where the column has no head, as on a phone. */
  readonly around: (amount: Amount | undefined) => {
    readonly before: string;
    readonly after: string;
  };
}
const bare = { before: '', after: '' };

/**
 * One unit for a whole column of single projects, named in its head; where several currencies stand in it, one unit for each, and
 * each amount with its own. No amount above 0 reads as 0. The unit is that of the middle amount, or of single projects of the page.
 */
export function moneyColumn(
  amounts: readonly (Amount | undefined)[],
  language: Language,
  units?: PageUnits,
): MoneyColumn {
  const given = amounts.flatMap((amount): readonly WireMoney[] =>
    amount?.money === undefined ? [] : [amount.money],
  );
  const likes = new Map(
    [...new Set(given.map(({ currency }) => currency))].map((currency) => [
      currency,
      units?.(currency)?.single ?? middleAmount(given, currency),
    ]),
  );
  const single = likes.size === 1;
  const written = (money: WireMoney, qualifier: Qualifier | undefined): FormattedValue =>
    formatMoney(money, language, {
      like: likes.get(money.currency) ?? '0',
      digits: 2,
      ...compact({ qualifier }),
    });
  const unitOf = (currency: string) => displayUnit(currency, likes.get(currency) ?? '0', language);
  return {
    unit:
      likes.size === 0
        ? undefined
        : [...likes].map(([currency, like]) => unitLabel(currency, language, like)).join(' · '),
    cell: (amount) => {
      if (amount?.money === undefined) return amountText(amount, language);
      const { number, text } = written(amount.money, amount.qualifier);
      const { before, after } = unitOf(amount.money.currency);
      return single
        ? amount.qualifier === undefined
          ? number
          : text.replace(before, '').replace(after, '')
        : text;
    },
    around: (amount) => {
      if (amount?.money === undefined || !single) return bare;
      const { before, after } = unitOf(amount.money.currency);
      // a word such as about stands first: the currency follows the number there
      return amount.qualifier === undefined || before === ''
        ? { before, after }
        : { before: '', after: ` ${before}${after}` };
    },
  };
}
