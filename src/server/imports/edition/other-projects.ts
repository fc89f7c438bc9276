import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { KnownProjects } from '#server/imports/import-plan.ts';

const codesAtOnce = 200;
/** The known projects that a file doesn't list. */
export async function* readOtherProjects(
  known: KnownProjects,
  codes: ReadonlySet<string>,
  inFile: ReadonlySet<string>,
): AsyncGenerator<StatedProject> {
  const rest = [...codes].filter((code) => !inFile.has(code));
  for (let i = 0; i < rest.length; i += codesAtOnce)
    yield* await known.records(rest.slice(i, i + codesAtOnce));
}
