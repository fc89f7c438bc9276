import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { dayEndIn } from '#domain/time/time-zone.ts';
import { getReader, type Db, type Reader, type Source, type Trx } from './db.ts';
import { completeUndo } from './pending-undo.ts';
import { declareReads } from './read-scope.ts';

/** The author, kind and reason of a change; the store adds the rest of a revision. */
export interface RevisionNote {
  readonly author: string;
  /** The kind of the change, such as `import`, `observation`, `zone`, `sample` or `undo`. */
  readonly kind: string;
  readonly reason: string;
  readonly origin?: Origin;
  /** The day of an imported edition. */
  readonly as_of?: IsoDate;
  /** The default is now. */
  readonly recorded_at?: string;
  /** The revision that this one undoes. */
  readonly undoes?: number;
}

/**
 * Reads the number of the last committed change. It is cheap, since it reads only the end of the
 * primary key.
 * @returns 0 for an empty store
 */
export async function currentRevision(source: Source): Promise<number> {
  // a response depends on rows that it reads, not on the number of the newest revision
  const row = await declareReads([], () =>
    getReader(source)
      .selectFrom('revision')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.id ?? 0;
}

/**
 * Finds the last revision recorded at or before a moment, or by the end of a day in a time zone.
 * @returns 0 if there is none
 */
export async function revisionAt(
  source: Source,
  moment: string,
  timeZone: string,
): Promise<number> {
  const at = moment.length === 10 ? dayEndIn(moment, timeZone) : new Date(moment);
  const recordTime = at.toISOString();
  const row = await getReader(source)
    .selectFrom('revision')
    .select('id')
    .where('recorded_at', '<=', recordTime)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/**
 * Completes a pending undo and then starts a revision in a transaction. Ids are consecutive, since
 * there is one writer at a time.
 * @returns the number of the new revision
 */
export async function startRevision(trx: Trx, note: RevisionNote): Promise<number> {
  await completeUndo(trx);
  const id = (await currentRevision(trx)) + 1;
  const { author, kind, reason } = note;
  const recorded_at = note.recorded_at ?? new Date().toISOString();
  await trx
    .insertInto('revision')
    .values({
      id,
      recorded_at,
      author,
      kind,
      reason,
      origin: note.origin ?? null,
      as_of: note.as_of ?? null,
      undoes: note.undoes ?? null,
    })
    .execute();
  return id;
}

/** Joins the subject of a change and a person's reason. */
export const withReason = (subject: string, reason: string | undefined): string =>
  reason === undefined || reason.trim() === '' ? subject : `${subject}: ${reason.trim()}`;

/** Runs a change as one revision in one transaction. Resolves once it is durable. */
export function writeRevision<T>(
  db: Db,
  note: RevisionNote,
  work: (trx: Trx, revision: number) => Promise<T>,
): Promise<{ readonly revision: number; readonly result: T }> {
  return db.write(async (trx) => {
    const revision = await startRevision(trx, note);
    return { revision, result: await work(trx, revision) };
  });
}

export interface StoredRevision {
  readonly id: number;
  readonly recorded_at: string;
  readonly author: string;
  readonly kind: string;
  readonly reason: string;
  readonly origin?: Origin;
  readonly as_of?: IsoDate;
  readonly undoes?: number;
  readonly undone_by?: number;
}

const revisions = (reader: Reader) =>
  reader
    .selectFrom('revision')
    .select([
      'id',
      'recorded_at',
      'author',
      'kind',
      'reason',
      'origin',
      'as_of',
      'undoes',
      'undone_by',
    ]);
type RevisionRow = Awaited<ReturnType<ReturnType<typeof revisions>['executeTakeFirstOrThrow']>>;

const toRevision = ({ origin, as_of, undoes, undone_by, ...row }: RevisionRow): StoredRevision => ({
  ...row,
  ...compact({
    origin: origin === null ? undefined : origin,
    as_of: as_of === null ? undefined : as_of,
    undoes: undoes === null ? undefined : undoes,
    undone_by: undone_by === null ? undefined : undone_by,
  }),
});

/** Lists changes, newest first. `before` selects the next page. */
export async function listRevisions(
  source: Source,
  { limit = 50, before }: { readonly limit?: number; readonly before?: number } = {},
): Promise<StoredRevision[]> {
  let query = revisions(getReader(source)).orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(toRevision);
}

/** Finds a revision by its number. @returns undefined if no revision has this number */
export async function findRevision(
  source: Source,
  id: number,
): Promise<StoredRevision | undefined> {
  const row = await revisions(getReader(source)).where('id', '=', id).executeTakeFirst();
  return row && toRevision(row);
}

/** Finds these revisions, oldest first. Unknown numbers are skipped. */
export async function findRevisions(
  source: Source,
  ids: readonly number[],
): Promise<StoredRevision[]> {
  if (ids.length === 0) return [];
  return (await revisions(getReader(source)).where('id', 'in', ids).orderBy('id').execute()).map(
    toRevision,
  );
}
