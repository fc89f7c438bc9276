import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import type { Overview } from './overview.ts';

/**
 * Counts the active projects without a stage. They may be of any stage.
 *
 * @returns 0 where every counted project has a stage
 */
export const countStageNotSet = (
  rows: readonly { readonly stage: string; readonly count: number }[],
): number => rows.find(({ stage }) => stage === 'unknown')?.count ?? 0;

/** Counts the active projects without a stage in an overview. @returns 0 without any */
export const countNotSetOfStrip = ({ groups }: Pick<Overview['strip'], 'groups'>): number =>
  countStageNotSet(groups.flatMap(({ rows }) => rows));

/** Counts the projects of the pipeline. @returns undefined where their number is unknown */
export function countPipeline({ strip }: Pick<Overview, 'strip'>): number | undefined {
  const count = strip.groups.find(({ group }) => group === 'pipeline')?.count;
  return count === undefined || isCountUnknown(count, countNotSetOfStrip(strip))
    ? undefined
    : count;
}
