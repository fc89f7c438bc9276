import { byAmount, lackingTwentieths } from './holdings.ts';
import { type Cell, listSubsets, type KnownCells } from './known-cells.ts';
import { maximise, type Largest } from './simplex.ts';

/** Hidden holdings of one investor in some cells. */
interface Target {
  readonly holder: string;
  readonly cells: readonly number[];
}
/** A change of the amounts that agrees with all known sums: a change for each cell, over `by`. */
interface Shift {
  readonly cells: readonly bigint[];
  readonly by: bigint;
}
/** The largest number of searches for one decision; beyond it an estimate counts as too precise. */
const mostSearches = 3000;
/**
 * Up to this many other cells of an investor are tested in every combination. If there are more,
 * each is tested alone, and then all together.
 */
const mostOthers = 3;

/**
 * Whether an investor with a share in the known sums, or an outsider, can estimate the hidden
 * holdings of another investor within 15 % from above (p % rule over all combinations of known
 * sums, with amounts of 0 or more), and could not do so from the earlier sums.
 */
export class Estimates {
  readonly #cells: readonly Cell[];
  readonly #ranked: readonly (readonly (readonly [string, bigint])[])[];
  readonly #now: KnownCells;
  readonly #before: KnownCells;
  #searches = 0;
  constructor(cells: readonly Cell[], now: KnownCells, before: KnownCells) {
    this.#cells = cells;
    this.#ranked = cells.map(({ holdings }) => byAmount(holdings));
    this.#now = now;
    this.#before = before;
  }

  /** Whether the known sums allow an estimate of any holding within 15 %. */
  tooGood(): boolean {
    return this.#targets().some((target) => this.#isEstimated(target));
  }
  /** The cells of all holdings that can be estimated too precisely. */
  estimated(): readonly number[] {
    return [
      ...new Set(
        this.#targets().flatMap((target) => (this.#isEstimated(target) ? target.cells : [])),
      ),
    ];
  }

  /** Lists the targets: investors whose holdings the others in a cell do not hide. */
  #targets(): Target[] {
    const open = this.#cells.flatMap((cell, i) =>
      cell.hidden && !this.#now.each.has(i) ? [i] : [],
    );
    const dominantCells = open.flatMap((i) => {
      const [first, second] = this.#ranked[i] ?? [];
      if (first === undefined) return [];
      const rest = (this.#cells[i]?.total ?? 0n) - first[1] - (second?.[1] ?? 0n);
      return [first, ...(second === undefined ? [] : [second])].flatMap(([holder, minor]) =>
        lackingTwentieths(minor, rest) > 0n ? [{ holder, cell: i }] : [],
      );
    });
    return [...Map.groupBy(dominantCells, ({ holder }) => holder)].flatMap(([holder, list]) => {
      const cells = open.filter((i) => (this.#cells[i]?.holdings.get(holder) ?? 0n) > 0n);
      const own = new Set(list.map(({ cell }) => cell));
      return takeSome(cells).flatMap((some) =>
        some.some((i) => own.has(i)) ? [{ holder, cells: some }] : [],
      );
    });
  }

  #isEstimated(target: Target): boolean {
    const shifts: Shift[] = [];
    const others = [undefined, ...this.#neighbours(target)];
    return others.some((other) => {
      const need = this.#need(target, other);
      if (need <= 0n || shifts.some((shift) => this.#serves(shift, target, other, need)))
        return false;
      const best = this.#search(this.#now, target, other, need);
      if (best === undefined) return true;
      if (best.value >= need * best.by) {
        shifts.push(this.#shiftOf(best));
        return false;
      }
      const earlier = this.#search(this.#before, target, other, need);
      return earlier === undefined || best.value * earlier.by < earlier.value * best.by;
    });
  }
  /** Other investors in cells that the known sums link to the target, largest first. */
  #neighbours({ holder, cells }: Target): string[] {
    const tiedCells = new Set(cells);
    for (let size = 0; size < tiedCells.size; ) {
      size = tiedCells.size;
      const columns = new Set([...tiedCells].flatMap((i) => nonZero(this.#now.freedom[i])));
      for (const [i, row] of this.#now.freedom.entries())
        if (!this.#now.each.has(i) && nonZero(row).some((j) => columns.has(j))) tiedCells.add(i);
    }
    const most = new Map<string, bigint>();
    for (const i of tiedCells)
      for (const [other, minor] of this.#ranked[i] ?? [])
        if ((most.get(other) ?? 0n) < minor) most.set(other, minor);
    most.delete(holder);
    return byAmount(most).map(([other]) => other);
  }
  /** By how much the cells of a target must be able to grow, in twentieths of a minor unit. */
  #need({ holder, cells }: Target, other: string | undefined): bigint {
    let [own, rest] = [0n, 0n];
    for (const i of cells) {
      const minor = this.#held(i, holder);
      own += minor;
      rest += (this.#cells[i]?.total ?? 0n) - minor - this.#held(i, other);
    }
    return lackingTwentieths(own, rest);
  }
  #held(cell: number, holder: string | undefined): bigint {
    return holder === undefined ? 0n : (this.#cells[cell]?.holdings.get(holder) ?? 0n);
  }
  /** Whether a cell holds only projects of the estimator, who then knows its amount. */
  #isOwn(cell: number, holder: string | undefined): boolean {
    const { holdings } = this.#cells[cell] ?? {};
    return holder !== undefined && holdings?.size === 1 && holdings.has(holder);
  }
  /**
   * Whether a shift is large enough, and an estimator who knows their own amounts cannot exclude
   * it.
   */
  #serves({ cells, by }: Shift, target: Target, other: string | undefined, need: bigint): boolean {
    return (
      target.cells.reduce((sum, i) => sum + (cells[i] ?? 0n), 0n) >= need * by &&
      this.#cells.every(({ total }, i) => {
        const shift = cells[i] ?? 0n;
        return (
          20n * (total - this.#held(i, other)) * by + shift >= 0n &&
          (shift === 0n || !this.#isOwn(i, other))
        );
      })
    );
  }
  #search(
    { freedom, each }: KnownCells,
    { cells }: Target,
    other: string | undefined,
    need: bigint,
  ): Largest | undefined {
    this.#searches += 1;
    if (this.#searches > mostSearches) return undefined;
    const width = freedom[0]?.length ?? 0;
    const columns = Array.from({ length: width }, (_, j) => j);
    const goal = columns.map((j) =>
      cells.reduce((sum, i) => (each.has(i) ? sum : sum + (freedom[i]?.[j] ?? 0n)), 0n),
    );
    const rows = this.#cells.flatMap(({ total }, i) => {
      if (each.has(i)) return [];
      const coefficients = freedom[i] ?? [];
      const row = { start: 20n * (total - this.#held(i, other)), coefficients };
      return this.#isOwn(i, other)
        ? [row, { start: 0n, coefficients: coefficients.map((value) => -value) }]
        : [row];
    });
    return maximise({ rows, goal, enough: need });
  }
  #shiftOf({ point, by }: Largest): Shift {
    const { freedom, each } = this.#now;
    return {
      by,
      cells: this.#cells.map((_, i) =>
        each.has(i)
          ? 0n
          : (freedom[i] ?? []).reduce((sum, value, j) => sum + value * (point[j] ?? 0n), 0n),
      ),
    };
  }
}
const nonZero = (row: readonly bigint[] = []): number[] =>
  row.flatMap((value, j) => (value === 0n ? [] : [j]));

const takeSome = (cells: readonly number[]): readonly (readonly number[])[] =>
  cells.length > mostOthers + 1
    ? [...cells.map((one) => [one]), cells]
    : listSubsets(cells).filter((some) => some.length > 0);
