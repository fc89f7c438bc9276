import { endStatements, statementsThatStay } from './undo-statement-store.ts';
import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import type { UndoConflict } from '#domain/changes/undo.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { completeUndo, leavePending, type PendingUndo } from '#server/db/pending-undo.ts';
import { putTimelines } from '#server/projects/history/put-project-store.ts';
import {
  currentRevision,
  findRevision,
  startRevision,
  type StoredRevision,
} from '#server/db/revision-log.ts';
import {
  mergeProjects,
  mergeZone,
  otherConflict,
  type Key,
  type MergeResult,
} from './undo-conflict-store.ts';
import { listCodesOfOtherEditions } from './undo-edition-store.ts';
import { findChangedAgain, mostMerged, restoreRows, rowsOfRevision } from './undo-row-store.ts';
import { settingTable, undoneTables, type UndoneTable } from '#server/db/undone-tables.ts';
import { batches } from '#server/db/versions.ts';
import { requireReasonForClosedMonths } from '#server/zone/closing/closed-month-guard-store.ts';
import { moveRequestsBack } from '#server/work/request-owner-store.ts';
import { writeZone } from '#server/zone/store.ts';

/**
 * Why a revision can't be undone. `conflict`: some of its values were changed later. `conflicts`
 * has the first 50 of them, and `rest` says whether the rest can be undone with `keep_later`.
 */
export type UndoRejection =
  | { readonly reason: 'not_found' | 'already_undone' }
  | {
      readonly reason: 'conflict';
      readonly conflicts: readonly UndoConflict[];
      readonly rest: boolean;
    };

export class UndoRejectionError extends Error {
  readonly rejection: UndoRejection;
  constructor(rejection: UndoRejection) {
    super(`the revision can't be undone: ${rejection.reason}`);
    this.name = 'UndoRejectionError';
    this.rejection = rejection;
  }
}

const maxConflicts = 50;
const batchSize = 200;

export interface UndoneBy {
  readonly author: string;
  readonly reason?: string;
  readonly recorded_at?: string;
  /** Whether later values stay and only the rest is undone. */
  readonly keep_later?: boolean;
}

/** The number of rows of one table above which the response comes before the rows are ended. */
const manyRows = 5000;
export interface UndoOptions {
  /** The number of rows above which a table is left pending. The default is 5,000. */
  readonly pending_above?: number;
}

type ChangedAgain = Map<UndoneTable['name'], readonly Key[]>;

/**
 * Reads the keys of the revision that were changed later, by table.
 *
 * @throws UndoRejectionError if they are too many to merge
 */
async function readChangedAgain(
  trx: Trx,
  id: number,
  tables: readonly UndoneTable[],
  isNewest: boolean,
): Promise<ChangedAgain> {
  const again: ChangedAgain = new Map();
  for (const table of tables)
    if (table.part === undefined)
      again.set(table.name, isNewest ? [] : await findChangedAgain(trx, table, id));
  const codes = await listCodesOfOtherEditions(trx, id, mostMerged + 1);
  const keys = [...(again.get('project_history') ?? []), ...codes];
  const projects = [
    ...new Map(keys.map((key) => [`${key['origin']} ${key['code']}`, key])).values(),
  ];
  // each change of a project replaces its history and only some of its versions
  again.set('project_history', projects).set('project_version', projects);
  if ([...again.values()].some((keys) => keys.length > mostMerged))
    throw new UndoRejectionError({ reason: 'conflict', conflicts: [], rest: false });
  return again;
}

/**
 * Rejects an undo with conflicts.
 * @throws UndoRejectionError if later values conflict and may not stay, or if nothing else is left to undo
 */
async function rejectConflicts(
  trx: Trx,
  undoneRevision: StoredRevision,
  { again, merged, keepsOwn, keep_later }: UndoState,
): Promise<void> {
  const conflicts = merged.flatMap(({ conflict }) => conflict ?? []);
  if (conflicts.length === 0) return;
  const rest = await hasRest(trx, undoneRevision, again, merged, keepsOwn);
  if (keep_later && rest) return;
  throw new UndoRejectionError({
    reason: 'conflict',
    conflicts: conflicts.slice(0, maxConflicts),
    rest,
  });
}
interface UndoState {
  readonly again: ChangedAgain;
  readonly merged: readonly MergeResult[];
  /** Whether the own register and its zone stay; see `keepsRegister`. */
  readonly keepsOwn: boolean;
  readonly keep_later: boolean;
}

/**
 * Undoes one revision as a new revision: ends the rows that it added and restores those that it
 * ended. A project or a zone that was changed later is merged field by field, and later values
 * stay. An undo can itself be undone.
 *
 * @throws UndoRejectionError if the revision is unknown or undone already, or if later values conflict and
 *   `keep_later` is not set
 */
export function undoRevision(
  db: Db,
  id: number,
  { keep_later = false, ...by }: UndoneBy,
  { pending_above = manyRows }: UndoOptions = {},
): Promise<{ readonly revision: number }> {
  return db.write(async (trx) => {
    await completeUndo(trx);
    const undoneRevision = await findRevision(trx, id);
    if (!undoneRevision) throw new UndoRejectionError({ reason: 'not_found' });
    if (undoneRevision.undone_by !== undefined)
      throw new UndoRejectionError({ reason: 'already_undone' });
    const revision = (await currentRevision(trx)) + 1;
    const keepsOwn = await keepsRegister(trx, undoneRevision);
    const tables = keepsOwn
      ? undoneTables.filter(({ name }) => name !== 'zone_version' && name !== 'setting')
      : undoneTables;
    const again = await readChangedAgain(trx, id, tables, revision === id + 1);
    const results = await mergeChangedAgain(trx, undoneRevision, revision, again);
    await rejectConflicts(trx, undoneRevision, { again, merged: results, keepsOwn, keep_later });
    const { origin, as_of } = undoneRevision;
    const note = { reason: '', ...by, kind: 'undo', undoes: id };
    await startRevision(trx, { ...note, ...compact({ origin, as_of }) });
    again.set('project_statement', await statementsThatStay(trx, id, results));
    await endStatements(trx, id, revision, again.get('project_statement') ?? []);
    const pending: PendingUndo[] = [];
    for (const table of tables) {
      const only = keepsOwn && table.key.includes('origin') ? { origin: 'own' as const } : {};
      const rest = await restoreRows(trx, table, {
        id,
        revision,
        except: again.get(table.name) ?? [],
        ...only,
        pending_above,
      });
      if (rest !== undefined) pending.push(rest);
    }
    await writeMerged(trx, revision, results);
    await moveRequestsBack(trx, id, revision);
    await requireReasonForClosedMonths(trx, revision, by.reason);
    await trx.updateTable('revision').set({ undone_by: revision }).where('id', '=', id).execute();
    if (pending.length > 0)
      await leavePending(
        trx,
        pending.map((rows) => ({
          pending: rows,
          projects: (again.get(rows.name) ?? []).map(toProjectKey),
        })),
      );
    return { revision };
  });
}

/**
 * Whether the own register stays when the edition that started it is undone, since a later edition
 * is in force. Then the zone also stays, and the replaced example does not return.
 */
async function keepsRegister(
  trx: Trx,
  { id, kind }: Pick<StoredRevision, 'id' | 'kind'>,
): Promise<boolean> {
  if (kind !== 'import') return false;
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from (${rowsOfRevision(settingTable, id)}) as t`.execute(trx);
  if ((rows[0]?.count ?? 0) === 0) return false;
  const later = await trx
    .selectFrom('project_statement')
    .select('code')
    .where('origin', '=', 'own')
    .where('kind', '=', 'edition')
    .where('stated', '>', id)
    .where('revision_to', '=', open)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

const toProjectKey = ({ origin = '', code = '' }: Key) => ({ origin, code });
const keyText = (key: Key): string => JSON.stringify(key);
/**
 * Merges the keys that were changed later: projects and the zone field by field, other rows as
 * conflicts.
 */
async function mergeChangedAgain(
  trx: Trx,
  { id, kind }: Pick<StoredRevision, 'id' | 'kind'>,
  revision: number,
  again: ReadonlyMap<UndoneTable['name'], readonly Key[]>,
): Promise<MergeResult[]> {
  const results: MergeResult[] = [];
  const projects = new Map(
    [...(again.get('project_version') ?? []), ...(again.get('project_history') ?? [])].map(
      (key) => [keyText(key), key],
    ),
  );
  const keys = [...projects.values()].slice(0, mostMerged) as unknown as readonly {
    readonly origin: Origin;
    readonly code: string;
  }[];
  for (const [origin, some] of Map.groupBy(keys, (key) => key.origin))
    for (const batch of batches(some, batchSize)) {
      const codes = batch.map(({ code }) => code);
      results.push(...(await mergeProjects(trx, { id, revision }, origin, codes)));
    }
  for (const key of again.get('zone_version') ?? []) results.push(await mergeZone(trx, id, key));
  for (const table of undoneTables) {
    // a later import of a file of the same shape has its own recipe, which stays
    if (table.name === 'import_recipe' && kind === 'import') continue;
    if (
      table.name === 'project_version' ||
      table.name === 'project_history' ||
      table.name === 'zone_version'
    )
      continue;
    for (const key of (again.get(table.name) ?? []).slice(0, maxConflicts))
      results.push(await otherConflict(trx, id, table, key));
  }
  return results;
}

/** Writes the merged projects and the merged zone. */
async function writeMerged(
  trx: Trx,
  revision: number,
  results: readonly MergeResult[],
): Promise<void> {
  const projects = results.flatMap(({ project }) => project ?? []);
  for (const [origin, entries] of Map.groupBy(projects, ({ record }) => record.origin))
    for (const batch of batches(entries, batchSize))
      await putTimelines(trx, revision, origin, batch);
  for (const { zone } of results) if (zone !== undefined) await writeZone(trx, revision, zone);
}

/** Whether anything is left to undo if all later changes stay. */
async function hasRest(
  trx: Trx,
  { id, kind }: Pick<StoredRevision, 'id' | 'kind'>,
  again: ReadonlyMap<UndoneTable['name'], readonly Key[]>,
  results: readonly MergeResult[],
  keepsOwn: boolean,
): Promise<boolean> {
  const keys = [...again.values()].reduce((sum, list) => sum + list.length, 0);
  if (keys > mostMerged) return false;
  // the revision that started a register is undone as a whole, since its projects can't stay
  // without their zone
  const began = await sql<{
    count: number;
  }>`select count(*) as count from (${rowsOfRevision(settingTable, id)}) as t`.execute(trx);
  if (!keepsOwn && (began.rows[0]?.count ?? 0) > 0) return false;
  if (results.some(({ project, zone }) => project !== undefined || zone !== undefined)) return true;
  for (const table of undoneTables) {
    // statements about a project are undone with the project
    if (table.name === 'project_statement') continue;
    if (table.name === 'import_recipe' && kind === 'import') continue;
    const stays = again.get(table.name)?.length ?? 0;
    const { rows } =
      await sql`select 1 from (${rowsOfRevision(table, id)}) as t limit 1 offset ${sql.lit(stays)}`.execute(
        trx,
      );
    if (rows.length > 0) return true;
  }
  return false;
}
