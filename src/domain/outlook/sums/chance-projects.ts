import type { Stage } from '#domain/projects/stage.ts';
import { countProjects, type MeasureSums } from './measure-sums.ts';

/**
 * The number of projects that count one by one. All others count by the sums of the powers of their
 * amounts.
 */
const largestCount = 48;

/** The sums of the amounts of many projects of one stage. */
export interface StageSums {
  readonly stage: Stage;
  readonly sum: number;
  readonly squares: number;
  readonly cubes: number;
}
/** The contributions of projects for the chance: the largest projects, and sums of the others. */
export interface ChanceProjects {
  readonly largest: readonly { readonly stage: Stage; readonly amount: number }[];
  readonly others: readonly StageSums[];
  /** Some amounts are not known. */
  readonly at_least: boolean;
}

/** Splits what projects add for the chance; done once for a base and its scenarios. */
export function splitProjects(sums: MeasureSums): ChanceProjects {
  const largest: { readonly stage: Stage; readonly amount: number }[] = [];
  const others = new Map<Stage, { sum: number; squares: number; cubes: number }>();
  for (const { stage, size: amount, count } of sums.amounts) {
    const single = Math.min(count, largestCount - largest.length);
    for (let at = 0; at < single; at += 1) largest.push({ stage, amount });
    if (single === count) continue;
    const powers = others.get(stage) ?? { sum: 0, squares: 0, cubes: 0 };
    powers.sum += (count - single) * amount;
    powers.squares += (count - single) * amount ** 2;
    powers.cubes += (count - single) * amount ** 3;
    others.set(stage, powers);
  }
  return {
    largest,
    others: [...others].map(([stage, powers]) => ({ stage, ...powers })),
    at_least: countProjects(sums).unknownCount > 0,
  };
}
