import type { Language, Text } from '#domain/values/language.ts';
import {
  projectFieldTerms,
  zoneStageTerms,
  statusTerms,
  term,
  type Terms,
} from '#domain/labels/index.ts';
import { aboutWords } from './about-labels.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { DocumentScope } from './document-scope.ts';

const names = (entries: readonly { readonly id: string; readonly name: Text }[]): Terms =>
  Object.fromEntries(entries.map(({ id, name }) => [id, name]));
const listed = (filter: string | readonly string[] | undefined): readonly string[] =>
  filter === undefined ? [] : typeof filter === 'string' ? filter.split(',') : filter;

interface FiltersInWords extends Pick<DocumentScope, 'language'> {
  readonly filters: {
    readonly [F in 'stage' | 'status' | 'industry' | 'zone']?:
      | string
      | readonly string[]
      | undefined;
  } & {
    readonly q?: string | undefined;
  };
  readonly profile: Pick<ZoneProfile, 'stage_words' | 'industries'> & {
    readonly function_zones: Parameters<typeof names>[0];
  };
}
/** The filters of a document in words: the field, then what may stand in it. */
export function filterLines({ filters, language, profile }: FiltersInWords): readonly string[] {
  const tables = {
    stage: zoneStageTerms(profile.stage_words),
    status: statusTerms,
    industry: names(profile.industries),
    zone: names(profile.function_zones),
  };
  const line = (field: keyof typeof tables, of: Language): string[] => {
    const values = listed(filters[field]);
    const label = projectFieldTerms[field]?.[of] ?? field;
    const said = values
      .map((value) => term(tables[field], value, of))
      .join(of === 'en' ? ' or ' : '／');
    return values.length === 0 ? [] : [of === 'en' ? `${label}: ${said}` : `${label}：${said}`];
  };
  const q = filters.q?.trim() ?? '';
  return [
    ...(['stage', 'status', 'industry', 'zone'] as const).flatMap((field) => line(field, language)),
    ...(q === '' ? [] : [aboutWords[language].search(q)]),
  ];
}
