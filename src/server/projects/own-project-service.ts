import type { FirstPlans } from '#domain/projects/milestones.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Source } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { timelines } from '#server/projects/history/history-store.ts';
import { listKnownPlans } from '#server/projects/history/version-row-store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';

export interface OwnProject {
  readonly record: ProjectRecord;
  /** The day from which the present facts hold. */
  readonly held: IsoDate;
  /** The revision of the present version. */
  readonly version: number;
  readonly first_plans: FirstPlans;
}

/**
 * Reads a project of the own register, which may be changed. Example projects are read-only.
 *
 * @throws HttpProblem if it is unknown or an example
 */
export async function ownProject(source: Source, code: string): Promise<OwnProject> {
  const origin = await readChosenOrigin(source);
  const known = origin === null ? undefined : (await timelines(source, origin, [code])).get(code);
  const facts = known?.timeline.at(-1);
  if (origin === null || known === undefined || facts === undefined)
    throw problem('not_found', 'No project has this code. Look it up in /api/v1/projects.');
  if (origin !== 'own')
    throw problem(
      'conflict',
      'Example projects stay as they were published. Begin your own register first: import a file, enter a month, or add a project.',
    );
  return {
    record: { code, origin, facts: facts.facts, ...known.events },
    held: facts.facts_from,
    version: known.version,
    first_plans: listKnownPlans(known.timeline).at(-1) ?? new Map(),
  };
}
