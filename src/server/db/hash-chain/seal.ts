import type { Reader, Trx } from '#server/db/db.ts';
import { firstHash, revisionHasher, type ChainedRevision } from './revision-hash.ts';

/** Reads the revisions of a range with their stored hashes, in ascending order. */
export async function chainedRevisions(
  reader: Reader,
  from: number,
  limit: number,
): Promise<(ChainedRevision & { readonly hash: string | null })[]> {
  const rows = await reader
    .selectFrom('revision')
    .select(['id', 'recorded_at', 'author', 'kind', 'reason', 'origin', 'as_of', 'undoes', 'hash'])
    .where('id', '>=', from)
    .orderBy('id')
    .limit(limit)
    .execute();
  const last = rows.at(-1)?.id;
  if (last === undefined) return [];
  const undoneRevisions = await reader
    .selectFrom('revision')
    .select(['id', 'undone_by'])
    .where('undone_by', '>=', from)
    .where('undone_by', '<=', last)
    .orderBy('id')
    .execute();
  const tookBack = Map.groupBy(undoneRevisions, (row) => row.undone_by);
  return rows.map(({ hash, ...note }) => ({
    id: note.id,
    note,
    took_back: (tookBack.get(note.id) ?? []).map((row) => row.id),
    hash,
  }));
}

/** Reads the last revision with a hash. @returns undefined for an empty store */
export async function chainHead(
  reader: Reader,
): Promise<{ readonly id: number; readonly hash: string } | undefined> {
  const row = await reader
    .selectFrom('revision')
    .select(['id', 'hash'])
    .where('hash', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.hash === null ? undefined : { id: row.id, hash: row.hash };
}

/**
 * Reads the newest revision with its hash, which the next revision follows. It is 0 in an empty
 * store.
 */
export async function newestRevision(
  reader: Reader,
): Promise<{ readonly id: number; readonly hash: string | null }> {
  const row = await reader
    .selectFrom('revision')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { id: 0, hash: null };
}

const sealedAtOnce = 500;

/**
 * Reads the revision of the pending undo. It joins the chain once all its rows are written.
 * @returns undefined if no undo is pending
 */
export async function pendingRevision(reader: Reader): Promise<number | undefined> {
  const row = await reader
    .selectFrom('pending_undo')
    .select('revision')
    .limit(1)
    .executeTakeFirst();
  return row?.revision;
}

/** Reads the current hash of a revision, which a pending undo may have received meanwhile. */
async function storedHash(reader: Reader, id: number): Promise<string | null> {
  const row = await reader
    .selectFrom('revision')
    .select('hash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/**
 * Adds the revisions after `newest` to the chain in order, in the transaction that wrote them. It
 * leaves out a pending undo, which is always the last.
 * @returns false if the last revision is a pending undo
 */
export async function sealRevisions(
  trx: Trx,
  newest: { readonly id: number; readonly hash: string | null },
): Promise<boolean> {
  let { id: last, hash } = newest;
  for (;;) {
    const revisions = await chainedRevisions(trx, last + 1, sealedAtOnce);
    const end = revisions.at(-1)?.id;
    if (end === undefined) return true;
    const pending = await pendingRevision(trx);
    if (last > 0) hash ??= await storedHash(trx, last);
    const hashOf = await revisionHasher(trx, { from: last + 1, to: end });
    for (const revision of revisions) {
      if (revision.id === pending) return false;
      hash = await hashOf(hash ?? firstHash, revision);
      await trx.updateTable('revision').set({ hash }).where('id', '=', revision.id).execute();
    }
    if (revisions.length < sealedAtOnce) return true;
    last = end;
  }
}
