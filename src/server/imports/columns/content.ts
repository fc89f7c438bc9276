import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { findHints, type Hint } from '#server/imports/headers/header-hints.ts';
import { areLikeAmounts } from './amount-like.ts';
import { measureShape, type ColumnCells, type Shape } from './shape.ts';

/** A column without a known synonym. */
export interface Candidate {
  readonly index: number;
  readonly header: string;
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

/** Scores a column as codes: filled, with different short texts with digits, and never amounts. */
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
  return isCode && !isMoney && (has('code') || (s.numeric < 0.5 && rows > 3))
    ? has('code')
      ? 1
      : 0.8
    : 0;
}

function fitsStage({ has, shape: s, data }: Clue): number {
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
 * before its part.
 */
function fitsAmount({ has, shape: s, hasCurrency }: Clue): number {
  const bearsCurrency = hasCurrency || s.amounts - s.numeric > 0.5;
  if (s.amounts <= (has('amount') && bearsCurrency ? 0.5 : 0.8) || s.dates >= 0.2 || has('code'))
    return 0;
  if (!bearsCurrency && (!has('amount') || has('never_money'))) return 0;
  const evidence = (has('amount') ? 1 : 0.6) + (bearsCurrency ? 0.1 : 0);
  return evidence * (has('total') ? 1.5 : 1) * (has('part') ? 0.4 : 1);
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

const isPlainText = (s: Shape): boolean => s.numeric < 0.2 && s.links < 0.1;
const fit: Readonly<Record<string, (clue: Clue) => number>> = {
  // whatever its header says: other amounts would get the currency of an answer
  currency: ({ shape: s }) => (s.currencies > 0.95 ? s.currencies : 0),
  project_id: fitsCode,
  project_name: fitsName,
  stage: fitsStage,
  total_investment: fitsAmount,
  industry: fitsIndustry,
  investor_name: ({ has, shape: s }) =>
    has('investor') &&
    !has('about') &&
    !has('place') &&
    isPlainText(s) &&
    s.dates < 0.2 &&
    s.length <= 80
      ? 0.1 + s.distinct
      : 0,
} satisfies Readonly<Partial<Record<Field, (clue: Clue) => number>>>;

/**
 * Proposes fields by the cells, for columns without a known synonym; at most one column per field.
 */
export function proposeByContent(
  candidates: readonly Candidate[],
  usedFields: ReadonlySet<Field>,
  rows: number,
): Map<number, Field> {
  const clues = candidates.map(({ index, header, hasCurrency, data }) => {
    const hints = findHints(header);
    return {
      index,
      clue: {
        has: (hint: Hint) => hints.has(hint),
        shape: measureShape(data),
        data,
        hasCurrency,
        rows,
      },
    };
  });
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
