import { shockChances, shockNodes } from './shock.ts';

/** What one project brings: an amount with its chance. */
export interface Outcome {
  readonly chance: number;
  /** In the unit of the target. */
  readonly amount: number;
}
/** The chances of sums: ascending values, each with its chance. */
export interface Distribution {
  readonly values: readonly number[];
  readonly chances: readonly number[];
}

/** Sums are exact up to so many values; more are put on a grid of as many cells. */
const cells = 2048;

type Chances = Map<number, number>;
const add = (to: Chances, value: number, chance: number): void => {
  if (chance > 0) to.set(value, (to.get(value) ?? 0) + chance);
};

function mergeOutcomes(outcomes: readonly Outcome[]): Chances {
  const merged: Chances = new Map();
  for (const { chance, amount } of outcomes) add(merged, amount, chance);
  return merged;
}

/** Adds one project to the sums. `factor`: its chance under this shock ÷ its chance. */
function convolve(sums: Chances, outcomes: Chances, nothing: number, factor: number): Chances {
  const next: Chances = new Map();
  for (const [sum, chance] of sums) {
    add(next, sum, chance * nothing);
    for (const [amount, one] of outcomes) add(next, sum + amount, chance * one * factor);
  }
  return next;
}

/** Puts sums on the grid: each is split between two neighbouring cells, so that the mean is kept. */
function toGrid(sums: Chances, step: number, length: number): Float64Array {
  const grid = new Float64Array(length);
  for (const [value, chance] of sums) {
    const low = Math.floor(value / step);
    const share = value / step - low;
    grid[low] = (grid[low] ?? 0) + chance * (1 - share);
    if (share > 0) grid[low + 1] = (grid[low + 1] ?? 0) + chance * share;
  }
  return grid;
}

function convolveGrid(
  sums: Float64Array,
  outcomes: Float64Array,
  nothing: number,
  factor: number,
): Float64Array {
  const next = sums.map((chance) => chance * nothing);
  for (const [cell, one] of outcomes.entries()) {
    if (one === 0) continue;
    const chance = one * factor;
    for (let at = 0; at + cell < next.length; at += 1)
      next[at + cell] = (next[at + cell] ?? 0) + (sums[at] ?? 0) * chance;
  }
  return next;
}

interface PreparedProject {
  readonly outcomes: Chances;
  readonly whole: number;
  /** Its chance under each shock. */
  readonly byShock: readonly number[];
}

function sumExactly(projects: readonly PreparedProject[], node: number): Chances | undefined {
  let sums: Chances = new Map([[0, 1]]);
  for (const { outcomes, whole, byShock } of projects) {
    const chance = byShock[node] ?? whole;
    sums = convolve(sums, outcomes, 1 - chance, chance / whole);
    if (sums.size > cells) return undefined;
  }
  return sums;
}

function sumOnGrid(projects: readonly PreparedProject[], node: number, step: number): Chances {
  const length = cells + projects.length + 1;
  let sums = toGrid(new Map([[0, 1]]), step, length);
  for (const { outcomes, whole, byShock } of projects) {
    const chance = byShock[node] ?? whole;
    const last = Math.ceil(Math.max(...outcomes.keys()) / step) + 1;
    sums = convolveGrid(sums, toGrid(outcomes, step, last + 1), 1 - chance, chance / whole);
  }
  return new Map([...sums].flatMap((chance, at) => (chance > 0 ? [[at * step, chance]] : [])));
}

/**
 * The chances of the sum of what projects bring, with one shock for all: exact for few values, else
 * on a grid of 2,048 cells that keeps the mean. Source: review of figures, section 3.
 * @param projects for each project its outcomes apart from bringing nothing
 * @param sigma the shock on the log-odds
 */
export function addOutcomes(
  projects: readonly (readonly Outcome[])[],
  sigma: number,
): Distribution {
  const largest = projects.reduce(
    (sum, outcomes) => sum + Math.max(0, ...outcomes.map(({ amount }) => amount)),
    0,
  );
  const step = largest > 0 ? largest / (cells - 1) : 1;
  const prepared = projects.flatMap((outcomes): PreparedProject[] => {
    const whole = outcomes.reduce((sum, { chance }) => sum + chance, 0);
    return whole <= 0
      ? []
      : [{ outcomes: mergeOutcomes(outcomes), whole, byShock: shockChances(whole, sigma) }];
  });
  const isSmall = sumExactly(prepared, 0) !== undefined;
  const total: Chances = new Map();
  for (const [at, { weight }] of shockNodes(sigma).entries()) {
    const sums = isSmall ? sumExactly(prepared, at) : undefined;
    for (const [value, chance] of sums ?? sumOnGrid(prepared, at, step))
      add(total, value, weight * chance);
  }
  const sorted = [...total].sort(([a], [b]) => a - b);
  return { values: sorted.map(([value]) => value), chances: sorted.map(([, chance]) => chance) };
}

/** The smallest value that a share of the outcomes does not exceed. */
export function quantileOf({ values, chances }: Distribution, share: number): number {
  let sum = 0;
  const at = chances.findIndex((chance) => {
    sum += chance;
    return sum >= share - 1e-12;
  });
  return values[at] ?? values.at(-1) ?? 0;
}

/** The chance of a sum of at least `need`. */
export const chanceOfAtLeast = ({ values, chances }: Distribution, need: number): number =>
  Math.min(
    1,
    chances.reduce((sum, chance, at) => ((values[at] ?? 0) >= need ? sum + chance : sum), 0),
  );

/** The mean of the sums. */
export const meanOf = ({ values, chances }: Distribution): number =>
  chances.reduce((sum, chance, at) => sum + chance * (values[at] ?? 0), 0);
