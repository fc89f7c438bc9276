import { colonMark, type Language, type Names, type Text } from '#domain/values/language.ts';
import { countryName } from '#domain/values/country-names.ts';
import { prefectureTerms } from '#domain/labels/general/prefecture.ts';
import { term, words } from '#domain/values/term.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import { agreementGroupName } from './agreement.ts';
import { readColumnValue } from '#domain/projects/fields/own-column.ts';
import { stageWord, statusTerms } from './stage.ts';

type NamedEntries = readonly { readonly id: string; readonly name: Text }[];
/** The names of the values of filters. */
export interface FilterNames {
  readonly stage_words?: StageWords | undefined;
  readonly industries?: NamedEntries | undefined;
  readonly function_zones?: NamedEntries | undefined;
  /** The names of investors in other languages, by the original. */
  readonly investors?: ReadonlyMap<string, Names> | undefined;
}

/** The name of projects that state no value. */
export const notStated = words('未填写', '記載なし', 'Not stated');

/** Names a text of a column, with the heading of the column. */
function nameColumnValue(id: string, language: Language): string {
  const own = readColumnValue(id);
  if (own === undefined) return id;
  const value = own.value === '' ? notStated[language] : own.value;
  return `${own.heading}${colonMark(language)}${value}`;
}

/** Names one value of a filter. An unknown id is returned as it is. */
export function nameFilterValue(
  field: string,
  id: string,
  names: FilterNames | undefined,
  language: Language,
): string {
  if (field === 'stage') return stageWord(names?.stage_words, id, language);
  if (field === 'status') return term(statusTerms, id, language);
  if (field === 'country') return countryName(id, language) ?? id;
  if (field === 'investor') return names?.investors?.get(id)?.[language] ?? id;
  if (field === 'prefecture') return term(prefectureTerms, id, language);
  if (field === 'agreement') return agreementGroupName(id, language);
  if (field === 'column') return nameColumnValue(id, language);
  if (field !== 'industry' && field !== 'zone') return id;
  const list = field === 'industry' ? names?.industries : names?.function_zones;
  return list?.find((one) => one.id === id)?.name[language] ?? id;
}
