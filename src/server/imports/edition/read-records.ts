import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { KnownProjects } from '#server/imports/import-plan.ts';

const codesAtOnce = 200;
/** Reads known projects by their codes, a few hundred at a time. */
export async function* readRecords(
  knownProjects: KnownProjects,
  codes: readonly string[],
): AsyncGenerator<StatedProject> {
  for (let i = 0; i < codes.length; i += codesAtOnce)
    yield* await knownProjects.records(codes.slice(i, i + codesAtOnce));
}
