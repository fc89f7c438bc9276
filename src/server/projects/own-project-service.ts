import type { FirstPlans } from '#domain/projects/milestones.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Source } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { ProjectKey } from '#server/projects/evidence/store.ts';
import { readProjectVersion } from './project-version-store.ts';
import { resolveAsOf, readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { timelines } from '#server/projects/history/history-store.ts';
import { listKnownPlans } from '#server/projects/history/version-row-store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';

export interface OwnProject {
  readonly record: ProjectRecord;
  /** The day from which the present facts hold. */
  readonly factsDay: IsoDate;
  /** The revision of the present version. */
  readonly version: number;
  readonly first_plans: FirstPlans;
}

/** Makes the problem of a code that no project has. */
export const unknownProject = () =>
  problem('not_found', 'No project has this code. Look it up in /api/v1/projects.');

/**
 * Reads the key of a project at a time of knowledge, and the requested day.
 *
 * @throws HttpProblem if no project has the code
 */
export async function readProjectKey(
  deps: Pick<AppDeps, 'db'>,
  code: string,
  { as_of, known_at }: { readonly as_of?: string; readonly known_at?: string },
): Promise<{ readonly project: ProjectKey; readonly day: IsoDate | undefined }> {
  const zone = await readZoneSnapshot(deps, known_at);
  const { origin, knownRevision } = zone;
  if ((await readProjectVersion(deps.db, origin, code, knownRevision)) === undefined)
    throw unknownProject();
  const day = as_of === undefined ? undefined : resolveAsOf(zone, as_of);
  return { project: { origin, code, knownRevision }, day };
}

/**
 * Reads a project of the own register, which users may change. Example projects are read-only.
 *
 * @throws HttpProblem if it is unknown or an example
 */
export async function ownProject(source: Source, code: string): Promise<OwnProject> {
  const origin = await readChosenOrigin(source);
  const knownProject =
    origin === null ? undefined : (await timelines(source, origin, [code])).get(code);
  const facts = knownProject?.timeline.at(-1);
  if (origin === null || knownProject === undefined || facts === undefined) throw unknownProject();
  if (origin !== 'own')
    throw problem(
      'conflict',
      'Example projects are read-only. Start your own register first: import a file, enter a month, or add a project.',
    );
  return {
    record: { code, origin, facts: facts.facts, ...knownProject.events },
    factsDay: facts.facts_from,
    version: knownProject.version,
    first_plans: listKnownPlans(knownProject.timeline).at(-1) ?? new Map(),
  };
}
