import type { Overview } from './overview.ts';

/**
 * Counts the active projects of an overview, without those on hold, lost, withdrawn or ended.
 * @returns undefined without a register, and before its first known day
 */
export const activeProjects = ({
  projects_total,
  strip,
}: Pick<Overview, 'projects_total' | 'strip'>): number | undefined =>
  projects_total === undefined || strip.excluded === undefined
    ? undefined
    : projects_total - strip.excluded;
