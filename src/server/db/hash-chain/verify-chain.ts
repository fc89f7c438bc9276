import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import { chainedTables } from './chained-tables.ts';
import { firstHash, revisionHasher } from './revision-hash.ts';
import { chainedRevisions, chainHead, pendingRevision } from './seal.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';

/**
 * Reads the head of the chain. A copy of it elsewhere later proves that no earlier revision was
 * altered or removed.
 */
export const hashHead = async (source: Source): Promise<string> =>
  (await chainHead(getReader(source)))?.hash ?? firstHash;

/**
 * The result of a verification. `altered`: the revision or one of its rows differs from its hash.
 * `missing`: a revision is missing. `unchained`: rows belong to an unknown revision. `anchor`: no
 * revision has the hash of the anchor, so the end of the chain was removed or rewritten.
 */
export type ChainReport =
  | {
      readonly whole: true;
      readonly revisions: number;
      readonly head: string;
      readonly anchored_at?: number;
    }
  | {
      readonly whole: false;
      readonly reason: 'altered' | 'missing' | 'unchained' | 'anchor';
      /** The first wrong revision, or for `anchor` the last revision in the store. */
      readonly revision: number;
      readonly revisions: number;
      readonly head: string;
    };

const revisionsAtOnce = 500;

/** Whether any table has rows of an unknown revision. */
async function hasUnchained(reader: Reader, last: number): Promise<boolean> {
  for (const { name, writer, closes } of chainedTables) {
    const outside = sql`${sql.ref(writer)} < 1 or ${sql.ref(writer)} > ${last}`;
    const endings = closes
      ? sql` or revision_to < 1 or (revision_to > ${last} and revision_to <> ${sql.lit(open)})`
      : sql``;
    const { rows } =
      await sql<unknown>`select 1 as one from ${sql.table(name)} where ${outside}${endings} limit 1`.execute(
        reader,
      );
    if (rows.length > 0) return true;
  }
  const undoneRevisions = await reader
    .selectFrom('revision')
    .select('id')
    .where('undone_by', '>', last)
    .limit(1)
    .executeTakeFirst();
  return undoneRevisions !== undefined;
}

/**
 * Hashes the whole history again and compares the results with the stored hashes.
 * @param anchor - an earlier head of the chain
 */
export async function verifyChain(source: Source, anchor?: string): Promise<ChainReport> {
  const reader = getReader(source);
  const newest = await reader
    .selectFrom('revision')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const last = newest?.id ?? 0;
  const pending = await pendingRevision(reader);
  const hashOf = await revisionHasher(reader, { from: 1, to: last });
  let head = firstHash;
  let anchorAt = anchor === undefined || anchor === firstHash ? 0 : undefined;
  const first = await reader
    .selectFrom('revision')
    .select('id')
    .where('id', '<', 1)
    .limit(1)
    .executeTakeFirst();
  if (first !== undefined)
    return { whole: false, reason: 'altered', revision: first.id, revisions: last, head };
  walk: for (let next = 1; next <= last; ) {
    for (const revision of await chainedRevisions(reader, next, revisionsAtOnce)) {
      if (revision.id !== next)
        return { whole: false, reason: 'missing', revision: next, revisions: last, head };
      // a pending undo has no hash yet
      if (revision.id === pending && pending === last && revision.hash === null) break walk;
      const hash = await hashOf(head, revision);
      if (hash !== revision.hash)
        return { whole: false, reason: 'altered', revision: next, revisions: last, head };
      head = hash;
      if (hash === anchor) anchorAt = next;
      next += 1;
    }
  }
  if (await hasUnchained(reader, last))
    return { whole: false, reason: 'unchained', revision: last + 1, revisions: last, head };
  if (anchorAt === undefined)
    return { whole: false, reason: 'anchor', revision: last, revisions: last, head };
  return {
    whole: true,
    revisions: last,
    head,
    ...compact({ anchored_at: anchor === undefined ? undefined : anchorAt }),
  };
}
