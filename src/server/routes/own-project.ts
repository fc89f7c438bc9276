import type { IsoDate, ProjectRecord } from '#domain/project.ts';
import type { Source } from '#server/db/db.ts';
import { problem } from '#server/http/problem.ts';
import { timelines } from '#server/store/known-projects.ts';
import { chosenOrigin } from '#server/store/settings.ts';

/** A project that may be changed: one of the own register. `held`: since when its facts hold; `version`: the revision since which it is as it is. Examples stay as they were published. */
export async function ownProject(
  source: Source,
  code: string,
): Promise<{ readonly record: ProjectRecord; readonly held: IsoDate; readonly version: number }> {
  const origin = await chosenOrigin(source);
  const known = origin === null ? undefined : (await timelines(source, origin, [code])).get(code);
  const facts = known?.timeline.at(-1);
  if (origin === null || known === undefined || facts === undefined)
    throw problem('not_found', 'No project has this code. Look it up in /api/v1/projects.');
  if (origin !== 'own')
    throw problem(
      'conflict',
      'Example projects stay as they were published. Begin your own register first: import a file, enter a month, or add a project.',
    );
  return { record: { code, origin, facts: facts.facts, ...known.events }, held: facts.facts_from, version: known.version };
}
