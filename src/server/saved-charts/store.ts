import type { Selectable } from 'kysely';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { SavedChartTable } from '#server/db/schema/saved-chart-tables.ts';

export type StoredChart = Selectable<SavedChartTable>;

/** Lists the charts of a person and those shared with everyone, by title. */
export const listStoredCharts = (source: Source, owner: string): Promise<StoredChart[]> =>
  getReader(source)
    .selectFrom('saved_chart')
    .selectAll()
    .where((eb) => eb.or([eb('owner', '=', owner), eb('is_shared', '=', true)]))
    .orderBy('title')
    .orderBy('id')
    .execute();

/** Lists the charts that the report has, by title. */
export const listReportCharts = (source: Source): Promise<StoredChart[]> =>
  getReader(source)
    .selectFrom('saved_chart')
    .selectAll()
    .where('is_shared', '=', true)
    .where('is_in_report', '=', true)
    .orderBy('title')
    .orderBy('id')
    .execute();

/** Finds a saved chart by its id. @returns undefined if no saved chart has this id */
export const findStoredChart = (source: Source, id: string): Promise<StoredChart | undefined> =>
  getReader(source).selectFrom('saved_chart').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Reads a text that changes with every change of a saved chart.
 * @returns a text that is only compared with another one
 */
export async function readSavedChartsState(source: Source): Promise<string> {
  const { n, last, versions } = await getReader(source)
    .selectFrom('saved_chart')
    .select((eb) => [
      eb.fn.countAll().as('n'),
      eb.fn.max('changed_at').as('last'),
      eb.fn.sum('version').as('versions'),
    ])
    .executeTakeFirstOrThrow();
  return `${Number(n)} ${Number(versions ?? 0)} ${last ?? ''}`;
}

/** Counts the charts that a person saved. @returns a count of private and published charts */
export async function countStoredCharts(source: Source, owner: string): Promise<number> {
  const { n } = await getReader(source)
    .selectFrom('saved_chart')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Stores a new chart of an account. */
export const addStoredChart = (
  trx: Trx,
  { view_json, annotations_json, ...chart }: StoredChart,
): Promise<unknown> =>
  trx
    .insertInto('saved_chart')
    .values({
      ...chart,
      view_json: JSON.stringify(view_json),
      annotations_json: JSON.stringify(annotations_json),
    })
    .execute();

/** Stores the changes of a saved chart. */
export const changeStoredChart = (
  trx: Trx,
  {
    id,
    view_json,
    annotations_json,
    title,
    note,
    is_shared,
    is_pinned,
    is_in_report,
    ...now
  }: StoredChart,
): Promise<unknown> =>
  trx
    .updateTable('saved_chart')
    .set({
      title,
      note,
      is_shared,
      is_pinned,
      is_in_report,
      changed_at: now.changed_at,
      version: now.version,
      view_json: JSON.stringify(view_json),
      annotations_json: JSON.stringify(annotations_json),
    })
    .where('id', '=', id)
    .execute();

/** Deletes a saved chart. */
export const removeStoredChart = (trx: Trx, id: string): Promise<unknown> =>
  trx.deleteFrom('saved_chart').where('id', '=', id).execute();
