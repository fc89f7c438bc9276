import { type ShockNode, shockChances, shockNodes } from './shock.ts';
import { sumOnCircle } from './grid.ts';
import type { Outcome, ShockedOutcomes, ShockedProject, SumInput } from './outcomes.ts';

/** The chances of sums: ascending values, each with its chance. */
export interface Distribution {
  readonly values: readonly number[];
  readonly chances: readonly number[];
}

/** Sums are exact up to this many values; more values are put on a grid of this many cells. */
const defaultCells = 2048;

function shockOutcomes(outcomes: readonly Outcome[], sigma: number): ShockedOutcomes {
  const masses = new Map<number, number>();
  let whole = 0;
  for (const { chance, amount } of outcomes) {
    whole += chance;
    if (chance > 0) masses.set(amount, (masses.get(amount) ?? 0) + chance);
  }
  return { merged: masses, whole, byShock: shockChances(whole, sigma) };
}

/** Adds one project to the sums; undefined once there are too many different ones. */
function convolve(
  sums: ReadonlyMap<number, number>,
  { shocked: { merged, whole, byShock }, amount }: ShockedProject,
  node: number,
): Map<number, number> | undefined {
  const next = new Map<number, number>();
  const add = (value: number, chance: number): void => {
    if (chance > 0) next.set(value, (next.get(value) ?? 0) + chance);
  };
  const chance = byShock[node] ?? whole;
  for (const [sum, before] of sums) {
    add(sum, before * (1 - chance));
    for (const [share, one] of merged) add(sum + share * amount, (before * one * chance) / whole);
    if (next.size > defaultCells) return undefined;
  }
  return next;
}

function sumExactly(
  projects: readonly ShockedProject[],
  nodes: readonly ShockNode[],
): Map<number, number> | undefined {
  const total = new Map<number, number>();
  for (const [node, { weight }] of nodes.entries()) {
    let sums: Map<number, number> | undefined = new Map([[0, 1]]);
    for (const project of projects) {
      sums = convolve(sums, project, node);
      if (sums === undefined) return undefined;
    }
    for (const [value, chance] of sums) total.set(value, (total.get(value) ?? 0) + weight * chance);
  }
  return total;
}

/**
 * Computes the chances of the sum of what projects add, with one common shock: exact for few
 * values, else on a grid that preserves the mean. Source: review of figures, section 3.
 * @param sigma the size of the shock on the log-odds
 * @param cells the number of cells of the grid, a power of two
 */
export function addOutcomes(
  { each, rest }: SumInput,
  sigma: number,
  cells = defaultCells,
): Distribution {
  const cache = new Map<readonly Outcome[], ShockedOutcomes>();
  const shock = (outcomes: readonly Outcome[]): ShockedOutcomes => {
    const outcomesWithShock = cache.get(outcomes) ?? shockOutcomes(outcomes, sigma);
    cache.set(outcomes, outcomesWithShock);
    return outcomesWithShock;
  };
  const nodes = shockNodes(sigma);
  const projects = each
    .map(({ outcomes, amount }) => ({ shocked: shock(outcomes), amount }))
    .filter(({ shocked }) => shocked.whole > 0);
  const others = rest
    .map(({ outcomes, ...sums }) => ({ shocked: shock(outcomes), ...sums }))
    .filter(({ shocked, sum }) => shocked.whole > 0 && sum > 0);
  const sums =
    (others.length === 0 ? sumExactly(projects, nodes) : undefined) ??
    sumOnCircle({ projects, others, nodes, cells });
  const ascending = [...sums].sort(([a], [b]) => a - b);
  return {
    values: ascending.map(([value]) => value),
    chances: ascending.map(([, chance]) => chance),
  };
}

/**
 * The smallest value that a share of the outcomes does not exceed.
 * @returns in the unit of the sums
 */
export function findQuantile({ values, chances }: Distribution, share: number): number {
  let sum = 0;
  const at = chances.findIndex((chance) => {
    sum += chance;
    return sum >= share - 1e-12;
  });
  return values[at] ?? values.at(-1) ?? 0;
}

/**
 * The chance of a sum of at least `need`.
 * @returns a probability from 0 to 1
 */
export const chanceOfAtLeast = ({ values, chances }: Distribution, need: number): number =>
  Math.min(
    1,
    chances.reduce((sum, chance, at) => ((values[at] ?? 0) >= need ? sum + chance : sum), 0),
  );
