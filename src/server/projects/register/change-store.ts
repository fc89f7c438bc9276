import { compact } from '#domain/values/compact.ts';
import type { Change, RegisterView } from '#domain/projects/register-view.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { isRegression } from '#domain/projects/pipeline.ts';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { readDaysBy } from './edition-day-store.ts';
import { knownAt } from '#server/db/versions.ts';

/** Rows that began after the compared day and not after the day itself, as then known, and brought a change. */
export const selectChangedRows = (
  reader: Reader,
  { origin, as_of, known, without = [] }: ProjectScope,
  since: IsoDate,
) =>
  reader
    .selectFrom('project_version as v')
    .where('v.origin', '=', origin)
    .where('v.valid_from', '>', since)
    .where('v.valid_from', '<=', as_of)
    .where('v.revision_from', '<=', knownAt(known))
    .where('v.revision_to', '>', knownAt(known))
    .where((eb) => eb('v.changes', '>', eb.lit(0)))
    .$if(without.length > 0, (query) => query.where('v.code', 'not in', [...without]));

/**
 * New projects, moves of stage and of status since a day, newest first, and how many there are in all. Each project is called
 * what it is called on the day: what it was called before may be what was to go.
 */
export async function listChanges(
  reader: Reader,
  scope: ProjectScope,
  since: IsoDate,
  limit: number,
): Promise<RegisterView['changes']> {
  const rows = await selectChangedRows(reader, scope, since)
    .leftJoin('project_version as now', (join) =>
      join
        .onRef('now.origin', '=', 'v.origin')
        .onRef('now.code', '=', 'v.code')
        .on('now.valid_from', '<=', scope.as_of)
        .on('now.valid_to', '>', scope.as_of)
        .on('now.revision_from', '<=', knownAt(scope.known))
        .on('now.revision_to', '>', knownAt(scope.known)),
    )
    .select((eb) => eb.fn.coalesce('now.name', 'v.name').as('name'))
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
    .limit(limit)
    .execute();
  const { total } = await selectChangedRows(reader, scope, since)
    .select((eb) =>
      eb.fn.coalesce(eb.cast<number>(eb.fn.sum('v.changes'), 'bigint'), eb.lit(0)).as('total'),
    )
    .executeTakeFirstOrThrow();
  const isBy = await readDaysBy(
    reader,
    scope.origin,
    knownAt(scope.known),
    rows.map(({ code }) => code),
  );
  const items = rows.flatMap((row): Change[] => {
    const { code, name, valid_from, stage: to } = row;
    const day = {
      date: valid_from,
      ...compact({ by: isBy(code, valid_from) ? (true as const) : undefined }),
    };
    return [
      ...(row.is_new ? [{ kind: 'new', code, name, to, ...day } as const] : []),
      ...(row.stage_from === null
        ? []
        : [
            {
              kind: 'stage',
              code,
              name,
              from: row.stage_from,
              to,
              ...day,
              regression: isRegression(row.stage_from, to),
            } as const,
          ]),
      ...(row.status_from === null
        ? []
        : [{ kind: 'status', code, name, from: row.status_from, to: row.status, ...day } as const]),
    ];
  });
  return { items: items.slice(0, limit), total };
}
