import type { Language, Text } from '#domain/language.ts';
import { projectFieldTerms, zoneStageTerms, statusTerms, term, type Terms } from '#domain/terms/index.ts';
import { aboutWords } from './about-words.ts';
import type { DocumentScope } from './document.ts';

const names = (entries: readonly { readonly id: string; readonly name: Text }[]): Terms =>
  Object.fromEntries(entries.map(({ id, name }) => [id, name]));
const listed = (filter: string | readonly string[] | undefined): readonly string[] =>
  filter === undefined ? [] : typeof filter === 'string' ? filter.split(',') : filter;

/** The filters of a document in words: the field, then what may stand in it. */
export function filterLines({ filters, language, profile }: Pick<DocumentScope, 'filters' | 'language' | 'profile'>): readonly string[] {
  const tables = {
    stage: zoneStageTerms(profile.stage_words),
    status: statusTerms,
    industry: names(profile.industries),
    zone: names(profile.function_zones),
  };
  const line = (field: keyof typeof tables, of: Language): string[] => {
    const values = listed(filters[field]);
    const label = projectFieldTerms[field]?.[of] ?? field;
    const said = values.map((value) => term(tables[field], value, of)).join(of === 'en' ? ' or ' : '／');
    return values.length === 0 ? [] : [of === 'en' ? `${label}: ${said}` : `${label}：${said}`];
  };
  const q = filters.q?.trim();
  return [
    ...(['stage', 'status', 'industry', 'zone'] as const).flatMap((field) => line(field, language)),
    ...(q === undefined || q === '' ? [] : [aboutWords[language].search(q)]),
  ];
}
