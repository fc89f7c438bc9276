import type { KnownProjects } from '#server/imports/import-plan.ts';

/** A read of the register by the process of an import, which asks the server for it. */
export type KnownRead =
  | { readonly of: 'codes' }
  | { readonly of: 'records' | 'names'; readonly codes: readonly string[] };

/** Reads what the process of an import asks for. */
export const readKnown = (projects: KnownProjects, read: KnownRead): Promise<unknown> =>
  read.of === 'codes' ? projects.codes() : projects[read.of](read.codes);

type Reply<Name extends KnownRead['of']> = ReturnType<KnownProjects[Name]>;
/**
 * Makes a reader of the register that asks another process for each read. It has no sums, since
 * only a store in memory is read in this way.
 */
export const askForProjects = (ask: (read: KnownRead) => Promise<unknown>): KnownProjects => ({
  codes: () => ask({ of: 'codes' }) as Reply<'codes'>,
  records: (codes) => ask({ of: 'records', codes }) as Reply<'records'>,
  names: (codes) => ask({ of: 'names', codes }) as Reply<'names'>,
});
