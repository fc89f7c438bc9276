/** A value of the common shock with its weight: seven-point Gauss–Hermite for N(0, 1). */
export interface ShockNode {
  readonly z: number;
  readonly weight: number;
}
const nodes: readonly ShockNode[] = [
  { z: -3.750439717725742, weight: 0.000548268855972218 },
  { z: -2.366759410734541, weight: 0.0307571239675865 },
  { z: -1.154405394739968, weight: 0.2401231786050127 },
  { z: 0, weight: 0.45714285714285713 },
  { z: 1.154405394739968, weight: 0.2401231786050127 },
  { z: 2.366759410734541, weight: 0.0307571239675865 },
  { z: 3.750439717725742, weight: 0.000548268855972218 },
];
/** The default size of the shock on the log-odds. */
export const defaultShock = 0.5;

/** The nodes of a shock; a shock of 0 has one. */
export const shockNodes = (sigma: number): readonly ShockNode[] =>
  sigma === 0 ? [{ z: 0, weight: 1 }] : nodes;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The log-odds whose mean over the shocks is a chance, by bisection. */
function findCentre(chance: number, sigma: number): number {
  let [low, high] = [-40, 40];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const mean = nodes.reduce(
      (sum, { z, weight }) => sum + weight * logistic(middle + sigma * z),
      0,
    );
    if (mean < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The chances of one project under each shock, whose mean is its chance.
 * @param chance from 0 to 1
 */
export function shockChances(chance: number, sigma: number): readonly number[] {
  if (sigma === 0) return [chance];
  if (chance <= 0 || chance >= 1) return nodes.map(() => chance);
  const centre = findCentre(chance, sigma);
  return nodes.map(({ z }) => logistic(centre + sigma * z));
}
