import type { Reader, Trx } from '#server/db/db.ts';
import { firstHash, revisionHasher, type ChainedRevision } from './revision-hash.ts';

/** Revisions of a range as the chain reads them, ascending, with the hash that is stored with each. */
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
  const last = rows.at(-1)?.id ?? from;
  const undone = await reader
    .selectFrom('revision')
    .select(['id', 'undone_by'])
    .where('undone_by', '>=', from)
    .where('undone_by', '<=', last)
    .orderBy('id')
    .execute();
  const tookBack = Map.groupBy(undone, (row) => row.undone_by);
  return rows.map(({ hash, ...note }) => ({ id: note.id, note, took_back: (tookBack.get(note.id) ?? []).map((row) => row.id), hash }));
}

/** The last revision that has its hash; none in an empty store. */
export async function chainHead(reader: Reader): Promise<{ readonly id: number; readonly hash: string } | undefined> {
  const row = await reader
    .selectFrom('revision')
    .select(['id', 'hash'])
    .where('hash', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.hash === null ? undefined : { id: row.id, hash: row.hash };
}

/** The newest revision, 0 in an empty store: what is written next comes after it. */
export async function newestRevision(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('revision').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

const sealedAtOnce = 500;

/** Adds the revisions after `newest` to the chain, in their order, inside the transaction that wrote them. What stood before is left as it is. */
export async function sealRevisions(trx: Trx, newest: number): Promise<void> {
  const last = await newestRevision(trx);
  if (last <= newest) return;
  const sealed = await trx.selectFrom('revision').select('hash').where('id', '=', newest).executeTakeFirst();
  let before = sealed?.hash ?? firstHash;
  const hashOf = await revisionHasher(trx, { from: newest + 1, to: last });
  for (let from = newest + 1; from <= last; ) {
    const revisions = await chainedRevisions(trx, from, sealedAtOnce);
    for (const revision of revisions) {
      before = await hashOf(before, revision);
      await trx.updateTable('revision').set({ hash: before }).where('id', '=', revision.id).execute();
    }
    from = (revisions.at(-1)?.id ?? last) + 1;
  }
}
