import { compact } from '#domain/values/compact.ts';
import type { Change, RegisterView } from '#domain/projects/register-view.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { isRegression } from '#domain/projects/pipeline.ts';
import type { Names } from '#domain/values/language.ts';
import { sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import { isWithin } from './project-view-store.ts';
import { readDaysBy } from './edition-day-store.ts';
import { isInScope, knownAt } from '#server/db/versions.ts';

/** A register with the day after which changes count. */
export interface ChangeScope extends ProjectScope {
  readonly since: IsoDate;
}

/** Selects the version rows with a change after the compared day and up to the day itself. */
export const selectChangedRows = (
  reader: Reader,
  { origin, as_of, knownRevision, without, within, only }: ProjectScope,
  since: IsoDate,
) =>
  reader
    .selectFrom('project_version as v')
    .where(isInScope({ origin, without, only }, 'v.'))
    .where('v.valid_from', '>', since)
    .where('v.valid_from', '<=', as_of)
    .where('v.revision_from', '<=', knownAt(knownRevision))
    .where('v.revision_to', '>', knownAt(knownRevision))
    .where((eb) => eb('v.changes', '>', eb.lit(0)))
    .$if(within !== undefined, (query) =>
      query.where(isWithin(within, { origin, as_of: undefined, revision: knownAt(knownRevision) })),
    );

/**
 * Selects changed rows, newest first, each with the project's name on the day, since a later
 * edition may correct names.
 */
const selectNamedChanges = (reader: Reader, scope: ProjectScope, since: IsoDate, limit: number) =>
  selectChangedRows(reader, scope, since)
    .leftJoin('project_version as now', (join) =>
      join
        .onRef('now.origin', '=', 'v.origin')
        .onRef('now.code', '=', 'v.code')
        .on('now.valid_from', '<=', scope.as_of)
        .on('now.valid_to', '>', scope.as_of)
        .on('now.revision_from', '<=', knownAt(scope.knownRevision))
        .on('now.revision_to', '>', knownAt(scope.knownRevision)),
    )
    .select((eb) => [
      eb.fn.coalesce('now.name', 'v.name').as('name'),
      sql<Names | null>`case when now.name is null then v.names_json else now.names_json end`.as(
        'names_json',
      ),
    ])
    .select([
      'v.code',
      'v.valid_from',
      'v.stage',
      'v.stage_from',
      'v.status',
      'v.status_from',
      'v.is_new',
    ])
    .orderBy('v.valid_from', 'desc')
    .orderBy('v.code')
    .limit(limit);
type ChangedRow = Awaited<ReturnType<ReturnType<typeof selectNamedChanges>['execute']>>[number];

/** Lists the changes of one row: a new project, or a change of stage or status. */
function changesOfRow(row: ChangedRow, isBy: boolean): Change[] {
  const { code, name, names_json, valid_from: date, stage: to, stage_from, status_from } = row;
  const project = {
    code,
    name,
    date,
    ...compact({ names: names_json ?? undefined, by: isBy ? (true as const) : undefined }),
  };
  const changes: Change[] = [];
  if (row.is_new) changes.push({ kind: 'new', ...project, to });
  if (stage_from !== null)
    changes.push({
      kind: 'stage',
      ...project,
      from: stage_from,
      to,
      regression: isRegression(stage_from, to),
    });
  if (status_from !== null)
    changes.push({ kind: 'status', ...project, from: status_from, to: row.status });
  return changes;
}

/** The number of new projects and of changes of stage and status. */
const changeCount = countSum('changes', async (reader, { since, ...scope }: ChangeScope) => {
  const { total } = await selectChangedRows(reader, scope, since)
    .select((eb) =>
      eb.fn.coalesce(eb.cast<number>(eb.fn.sum('v.changes'), 'bigint'), eb.lit(0)).as('total'),
    )
    .executeTakeFirstOrThrow();
  return Number(total);
});

/**
 * Counts new projects and changes of stage and status since a day.
 * @returns two for a project that changed its stage and its status on one day
 */
export const countChanges = (
  reader: Reader,
  scope: ProjectScope,
  since: IsoDate,
): Promise<number> => readSum(reader, { ...scope, since }, changeCount);

/**
 * Lists new projects and changes of stage and status since a day, newest first.
 *
 * @returns at most `limit` changes, and the number of all
 */
export async function listChanges(
  reader: Reader,
  scope: ProjectScope,
  since: IsoDate,
  limit: number,
): Promise<RegisterView['changes']> {
  const rows = await selectNamedChanges(reader, scope, since, limit).execute();
  const total = await countChanges(reader, scope, since);
  const isBy = await readDaysBy(
    reader,
    scope.origin,
    knownAt(scope.knownRevision),
    rows.map(({ code }) => code),
  );
  const items = rows.flatMap((row) => changesOfRow(row, isBy(row.code, row.valid_from)));
  return { items: items.slice(0, limit), total };
}
