import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { KnownName, KnownProjects } from '#server/imports/import-plan.ts';

const codesAtOnce = 200;
/** Reads known projects by their codes, a few hundred at a time. */
export async function* readRecords(
  knownProjects: KnownProjects,
  codes: readonly string[],
): AsyncGenerator<StatedProject> {
  for (let i = 0; i < codes.length; i += codesAtOnce)
    yield* await knownProjects.records(codes.slice(i, i + codesAtOnce));
}

const namesAtOnce = 500;
/** Reads the names of known projects by their codes, some hundreds at a time. */
export async function* readNames(
  knownProjects: KnownProjects,
  codes: readonly string[],
): AsyncGenerator<KnownName> {
  for (let i = 0; i < codes.length; i += namesAtOnce)
    yield* await knownProjects.names(codes.slice(i, i + namesAtOnce));
}
