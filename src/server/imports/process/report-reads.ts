import type { KnownProjects } from '#server/imports/import-plan.ts';

/**
 * Makes a reader of the register that reports before each piece. A file of a few rows is compared
 * with the whole register, which takes longer than a process may be silent.
 */
export const reportReads = (
  projects: KnownProjects,
  report: () => Promise<void>,
): KnownProjects => ({
  ...projects,
  records: async (codes) => {
    await report();
    return projects.records(codes);
  },
  names: async (codes) => {
    await report();
    return projects.names(codes);
  },
});
