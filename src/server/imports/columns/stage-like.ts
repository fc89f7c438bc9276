import { findHints, type Hint } from '#server/imports/headers/header-hints.ts';
import { isPrefecture } from '#server/imports/context/zone-vocabulary.ts';
import { findCountry } from '#server/imports/vocabulary/countries.ts';
import { isTick } from '#server/imports/vocabulary/words.ts';
import { measureShare } from './ambiguous-columns.ts';
import type { Candidate } from './content.ts';
import { measureShape } from './shape.ts';

/** Meanings of a header whose words are no stages. */
const otherHints = new Set<Hint>([
  ...(['industry', 'place', 'investor', 'about', 'amount', 'code', 'name', 'project'] as const),
]);
/** The fewest and most different words of a column of stages. */
const words = { fewest: 3, most: 15 };
/** The fewest rows that each word has on average. */
const rowsPerWord = 2;

/**
 * Whether a column without a known meaning may hold stages: few different short words, each in
 * several rows, below a header that names no industry, place, investor or description.
 */
export function mayBeStages({ header, data }: Candidate): boolean {
  const { cells } = data;
  const different = new Set(cells.map((cell) => String(cell).trim().toLowerCase())).size;
  const areFew = different >= words.fewest && different <= words.most;
  if (!areFew || cells.length < different * rowsPerWord) return false;
  const isOther = [...findHints(header)].some((hint) => otherHints.has(hint));
  if (isOther || cells.some(isTick)) return false;
  const { numeric, dates, digits, length } = measureShape(data);
  const isPlace = (text: string): boolean => findCountry(text) !== undefined || isPrefecture(text);
  const areWords = numeric + dates === 0 && digits < 0.5 && length >= 2.5 && length <= 40;
  return areWords && measureShare(cells, isPlace) < 0.5;
}
