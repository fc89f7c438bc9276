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
import { writeZone } from '#server/zone/store.ts';

/**
 * Why a revision can't be taken back. `conflict`: values that it set were changed again since; the first fifty things, with the
 * values. `rest`: the rest can be taken back while the later values stay.
 */
export type UndoRefusal =
  | { readonly reason: 'not_found' | 'already_undone' }
  | {
      readonly reason: 'conflict';
      readonly conflicts: readonly UndoConflict[];
      readonly rest: boolean;
    };

export class UndoRefused extends Error {
  readonly refusal: UndoRefusal;
  constructor(refusal: UndoRefusal) {
    super(`the revision can't be undone: ${refusal.reason}`);
    this.name = 'UndoRefused';
    this.refusal = refusal;
  }
}

const conflictsNamed = 50;
const mergedAtOnce = 200;

export interface UndoneBy {
  readonly author: string;
  readonly reason?: string;
  readonly recorded_at?: string;
  /** Values that were changed again since stay; the rest is taken back. */
  readonly keep_later?: boolean;
}

/** Where more rows of one table than these are to be ended, an undo is answered before they are ended one by one. */
const manyRows = 5000;
export interface UndoOptions {
  /** Defaults to 5,000. */
  readonly pending_above?: number;
}

/**
 * Takes back one revision, as a new one: what it added is ended, what it ended holds again. Where a project or the zone was
 * changed again since, field by field: what others set stays. Refused where a value that it set itself was changed again,
 * unless that is to stay. An undo can be undone in the same way.
 */
export function undoRevision(
  db: Db,
  id: number,
  { keep_later = false, ...by }: UndoneBy,
  { pending_above = manyRows }: UndoOptions = {},
): Promise<{ readonly revision: number }> {
  return db.write(async (trx) => {
    await completeUndo(trx);
    const undone = await findRevision(trx, id);
    if (!undone) throw new UndoRefused({ reason: 'not_found' });
    if (undone.undone_by !== undefined) throw new UndoRefused({ reason: 'already_undone' });
    const revision = (await currentRevision(trx)) + 1;
    const again = new Map<UndoneTable['name'], readonly Key[]>();
    const begun = await staysBegun(trx, undone);
    const tables = begun
      ? undoneTables.filter(({ name }) => name !== 'zone_version' && name !== 'setting')
      : undoneTables;
    const isNewest = revision === id + 1;
    for (const table of tables)
      again.set(table.name, isNewest ? [] : await findChangedAgain(trx, table, id));
    const listed = await listCodesOfOtherEditions(trx, id, mostMerged + 1);
    for (const name of ['project_version', 'project_history'] as const)
      again.set(name, [
        ...new Map(
          [...(again.get(name) ?? []), ...listed].map((key) => [
            `${key['origin']} ${key['code']}`,
            key,
          ]),
        ).values(),
      ]);
    if ([...again.values()].some((keys) => keys.length > mostMerged))
      throw new UndoRefused({ reason: 'conflict', conflicts: [], rest: false });
    const merged = await mergedOf(trx, undone, revision, again);
    const conflicts = merged.flatMap(({ conflict }) => conflict ?? []);
    if (conflicts.length > 0) {
      const rest = await leavesSome(trx, undone, again, merged, begun);
      if (!keep_later || !rest)
        throw new UndoRefused({
          reason: 'conflict',
          conflicts: conflicts.slice(0, conflictsNamed),
          rest,
        });
    }
    const { origin, as_of } = undone;
    const note = { reason: '', ...by, kind: 'undo', undoes: id };
    await startRevision(trx, {
      ...note,
      ...compact({ origin, as_of }),
    });
    again.set('project_statement', await statementsThatStay(trx, id, merged));
    await endStatements(trx, id, revision, again.get('project_statement') ?? []);
    const pending: PendingUndo[] = [];
    for (const table of tables) {
      const only = begun && table.key.includes('origin') ? { origin: 'own' as const } : {};
      const left = await restoreRows(trx, table, {
        id,
        revision,
        except: again.get(table.name) ?? [],
        ...only,
        pending_above,
      });
      if (left !== undefined) pending.push(left);
    }
    await writeMerged(trx, revision, merged);
    await trx.updateTable('revision').set({ undone_by: revision }).where('id', '=', id).execute();
    for (const left of pending)
      await leavePending(trx, left, (again.get(left.name) ?? []).map(projectOf));
    return { revision };
  });
}

/**
 * Whether an edition began the own register and a later one still stands: then the register stays begun, with its zone, and the
 * example that it took the place of does not come back.
 */
async function staysBegun(
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

const projectOf = ({ origin = '', code = '' }: Key) => ({ origin, code });
const keyText = (key: Key): string => JSON.stringify(key);
/** Everything that was changed again, put together where it can be. */
async function mergedOf(
  trx: Trx,
  { id, kind }: Pick<StoredRevision, 'id' | 'kind'>,
  revision: number,
  again: ReadonlyMap<UndoneTable['name'], readonly Key[]>,
): Promise<MergeResult[]> {
  const merged: MergeResult[] = [];
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
    for (const batch of batches(some, mergedAtOnce)) {
      const codes = batch.map(({ code }) => code);
      merged.push(...(await mergeProjects(trx, { id, revision }, origin, codes)));
    }
  for (const key of again.get('zone_version') ?? []) merged.push(await mergeZone(trx, id, key));
  for (const table of undoneTables) {
    // a later import of a file of this shape has a recipe of its own, which stays
    if (table.name === 'import_recipe' && kind === 'import') continue;
    if (
      table.name === 'project_version' ||
      table.name === 'project_history' ||
      table.name === 'zone_version'
    )
      continue;
    for (const key of (again.get(table.name) ?? []).slice(0, conflictsNamed))
      merged.push(await otherConflict(trx, id, table, key));
  }
  return merged;
}

/** Writes what was put together. */
async function writeMerged(
  trx: Trx,
  revision: number,
  merged: readonly MergeResult[],
): Promise<void> {
  const projects = merged.flatMap(({ project }) => project ?? []);
  for (const [origin, entries] of Map.groupBy(projects, ({ record }) => record.origin))
    for (const batch of batches(entries, mergedAtOnce))
      await putTimelines(trx, revision, origin, batch);
  for (const { zone } of merged) if (zone !== undefined) await writeZone(trx, revision, zone);
}

/** Whether anything is left to be taken back when what was changed again stays. */
async function leavesSome(
  trx: Trx,
  { id, kind }: Pick<StoredRevision, 'id' | 'kind'>,
  again: ReadonlyMap<UndoneTable['name'], readonly Key[]>,
  merged: readonly MergeResult[],
  begun: boolean,
): Promise<boolean> {
  const keys = [...again.values()].reduce((sum, list) => sum + list.length, 0);
  if (keys > mostMerged) return false;
  // what began a register goes back whole or not at all: a project of it can not stay without its zone
  const began = await sql<{
    count: number;
  }>`select count(*) as count from (${rowsOfRevision(settingTable, id)}) as t`.execute(trx);
  if (!begun && (began.rows[0]?.count ?? 0) > 0) return false;
  if (merged.some(({ project, zone }) => project !== undefined || zone !== undefined)) return true;
  for (const table of undoneTables) {
    // what was said of a project goes with the project
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

/** Ends what the revision said but a later one stored, as a store of before was brought to statements. */
async function endStatements(
  trx: Trx,
  id: number,
  revision: number,
  except: readonly Key[],
): Promise<void> {
  const stays = [...new Set(except.map(({ code = '' }) => code))];
  await trx
    .updateTable('project_statement')
    .set({ revision_to: revision })
    .where('stated', '=', id)
    .where('revision_from', '>', id)
    .where('revision_from', '<', revision)
    .where('revision_to', '=', open)
    .$if(stays.length > 0, (query) => query.where('code', 'not in', stays))
    .execute();
}

/** What the revision said of projects whose history stays as it is now. */
async function statementsThatStay(
  trx: Trx,
  id: number,
  merged: readonly MergeResult[],
): Promise<Key[]> {
  const codes = merged.flatMap(({ history_stays }) => history_stays ?? []);
  if (codes.length === 0) return [];
  const { rows } = await sql<Key>`select distinct origin, code, stated, day from project_statement
    where (revision_from = ${id} or revision_to = ${id}) and code in (${sql.join(codes)})`.execute(
    trx,
  );
  return rows;
}
