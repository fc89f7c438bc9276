import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import { compact } from '#domain/values/compact.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import type { Names } from '#domain/values/language.ts';
import { addCells, type Cell, type CellRow, toCell } from './cell.ts';

/** A group or a part. `key` is '' where none is stated, and undefined for the folded rest. */
export interface Heading {
  readonly key?: string;
  /** The number of groups folded into this one. */
  readonly folded?: number;
  /** The key in other languages: an investor's names. */
  readonly names?: Names;
}
/** The largest number of named groups; the others are folded. */
export const mostGroups = 60;

/** How headings are ordered: stages by progress, years by time, others by size. */
export type HeadingOrder = 'stage' | 'year' | 'size';
/** Finds how the headings of a key are ordered. */
export const findOrder = (key: string): HeadingOrder =>
  key === 'stage' || key === 'year' ? key : 'size';

/** Stages from the furthest one on, unknown last. */
const stageOrder: readonly string[] = [...stagesAndUnknown]
  .filter((stage) => stage !== 'unknown')
  .reverse();
const rankOf = (key: string): number => {
  const rank = stageOrder.indexOf(key);
  return rank < 0 ? stageOrder.length : rank;
};

/** Compares stages, the furthest first. @returns negative if `a` is further */
export const compareStages = (a: string, b: string): number =>
  rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

export type Size = (cell: Cell) => Decimal | undefined;

/** Compares sizes, largest first; an unknown size comes last. */
function compareSizes(a: Decimal | undefined, b: Decimal | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareDecimal(b, a);
}

/** Compares keys in an order; a key that is not stated comes last. */
function compareKeys(
  [a, cellA]: readonly [string, Cell],
  [b, cellB]: readonly [string, Cell],
  order: HeadingOrder,
  size: Size,
): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  if (order === 'stage') return compareStages(a, b);
  if (order === 'year') return a < b ? -1 : 1;
  return compareSizes(size(cellA), size(cellB)) || cellB.count - cellA.count || (a < b ? -1 : 1);
}

export type CellsByKey = readonly (readonly [string, Cell])[];

/**
 * Makes the headings of sorted keys: the first keys, the number of folded ones, and the key that is
 * not stated. Of years the last ones are named, and the earlier ones are folded before them.
 */
export function listHeadings(
  groupOrder: CellsByKey,
  order: HeadingOrder,
  most: number,
): readonly Heading[] {
  const stated = groupOrder.filter(([key]) => key !== '').map(([key]): Heading => ({ key }));
  const unstated: Heading[] = stated.length < groupOrder.length ? [{ key: '' }] : [];
  if (stated.length + unstated.length <= most) return [...stated, ...unstated];
  const named = most - 1 - unstated.length;
  const folded: Heading = { folded: stated.length - named };
  return order === 'year'
    ? [folded, ...stated.slice(-named), ...unstated]
    : [...stated.slice(0, named), folded, ...unstated];
}

/** Adds their names in other languages to headings. */
export const nameHeadings = (
  headings: readonly Heading[],
  names: ReadonlyMap<string, Names>,
): readonly Heading[] =>
  headings.map((heading) => ({ ...heading, ...compact({ names: names.get(heading.key ?? '') }) }));

/** Places rows under their headings. */
export function placeRows<R>(
  rows: readonly R[],
  all: readonly Heading[],
  keyOf: (row: R) => string,
): R[][] {
  const places = new Map(all.flatMap(({ key }, at) => (key === undefined ? [] : [[key, at]])));
  const rest = all.findIndex(({ key }) => key === undefined);
  const placed: R[][] = all.map(() => []);
  for (const row of rows) placed[places.get(keyOf(row)) ?? rest]?.push(row);
  return placed;
}

/** Adds rows by a key, in an order. */
export const sumByKey = (
  rows: readonly CellRow[],
  keyOf: (row: CellRow) => string,
  order: HeadingOrder,
  size: Size,
): CellsByKey =>
  [...Map.groupBy(rows, keyOf)]
    .map(([key, own]) => [key, addCells(own.map(toCell))] as const)
    .toSorted((a, b) => compareKeys(a, b, order, size));

/**
 * Counts groups; a folded group counts for all that it holds.
 * @returns the number of groups before any was folded
 */
export const countFolded = (groups: readonly Heading[]): number =>
  groups.reduce((sum, { folded }) => sum + (folded ?? 1), 0);

/** Folds some groups into one, placed before the group that is not stated. Sums stay the same. */
export function foldChosen<G extends Heading>(
  groups: readonly G[],
  isFolded: (group: G) => boolean,
  join: (rest: readonly G[]) => G,
): readonly G[] {
  const rest = groups.filter(isFolded);
  if (rest.length === 0) return groups;
  const largest = groups.filter((group) => !isFolded(group));
  return [
    ...largest.filter(({ key }) => key !== ''),
    join(rest),
    ...largest.filter(({ key }) => key === ''),
  ];
}

/**
 * Orders groups by size where their key has no order of its own: the largest first, then those of
 * unknown size, the folded rest and the group that is not stated.
 */
export function orderBySize<G extends Heading>(
  groups: readonly G[],
  order: HeadingOrder,
  size: (group: G) => Decimal | undefined,
): readonly G[] {
  if (order !== 'size') return groups;
  const rank = ({ key }: G): number => (key === undefined ? 1 : key === '' ? 2 : 0);
  return groups.toSorted((a, b) => rank(a) - rank(b) || compareSizes(size(a), size(b)));
}

/** Lists the keys of the groups that keep their row among a limited number of rows. */
export function listFirstKeys(groups: readonly Heading[], most: number): readonly string[] {
  const keys = groups.flatMap(({ key }) => key ?? []);
  if (groups.length <= most) return keys;
  const unstated = keys.filter((key) => key === '');
  const first = keys.filter((key) => key !== '').slice(0, Math.max(1, most - 1 - unstated.length));
  return [...first, ...unstated];
}

/**
 * Folds groups so that a chart has a limited number of rows, with the rest and the group that is
 * not stated. Of years the earlier ones are folded.
 */
export function foldRest<G extends Heading>(
  groups: readonly G[],
  order: HeadingOrder,
  most: number,
  join: (rest: readonly G[]) => G,
): readonly G[] {
  if (groups.length <= most) return groups;
  const unstated = groups.filter(({ key }) => key === '');
  const others = groups.filter(({ key }) => key !== '');
  const named = Math.max(1, most - 1 - unstated.length);
  return order === 'year'
    ? [join(others.slice(0, -named)), ...others.slice(-named), ...unstated]
    : [...others.slice(0, named), join(others.slice(named)), ...unstated];
}
