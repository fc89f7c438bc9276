import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import type { Trx } from '#server/db/db.ts';
import { open, type ProjectVersionTable } from '#server/db/schema/tables.ts';
import { batches, begin, isOfRegister } from '#server/db/versions.ts';
import type { VersionRow } from './version-row-store.ts';

type FormerRow = Selectable<ProjectVersionTable>;
/** The columns that say when and by whom a row was recorded. */
const recordColumns: ReadonlySet<string> = new Set(['revision_from', 'revision_to', 'made_by']);

/** Whether a stored row has the content of a new one. */
const isSameRow = (former: FormerRow, row: VersionRow): boolean =>
  Object.entries(row).every(([name, value]) => {
    const before = former[name as keyof FormerRow];
    return (
      recordColumns.has(name) ||
      (typeof before === 'object' && before !== null ? JSON.stringify(before) : before) === value
    );
  });

const makeKey = ({ code, valid_from }: Pick<VersionRow, 'code' | 'valid_from'>): string =>
  `${code}\n${valid_from}`;

/** Lists the new rows of a project that differ from its former ones. At least the last one does. */
function listNew(
  rows: readonly VersionRow[],
  formerRows: ReadonlyMap<string, FormerRow>,
): readonly VersionRow[] {
  const newRows = rows.filter((row) => {
    const former = formerRows.get(makeKey(row));
    return former === undefined || !isSameRow(former, row);
  });
  return newRows.length === 0 ? rows.slice(-1) : newRows;
}

const rowsAtOnce = 500;

/**
 * Ends the present rows of projects that the new rows replace, in a revision. A row whose period
 * and content stay the same does not end, so a revision that adds a period writes only two rows.
 * @param codes - the codes of the projects that have stored rows
 * @returns the rows to insert, at least one of each project, by which an undo and the days of
 * editions find the project
 */
export async function endVersions(
  trx: Trx,
  revision: number,
  {
    origin,
    codes,
    versions,
  }: {
    readonly origin: Origin;
    readonly codes: readonly string[];
    readonly versions: readonly VersionRow[];
  },
): Promise<readonly VersionRow[]> {
  if (codes.length === 0) return versions;
  const present = await trx
    .selectFrom('project_version')
    .selectAll()
    .where(isOfRegister(origin, codes))
    .where('revision_to', '=', open)
    .where(begin('revision_from'), '<', revision)
    .execute();
  const formerRows = new Map(present.map((row) => [makeKey(row), row]));
  const newRows = [...Map.groupBy(versions, ({ code }) => code).values()].flatMap((rows) =>
    listNew(rows, formerRows),
  );
  const newKeys = new Set(newRows.map(makeKey));
  const keys = new Set(versions.map(makeKey).filter((key) => !newKeys.has(key)));
  const ended = present.filter((row) => !keys.has(makeKey(row)));
  for (const batch of batches(ended, rowsAtOnce))
    await trx
      .updateTable('project_version')
      .set({ revision_to: revision })
      .where(isOfRegister(origin, [...new Set(batch.map(({ code }) => code))]))
      .where('revision_to', '=', open)
      .where(
        sql<boolean>`(code, valid_from) in (values ${sql.join(
          batch.map(({ code, valid_from }) => sql`(${code}, ${valid_from})`),
        )})`,
      )
      .execute();
  return newRows;
}
