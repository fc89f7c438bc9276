import type { Breakdown, BreakdownKey, BreakdownStack } from '#domain/analysis/breakdown.ts';
import { isColumnKey, readColumnKey } from '#domain/projects/fields/own-column.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import {
  extensionTerms,
  prefectureTerms,
  reasonTerms,
  stageWord,
  term,
} from '#domain/labels/index.ts';
import { agreementGroupName } from '#domain/labels/projects/agreement.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { countryName } from '#domain/values/country-names.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { breakdownLabels } from '#charts/breakdown/labels/index.ts';

/** The name of what projects are grouped by: a field, or the heading of a column of the register. */
export const nameKey = (by: BreakdownKey, language: Language): string =>
  isColumnKey(by) ? readColumnKey(by) : breakdownLabels[language].keys[by];
/** The same name within a sentence: a heading stays as the register writes it. */
export const nameKeyInText = (by: BreakdownKey, language: Language): string =>
  isColumnKey(by) || language !== 'en'
    ? nameKey(by, language)
    : nameKey(by, language).toLowerCase();

/** What a breakdown is grouped by: a project that left has the year of its exit. */
const isByExit = ({ measure, by }: Pick<Breakdown, 'measure' | 'by'>): boolean =>
  by === 'year' && measure === 'exits';
/** The heading of the groups of a breakdown. */
export const nameGroups = (
  breakdown: Pick<Breakdown, 'measure' | 'by'>,
  language: Language,
): string =>
  isByExit(breakdown) ? breakdownLabels[language].yearOfExit : nameKey(breakdown.by, language);
/** The same name within a sentence. */
export const nameGroupsInText = (
  breakdown: Pick<Breakdown, 'measure' | 'by'>,
  language: Language,
): string =>
  isByExit(breakdown)
    ? breakdownLabels[language].yearOfExit.toLowerCase()
    : nameKeyInText(breakdown.by, language);

interface NameInput {
  readonly overview: Pick<Overview, 'zone'>;
  readonly zones: Readonly<Record<string, Text>>;
  readonly language: Language;
  /** Industries have their short form, for a drawing. */
  readonly short: boolean;
}

function keyName(
  by: BreakdownKey | BreakdownStack,
  key: string,
  { overview: { zone }, zones, language, short }: NameInput,
): string {
  switch (by) {
    case 'stage':
      return stageWord(zone.stage_words, key, language);
    case 'industry': {
      const own = zone.industries.find(({ id }) => id === key);
      return (short ? own?.short : own?.name)?.[language] ?? key;
    }
    case 'zone':
      return zones[key]?.[language] ?? key;
    case 'country':
      return countryName(key, language) ?? key;
    case 'prefecture':
      return term(prefectureTerms, key, language);
    case 'reason':
      return term(reasonTerms, key, language);
    case 'extension':
      return term(extensionTerms, key, language);
    case 'agreement':
      return agreementGroupName(key, language);
    default:
      return key;
  }
}

/**
 * Names a group or part. The folded rest and the group that is not stated have labels of their own.
 */
export function headingName(
  by: BreakdownKey | BreakdownStack,
  { key, folded, names }: Heading,
  input: NameInput,
): string {
  const words = breakdownLabels[input.language];
  if (folded !== undefined) {
    const count = formatCount(folded, input.language);
    return by === 'year' ? words.earlier(count) : words.other(count);
  }
  if (key === undefined) return words.all;
  if (key !== '') return names?.[input.language] ?? keyName(by, key, input);
  return by === 'year' ? words.noYear : words.notStated;
}
