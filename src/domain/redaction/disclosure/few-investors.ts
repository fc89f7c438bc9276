import { type Cell, listSubsets, type KnownCells } from './known-cells.ts';

/** The largest number of tested sets of few investors. With more, nothing is shown. */
const mostSets = 20_000;
/**
 * The largest number of cells whose combinations are all tested. With more, a disclosure is
 * assumed.
 */
const mostChoices = 8;

/**
 * Lists the sets of cells with fewer investors than allowed, each with all cells of its investors.
 * @returns the indexes of the cells of each set; undefined if there are too many sets
 */
export function listSmallSets(
  cells: readonly Cell[],
  fewest: number,
): readonly (readonly number[])[] | undefined {
  const holders = cells.map(({ holdings }) =>
    [...holdings].flatMap(([holder, minor]) => (minor === 0n ? [] : [holder])),
  );
  const small = cells.flatMap((_, i) => ((holders[i]?.length ?? 0) < fewest ? [i] : []));
  const sets = new Map<string, readonly number[]>();
  const close = (of: ReadonlySet<string>): readonly number[] =>
    small.filter((i) => (holders[i] ?? []).every((one) => of.has(one)));
  const extend = (of: ReadonlySet<string>): void => {
    const closure = close(of);
    const key = closure.join(' ');
    if (sets.has(key) || sets.size > mostSets) return;
    sets.set(key, closure);
    for (const i of small) {
      const more = new Set([...of, ...(holders[i] ?? [])]);
      if (more.size > of.size && more.size < fewest) extend(more);
    }
  };
  extend(new Set());
  return sets.size > mostSets
    ? undefined
    : [...sets.values()].filter((set) => set.some((i) => cells[i]?.hidden === true));
}

/**
 * Finds the sets with a hidden cell about which the known sums allow a conclusion that the earlier
 * sums did not allow.
 */
export function listRevealingSets(
  cells: readonly Cell[],
  sets: readonly (readonly number[])[],
  now: KnownCells,
  before: KnownCells,
): readonly (readonly number[])[] {
  const ways = (
    knownCells: KnownCells,
    hiddenCells: readonly number[],
    open: readonly number[],
  ): number => knownCells.ways([...hiddenCells, ...open]) - knownCells.ways(open);
  return sets.filter((set) => {
    const hiddenCells = set.filter((i) => cells[i]?.hidden === true);
    const open = set.filter((i) => cells[i]?.hidden !== true);
    if (ways(now, hiddenCells, open) === 0) return false;
    return (
      open.length > mostChoices ||
      listSubsets(open).some(
        (some) => ways(now, hiddenCells, some) > ways(before, hiddenCells, some),
      )
    );
  });
}
