import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { newKinds } from './new-indicators.ts';
import type { SeriesVocabulary } from './series-vocabulary.ts';

/** The meanings of a series column apart from an indicator. */
export const seriesParts = ['period', 'indicator', 'value', 'unit', 'ignore'] as const;

/** The user's mapping of series columns and of the labels of the long form. */
export interface SeriesMapping {
  /** Whether an answer says that the table is a series. */
  readonly isSeries: boolean;
  /** Returns the part, the indicator's id or the new indicator's kind of a column. */
  find(header: string): string | undefined;
  /** Whether the mapping of this column makes the table a series. */
  provesSeries(header: string): boolean;
}

/** Reads the answers that map headings to indicators. Unknown ids are left out. */
export function readSeriesMapping(
  answers: ImportAnswers,
  { own, offered }: SeriesVocabulary,
): SeriesMapping {
  const mapping = answers['mapping'];
  const knownIds: ReadonlySet<string> = new Set([
    ...seriesParts,
    ...newKinds,
    ...[...own, ...offered].map((i) => i.id),
  ]);
  const map = new Map(
    mapping === undefined || typeof mapping === 'string'
      ? []
      : Object.entries(mapping).flatMap(([header, to]) =>
          knownIds.has(to) ? [[normaliseHeader(header), to] as const] : [],
        ),
  );
  const of = (header: string): string | undefined => map.get(normaliseHeader(header));
  return {
    isSeries: answers['read_as'] === 'observations',
    find: of,
    provesSeries: (header) => ![undefined, 'unit', 'ignore'].includes(of(header)),
  };
}
