import { compact } from '#domain/values/compact.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import { findDateOrder } from '#server/imports/values/date.ts';
import { findDateNotation, writeUsualDate } from '#server/imports/values/date-notation.ts';
import type { NumberSign } from '#server/imports/values/number.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/table-header.ts';
import type { MatchedHeader } from '#server/imports/headers/match-header.ts';
import { isDateField } from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import type { Column } from './column.ts';
import { mayBeMoney, type Candidate } from './content.ts';
import { type ColumnCells, measureShape } from './shape.ts';
import { findHints, type Hint } from '#server/imports/headers/header-hints.ts';
import { isPrefecture } from '#server/imports/context/zone-vocabulary.ts';
import { findCountry } from '#server/imports/vocabulary/countries.ts';
import { isTick } from '#server/imports/vocabulary/words.ts';
import { measureShare } from './ambiguous-columns.ts';

/** Meanings of a header whose words are no stages. */
const otherHints = new Set<Hint>([
  ...(['industry', 'place', 'investor', 'about', 'amount', 'code', 'name', 'project'] as const),
]);
/** The fewest and most different words of a column of stages. */
const wordLimits = { fewest: 3, most: 15 };
/** The fewest rows that each word has on average. */
const rowsPerWord = 2;

/**
 * Whether a column without a known meaning may hold stages: few different short words, each in
 * several rows, below a header that names no industry, place, investor or description.
 */
function mayBeStages({ header, data }: Candidate): boolean {
  const { cells } = data;
  const different = new Set(cells.map((cell) => String(cell).trim().toLowerCase())).size;
  const areFew = different >= wordLimits.fewest && different <= wordLimits.most;
  if (!areFew || cells.length < different * rowsPerWord) return false;
  const isOther = [...findHints(header)].some((hint) => otherHints.has(hint));
  if (isOther || cells.some(isTick)) return false;
  const { numeric, dates, digits, length } = measureShape(data);
  const isPlace = (text: string): boolean => findCountry(text) !== undefined || isPrefecture(text);
  const areWords = numeric + dates === 0 && digits < 0.5 && length >= 2.5 && length <= 40;
  return areWords && measureShare(cells, isPlace) < 0.5;
}

/** A column with what its header means and a sample of its cells. */
export interface ColumnMatch {
  readonly column: HeaderColumn;
  readonly header: MatchedHeader;
  readonly data: ColumnCells;
}
/** Identifies the unit of money in a header by its power and currency. */
export const identifyUnit = ({ unit }: MatchedHeader): string =>
  `${unit?.amount?.power} ${unit?.amount?.currency ?? unit?.amount?.shared}`;
/** The number of cells of each column that show the language of a file. */
const evidenceCells = 30;
/** Joins the words of titles, headers and some cells, which show the language of the file. */
export const writeEvidence = (
  { titles, columns }: Pick<TableHeader, 'titles' | 'columns'>,
  matches: readonly ColumnMatch[],
): string =>
  [
    ...titles,
    ...columns.map(({ key }) => key),
    ...matches.flatMap(({ data }) => [...new Set(data.cells.slice(0, evidenceCells))]),
  ].join(' ');
/** Describes a column as a candidate for a field of amounts. */
export const asCandidate = ({ column, header: { unit }, data }: ColumnMatch): Candidate => ({
  index: column.index,
  header: column.key,
  parent: column.parent,
  hasCurrency: (unit?.amount?.currency ?? unit?.amount?.shared ?? column.currency) !== undefined,
  data,
});

/** The field of a column, and how it was found. */
export interface Choice {
  readonly field?: Field;
  readonly how: Column['how'];
  readonly open: boolean;
}

/** What the whole table says about each of its columns. */
interface TableTraits {
  /** Finds the decimal sign of a column. */
  readonly findSign: (match: ColumnMatch) => NumberSign | undefined;
  /** Returns words of the file, which show its language. */
  readonly evidence: () => string;
}

/** Makes a column of the file with its field. Without a choice it has no field. */
export function makeColumn(
  one: ColumnMatch,
  choice: Choice | undefined,
  { findSign, evidence }: TableTraits,
): Column {
  const { column, header, data } = one;
  const pick = choice ?? { how: 'unmatched' as const, open: false };
  const dates = isDateField(pick.field)
    ? findDateNotation(data.cells, { header: column.key, evidence })
    : undefined;
  const examples = new Set(data.cells.slice(0, 30).map((c) => cutText(cleanText(c), 60)));
  return {
    index: column.index,
    key: column.key,
    ...pick,
    ...compact({
      unit: header.unit?.amount,
      area: header.unit?.area,
      sign: findSign(one),
      order: dates && findDateOrder(data.cells.map((cell) => writeUsualDate(cell, dates))).order,
      dates,
      isHidden: column.isHidden === true ? true : undefined,
      currency: column.currency,
    }),
    examples: [...examples].slice(0, 3),
    empty: data.filled === 0,
    ...compact({
      mayBeMoney: pick.how === 'unmatched' && mayBeMoney(asCandidate(one)) ? true : undefined,
      mayBeStages: pick.how === 'unmatched' && mayBeStages(asCandidate(one)) ? true : undefined,
    }),
  };
}
