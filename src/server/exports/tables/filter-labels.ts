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
const toList = (filter: string | readonly string[] | undefined): readonly string[] =>
  filter === undefined ? [] : typeof filter === 'string' ? filter.split(',') : filter;

interface FilterInput extends Pick<DocumentScope, 'language'> {
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
/** Describes the filters of a document: each line names a field and its accepted values. */
export function describeFilters({ filters, language, profile }: FilterInput): readonly string[] {
  const tables = {
    stage: zoneStageTerms(profile.stage_words),
    status: statusTerms,
    industry: names(profile.industries),
    zone: names(profile.function_zones),
  };
  const line = (field: keyof typeof tables, of: Language): string[] => {
    const values = toList(filters[field]);
    const label = projectFieldTerms[field]?.[of] ?? field;
    const options = values
      .map((value) => term(tables[field], value, of))
      .join(of === 'en' ? ' or ' : '／');
    return values.length === 0
      ? []
      : [of === 'en' ? `${label}: ${options}` : `${label}：${options}`];
  };
  const q = filters.q?.trim() ?? '';
  return [
    ...(['stage', 'status', 'industry', 'zone'] as const).flatMap((field) => line(field, language)),
    ...(q === '' ? [] : [aboutWords[language].search(q)]),
  ];
}
