import type { Language } from '#domain/language.ts';
import { formatMoney } from '#domain/format.ts';
import type { Amount, Project } from '#domain/project.ts';
import { missingTerms, prefectureTerms, stageTerms, statusTerms, term } from '#domain/terms/index.ts';
import type { ZoneProfile } from '#domain/zone.ts';
import type { FilterField } from './list-query.ts';

/** A name of an industry or function zone of the zone, else the source's own word; nothing when there is none. */
export const named = (list: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[] | undefined, id: string | undefined, language: Language): string | undefined =>
  id === undefined ? undefined : (list?.find((item) => item.id === id)?.name[language] ?? id);
export const industryColour = (profile: ZoneProfile | undefined, id: string | undefined) => profile?.industries.find((industry) => industry.id === id)?.colour;
export const prefectureName = (code: string | undefined, language: Language): string | undefined => (code === undefined ? undefined : term(prefectureTerms, code, language));

/** An amount in the reader's unit with its qualifier, or why there is none. */
export function amountText(amount: Amount | undefined, language: Language): string {
  if (amount?.money === undefined) return missingTerms[amount?.missing ?? 'not_reported'][language];
  return formatMoney(amount.money, language, amount.qualifier === undefined ? {} : { qualifier: amount.qualifier }).text;
}
/** The stage with the source's word where it could not be mapped. */
export const stageText = (project: Pick<Project, 'stage' | 'stage_word'>, language: Language): string =>
  project.stage === 'unknown' && project.stage_word !== undefined ? `${stageTerms.unknown[language]} · ${project.stage_word}` : stageTerms[project.stage][language];

/** The words of one value of a filter. */
export function filterWord(field: FilterField, id: string, profile: ZoneProfile | undefined, language: Language): string {
  if (field === 'stage') return term(stageTerms, id, language);
  if (field === 'status') return term(statusTerms, id, language);
  return named(field === 'industry' ? profile?.industries : profile?.function_zones, id, language) ?? id;
}
