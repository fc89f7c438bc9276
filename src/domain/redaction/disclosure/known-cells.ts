import { addHoldings, type Holdings } from './holdings.ts';
import { reduceVector, RowSpace } from './row-space.ts';

/** Amounts of projects that every shown sum counts alike. */
export interface Atom {
  /** Empty when no amount is behind it. */
  readonly holdings: Holdings;
  /** The amount of each of its projects must stay hidden. */
  readonly hidden: boolean;
}
/**
 * A candidate to show: the sum of some atoms less others, or the single amounts of the projects of
 * some atoms.
 */
export type Showing =
  | { readonly kind: 'sum'; readonly of: readonly number[]; readonly less?: readonly number[] }
  | { readonly kind: 'each'; readonly of: readonly number[] };

/** Atoms that all sums count alike, as one unknown. */
export interface Cell {
  readonly holdings: Holdings;
  readonly total: bigint;
  readonly hidden: boolean;
  /** Its atoms. */
  readonly atoms: readonly number[];
}
/**
 * How often a sum counts each atom, without atoms that have no amount or whose single amounts are
 * known.
 */
function makeVector(atoms: readonly Atom[], item: Showing, each: ReadonlySet<number>): bigint[] {
  const vector = atoms.map(() => 0n);
  if (item.kind === 'each') return vector;
  for (const [list, sign] of [[item.of, 1n] as const, [item.less ?? [], -1n] as const])
    for (const at of list)
      if ((atoms[at]?.holdings.size ?? 0) > 0 && !each.has(at))
        vector[at] = (vector[at] ?? 0n) + sign;
  return vector;
}
function makeMark(atoms: readonly Atom[], of: readonly number[]): bigint[] {
  const within = new Set(of);
  return atoms.map(({ holdings }, at) => (within.has(at) && holdings.size > 0 ? 1n : 0n));
}
/** The places of the atoms whose single amounts are shown. */
export const listVisibleCells = (items: readonly Showing[]): ReadonlySet<number> =>
  new Set(items.flatMap((item) => (item.kind === 'each' ? item.of : [])));

/**
 * The holdings of each investor in a sum, without single known projects. A project that is counted
 * twice counts twice.
 */
export function holdingsIn(
  atoms: readonly Atom[],
  item: Showing,
  each: ReadonlySet<number>,
): Holdings {
  const vector = makeVector(atoms, item, each);
  return addHoldings(
    atoms.flatMap(({ holdings }, at) =>
      vector[at] === 0n
        ? []
        : [new Map([...holdings].map(([holder, minor]) => [holder, minor * (vector[at] ?? 0n)]))],
    ),
  );
}

/** Groups the atoms that the shown sums count, by those that all count alike. */
export function listCells(
  atoms: readonly Atom[],
  items: readonly Showing[],
  later: readonly Showing[],
): readonly Cell[] {
  const all = [...items, ...later];
  const vectors = all.map((item) =>
    item.kind === 'each' ? makeMark(atoms, item.of) : makeVector(atoms, item, new Set()),
  );
  const counts = atoms.flatMap((_, at) =>
    vectors.some((vector) => vector[at] !== 0n) ? [at] : [],
  );
  const alike = Map.groupBy(counts, (at) => vectors.map((vector) => vector[at]).join(' '));
  return [...alike.values()].map((list) => {
    const holdings = addHoldings(
      list.map((at) => atoms[at]?.holdings ?? new Map<string, bigint>()),
    );
    return {
      holdings,
      total: [...holdings.values()].reduce((sum, minor) => sum + minor, 0n),
      hidden: list.some((at) => atoms[at]?.hidden === true),
      atoms: list,
    };
  });
}

/** All subsets of some cells. */
export const listSubsets = (cells: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** cells.length }, (_, bits) =>
    cells.filter((_, i) => ((bits >> i) & 1) === 1),
  );

/** The conclusions about the cells from the shown sums. */
export interface KnownCells {
  /** Cells with known single amounts. */
  readonly each: ReadonlySet<number>;
  /** The remaining freedom of each cell, see `RowSpace.freedom`. */
  readonly freedom: readonly (readonly bigint[])[];
  /** The number of independent known combinations of some cells. */
  ways(of: readonly number[]): number;
  /** Whether a sum already follows. */
  has(item: Showing): boolean;
}
/** Derives the conclusions about the cells from the shown sums. */
export function listKnownCells(
  atoms: readonly Atom[],
  cells: readonly Cell[],
  items: readonly Showing[],
): KnownCells {
  const eachAtom = listVisibleCells(items);
  const each = new Set(
    cells.flatMap((cell, i) => (cell.atoms.some((at) => eachAtom.has(at)) ? [i] : [])),
  );
  const space = new RowSpace();
  const makeRow = (item: Showing): bigint[] => {
    const vector = makeVector(atoms, item, eachAtom);
    return cells.map((cell) => vector[cell.atoms[0] ?? -1] ?? 0n);
  };
  for (const item of items) if (item.kind === 'sum') space.add(makeRow(item));
  const freedom = space.freedom(cells.length);
  const lines = freedom.map((row) => {
    const first = row.find((value) => value !== 0n) ?? 0n;
    return first === 0n
      ? ''
      : reduceVector(first < 0n ? row.map((value) => -value) : row).join(' ');
  });
  const ways = (places: readonly number[]): number => {
    const of = places.filter((at) => !each.has(at));
    const [one, two, ...more] = of;
    if (one === undefined) return 0;
    if (two === undefined) return lines[one] === '' ? 1 : 0;
    if (more.length === 0 && lines[one] !== '' && lines[two] !== '')
      return lines[one] === lines[two] ? 1 : 0;
    const rest = new RowSpace();
    for (const at of of) rest.add(freedom[at] ?? []);
    return of.length - rest.rank;
  };
  return { each, freedom, ways, has: (item) => item.kind === 'sum' && space.has(makeRow(item)) };
}
