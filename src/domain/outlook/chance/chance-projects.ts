import { toNumber } from '#domain/values/decimal.ts';
import type { Stage } from '#domain/projects/stage.ts';
import type { OutlookProject } from '#domain/outlook/outlook-project.ts';

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

/** Sums what projects add; done once for a base and its scenarios. */
export function sumProjects(projects: readonly OutlookProject[]): ChanceProjects {
  const knownProjects = projects
    .flatMap(({ stage, adds }) =>
      adds === undefined ? [] : [{ stage, amount: Math.max(0, toNumber(adds)) }],
    )
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount);
  const others = new Map<Stage, { sum: number; squares: number; cubes: number }>();
  for (const { stage, amount } of knownProjects.slice(largestCount)) {
    const sums = others.get(stage) ?? { sum: 0, squares: 0, cubes: 0 };
    sums.sum += amount;
    sums.squares += amount ** 2;
    sums.cubes += amount ** 3;
    others.set(stage, sums);
  }
  return {
    largest: knownProjects.slice(0, largestCount),
    others: [...others].map(([stage, sums]) => ({ stage, ...sums })),
    at_least: projects.some(({ adds }) => adds === undefined),
  };
}
