import { compact } from '#domain/values/compact.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { findHints, type Hint } from '#server/imports/headers/header-hints.ts';
import { isCancellation, proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { findWordKey, stageWords, statusWords } from '#server/imports/vocabulary/words.ts';
import { findCountry } from '#server/imports/vocabulary/countries.ts';
import { measureShare } from './ambiguous-columns.ts';
import { areLikeAmounts } from './amount-like.ts';
import type { SumColumn } from './sum-columns.ts';
import { isSequence, measureShape, type ColumnCells, type Shape } from './shape.ts';

/** A column without a known synonym. */
export interface Candidate {
  readonly index: number;
  readonly header: string;
  /** The heading above its header, empty without one. */
  readonly parent: string;
  /** Whether its header names a currency. */
  readonly hasCurrency: boolean;
  readonly data: ColumnCells;
}
/** A candidate with the hints of its words and the shape of its cells. */
interface Clue {
  readonly has: (hint: Hint) => boolean;
  readonly shape: Shape;
  readonly data: ColumnCells;
  readonly hasCurrency: boolean;
  /** Whether a word for money is in its header, above it, or in the header of one of its parts. */
  readonly isMoney: boolean;
  /** Whether it is the sum of columns beside it, or a part of such a sum. */
  readonly sum?: 'total' | 'part';
  /** The number of rows of the table. */
  readonly rows: number;
}

/** Hints that a header means something other than a project's name. */
const notNames: readonly Hint[] = ['investor', 'place', 'about', 'stage', 'amount', 'industry'];
/**
 * Measures how strongly the words of a header hint at project names. Words for operation or project
 * outweigh the cells.
 */
function namingStrength(has: Clue['has']): number {
  if (has('project_itself')) return has('code') ? 0 : has('name') ? 2 : 1.6;
  // an investment has a name in some languages, as a project has
  const others = has('name') ? notNames.filter((hint) => hint !== 'amount') : notNames;
  if (others.some(has)) return 0;
  if (has('project')) return has('name') ? 2 : has('code') ? 0 : 1.6;
  return has('name') ? 1 : 0.5;
}
function fitsName({ has, shape: s, data, rows }: Clue): number {
  const strength = namingStrength(has);
  const isText = s.numeric < 0.2 && s.dates < 0.2 && s.links < 0.1 && s.length <= 160;
  if (strength === 0 || !isText || data.filled < rows * 0.9) return 0;
  const isPhrase = s.phrases > 0.5 || strength >= 1;
  const isLikely =
    strength > 1.5
      ? s.distinct > 0.02 && s.length >= 2
      : isPhrase && s.length >= 4 && s.distinct > 0.5;
  return isLikely ? strength * s.distinct + (strength > 1.5 ? 0.5 : 0) : 0;
}

/** Whether hardly any cell is a phrase: a column of names is no column of codes. */
export const isCodeLike = (data: ColumnCells): boolean => measureShape(data).names <= 0.1;

/**
 * Scores a column as codes: filled, with different short texts with digits, and never amounts.
 * Running numbers are codes only without another column of codes.
 */
function fitsCode({ has, shape: s, data, rows }: Clue): number {
  const isMoney =
    s.decimals > 0.05 || s.amounts - s.numeric > 0.1 || (has('amount') && !has('code'));
  const isCode =
    data.full &&
    s.distinct >= 0.97 &&
    s.digits > 0.9 &&
    s.length <= 30 &&
    s.dates < 0.2 &&
    s.names <= 0.1 &&
    s.links === 0;
  // a name is no code, whatever its cells look like
  if (!isCode || isMoney || (has('name') && !has('code'))) return 0;
  if (has('code')) return isSequence(data.cells) ? 0.5 : 1;
  return s.numeric < 0.5 && rows > 3 && !areNumberedNames(data) ? 0.8 : 0;
}

/** Whether most cells are names with a number, such as Parque 3. */
const areNumberedNames = ({ cells }: ColumnCells): boolean =>
  cells.filter((cell) => /\p{Lu}\p{Ll}{2,}\s+\p{Nd}/u.test(String(cell))).length > cells.length / 2;

/** The stage or status that a word means, or may mean. A project that was called off has none. */
const proposeStanding = (word: string): string | undefined =>
  findWordKey(stageWords, word) ??
  findWordKey(statusWords, word) ??
  (isCancellation(word) ? 'cancelled' : proposeStage(word));
/** The most different words of a column of stages. */
const mostStages = 40;
/** The least share of words that a proposal knows, and the least number of their stages. */
const knownStages = { share: 0.6, count: 3 };
/**
 * Whether most of a column's few different words mean a stage or status each, whatever its header
 * says.
 */
function hasStageWords(s: Shape, { cells }: ColumnCells): boolean {
  const words = new Set(cells.map((cell) => String(cell).trim()));
  if (words.size > mostStages || s.distinct > 0.4 || s.numeric > 0.1 || s.length > 40) return false;
  const standings = [...words].map(proposeStanding).filter((standing) => standing !== undefined);
  return (
    standings.length >= words.size * knownStages.share &&
    new Set(standings).size >= knownStages.count
  );
}

function fitsStage({ has, shape: s, data }: Clue): number {
  if (s.words <= 0.6 && hasStageWords(s, data)) return has('stage') ? 0.8 : 0.6;
  if (s.words > 0.6) return has('stage') ? 0.5 + s.words / 2 : (0.5 + s.words / 2) * 0.8;
  const isShort =
    s.numeric < 0.2 &&
    s.dates < 0.2 &&
    s.length <= 40 &&
    (s.distinct < 0.4 || data.cells.length < 12);
  return has('stage') && !has('amount') && isShort ? 0.5 + s.words / 2 : 0;
}

/**
 * Scores a column as amounts: numbers below words for money or with a currency. A total comes
 * before its part, whatever the headers say of a column that is the sum of others.
 */
function fitsAmount({ has, shape: s, hasCurrency, isMoney, sum }: Clue): number {
  const bearsCurrency = hasCurrency || s.amounts - s.numeric > 0.5;
  if (s.amounts <= (isMoney && bearsCurrency ? 0.5 : 0.8) || s.dates >= 0.2 || has('code'))
    return 0;
  if (!bearsCurrency && (!isMoney || has('never_money'))) return 0;
  const evidence = (isMoney ? 1 : 0.6) + (bearsCurrency ? 0.1 : 0);
  const isTotal = sum === 'total' || (has('total') && sum === undefined);
  return evidence * (isTotal ? 1.5 : 1) * (has('part') || sum === 'part' ? 0.4 : 1);
}

/**
 * Scores a column as industries. The words type and category say less than sector, and less of
 * anything else than of projects. Single letters are codes.
 */
function fitsIndustry({ has, shape: s }: Clue): number {
  const isText = s.numeric < 0.2 && s.length > 2 && s.length <= 60;
  if (!has('industry') || !isText || s.distinct >= 0.5) return 0;
  return (1 - s.distinct) * (has('sector') ? 1 : has('project') ? 0.7 : 0.4);
}

/** Measures the share of countries among the cells; 0 if they are no column of countries. */
function measureCountries({ cells }: ColumnCells): number {
  const share = measureShare(cells, (text) => findCountry(text) !== undefined);
  return share >= 0.8 ? share : 0;
}

const isPlainText = (s: Shape): boolean => s.numeric < 0.2 && s.links < 0.1;
const fit: Readonly<Record<string, (clue: Clue) => number>> = {
  // whatever its header says: other amounts would get the currency of an answer
  currency: ({ shape: s }) => (s.currencies > 0.95 ? s.currencies : 0),
  project_id: fitsCode,
  project_name: fitsName,
  stage: fitsStage,
  total_investment: fitsAmount,
  industry: fitsIndustry,
  // the country of the investor, in the words of any language
  country: ({ has, data }) => (has('investor') && !has('about') ? measureCountries(data) : 0),
  investor_name: ({ has, shape: s, data }) =>
    has('investor') &&
    measureCountries(data) === 0 &&
    !has('about') &&
    !has('place') &&
    isPlainText(s) &&
    s.dates < 0.2 &&
    s.length <= 80
      ? 0.1 + s.distinct
      : 0,
} satisfies Readonly<Partial<Record<Field, (clue: Clue) => number>>>;

/** Whether a column is a sum or a part of one. A sum within another sum is a part. */
const findPlace = (column: number, sums: readonly SumColumn[]): Clue['sum'] =>
  sums.some(({ parts }) => parts.includes(column))
    ? 'part'
    : sums.some(({ total }) => total === column)
      ? 'total'
      : undefined;

/** What the whole table says about its columns. */
interface TableEvidence {
  readonly sums?: readonly SumColumn[];
  /** Whether a line above the table names a unit of money. */
  readonly isMoney?: boolean;
}

/**
 * Proposes fields by the cells, for columns without a known synonym; at most one column per field.
 */
export function proposeByContent(
  candidates: readonly Candidate[],
  usedFields: ReadonlySet<Field>,
  rows: number,
  { sums = [], isMoney: isMoneySheet = false }: TableEvidence = {},
): Map<number, Field> {
  const hintsByColumn = new Map(candidates.map((one) => [one.index, findHints(one.header)]));
  const isMoney = ({ index, parent }: Candidate): boolean =>
    (isMoneySheet && findPlace(index, sums) === 'total') ||
    [index, ...(sums.find(({ total }) => total === index)?.parts ?? [])].some(
      (at) => hintsByColumn.get(at)?.has('amount') === true,
    ) ||
    findHints(parent).has('amount');
  const clues = candidates.map((one) => ({
    index: one.index,
    clue: {
      has: (hint: Hint) => hintsByColumn.get(one.index)?.has(hint) === true,
      shape: measureShape(one.data),
      data: one.data,
      hasCurrency: one.hasCurrency,
      isMoney: isMoney(one),
      rows,
      ...compact({ sum: findPlace(one.index, sums) }),
    },
  }));
  const out = new Map<number, Field>();
  for (const field of Object.keys(fit) as Field[]) {
    if (usedFields.has(field)) continue;
    let best: { index: number; score: number } | undefined;
    for (const { index, clue } of clues) {
      const score = out.has(index) ? 0 : (fit[field]?.(clue) ?? 0);
      if (score > (best?.score ?? 0)) best = { index, score };
    }
    if (best) out.set(best.index, field);
  }
  return out;
}

/**
 * Whether a column of numbers may hold amounts although nothing says so: its numbers are like
 * amounts, and its header names no count, share, place or code.
 */
export function mayBeMoney({ header, data }: Candidate): boolean {
  const [hints, shape] = [findHints(header), measureShape(data)];
  return (
    shape.numeric > 0.8 &&
    shape.dates < 0.2 &&
    !hints.has('never_money') &&
    !hints.has('code') &&
    areLikeAmounts(data)
  );
}
