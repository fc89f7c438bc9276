import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/**
 * Reads the stage of projects on a day, active or not.
 * @returns the stage by code; a project that is not in the register has none
 */
export async function presentStages(
  source: Source,
  scope: ProjectScope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StageOrUnknown>> {
  if (codes.length === 0) return new Map();
  const rows = await versionsAt(getReader(source), { ...scope, only: codes })
    .select(['v.code', 'v.stage'])
    .execute();
  return new Map(rows.map(({ code, stage }) => [code, stage]));
}
