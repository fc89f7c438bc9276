import type { ShockedOutcomes, ShockedProject } from './outcomes.ts';
import type { ShockNode } from './shock.ts';
import {
  computeCells,
  type Cumulants,
  flatSpectrum,
  makeCircle,
  multiplyCumulants,
  multiplySpectrum,
  computeSpectrum,
} from './spectrum.ts';

/** Many small projects with the same outcomes. */
interface ShockedSums {
  readonly shocked: ShockedOutcomes;
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
}
interface GridInput {
  readonly projects: readonly ShockedProject[];
  readonly others: readonly ShockedSums[];
  readonly nodes: readonly ShockNode[];
  readonly cells: number;
}

const largestShare = ({ merged }: ShockedOutcomes): number => Math.max(0, ...merged.keys());

/**
 * Puts outcomes on the grid. Each is split between two neighbouring cells, so that the mean is
 * preserved.
 */
function toCells({ shocked, amount }: ShockedProject, step: number): Map<number, number> {
  const cellsByPlace = new Map<number, number>();
  const add = (cell: number, chance: number): void => {
    if (chance > 0) cellsByPlace.set(cell, (cellsByPlace.get(cell) ?? 0) + chance);
  };
  for (const [share, chance] of shocked.merged) {
    const place = (share * amount) / step;
    const low = Math.floor(place);
    add(low, chance * (1 - (place - low)));
    add(low + 1, chance * (place - low));
  }
  return cellsByPlace;
}

/** Mean, variance and third cumulant of small projects under one shock, in cells. */
function findCumulants(
  { shocked: { merged, whole, byShock }, sum, squares, cubes }: ShockedSums,
  node: number,
  step: number,
): Cumulants {
  const factor = (byShock[node] ?? whole) / whole;
  let [first, second, third] = [0, 0, 0];
  for (const [share, chance] of merged) {
    first += factor * chance * share;
    second += factor * chance * share ** 2;
    third += factor * chance * share ** 3;
  }
  return {
    mean: (first * sum) / step,
    variance: ((second - first ** 2) * squares) / step ** 2,
    third: ((third - 3 * first * second + 2 * first ** 3) * cubes) / step ** 3,
  };
}

/** The cumulants of a sum are the sums of the cumulants. */
const addCumulants = (list: readonly Cumulants[]): Cumulants =>
  list.reduce((a, b) => ({
    mean: a.mean + b.mean,
    variance: a.variance + b.variance,
    third: a.third + b.third,
  }));

/**
 * Computes the chances of sums on a grid. Projects are multiplied in the frequency domain: the
 * large ones one by one, the many small ones by their cumulants. Only the latter can reach cells
 * below 0, which count as 0.
 */
export function sumOnCircle({ projects, others, nodes, cells }: GridInput): Map<number, number> {
  const largest =
    projects.reduce((sum, { shocked, amount }) => sum + largestShare(shocked) * amount, 0) +
    others.reduce((total, { shocked, sum }) => total + largestShare(shocked) * sum, 0);
  const step = largest > 0 ? largest / (cells - 1) : 1;
  const circle = makeCircle(cells * 2);
  const spectra = projects.map((project) => ({
    ...project.shocked,
    spectrum: computeSpectrum(circle, toCells(project, step)),
  }));
  const total = flatSpectrum(circle, 0);
  for (const [node, { weight }] of nodes.entries()) {
    const sums = flatSpectrum(circle, weight);
    for (const { spectrum, whole, byShock } of spectra) {
      const chance = byShock[node] ?? whole;
      multiplySpectrum(sums, spectrum, 1 - chance, chance / whole);
    }
    if (others.length > 0)
      multiplyCumulants(
        circle,
        sums,
        addCumulants(others.map((other) => findCumulants(other, node, step))),
      );
    for (let f = 0; f < total.re.length; f += 1) {
      total.re[f] = (total.re[f] ?? 0) + (sums.re[f] ?? 0);
      total.im[f] = (total.im[f] ?? 0) + (sums.im[f] ?? 0);
    }
  }
  const cellsByPlace = new Map<number, number>();
  const end = cells + cells / 2;
  for (const [at, chance] of computeCells(circle, total).entries()) {
    const value = at >= end ? 0 : at * step;
    if (chance > 1e-15) cellsByPlace.set(value, (cellsByPlace.get(value) ?? 0) + chance);
  }
  return cellsByPlace;
}
