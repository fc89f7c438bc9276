import type { BodyOf, Endpoints, QueryOf, ReplyOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { Revision, UndoConflicts } from '#contract/revisions/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { listRevisions, type StoredRevision } from '#server/db/revision-log.ts';
import { hashHead } from '#server/db/hash-chain/verify-chain.ts';
import type { UndoRejection } from './undo-store.ts';

const toRevision = ({
  id,
  recorded_at,
  author,
  kind,
  reason,
  undone_by,
}: StoredRevision): Revision => ({
  id,
  recorded_at,
  author,
  kind,
  reason,
  ...compact({ undone_by }),
});

function rejectUndo(rejection: UndoRejection): HttpProblem {
  if (rejection.reason === 'conflict') {
    const { conflicts, rest } = rejection;
    const errors = conflicts.map(({ key }) => ({ value: key, message: 'was changed later' }));
    const way = rest
      ? 'Send keep_later to undo the rest and keep the later values, or undo'
      : 'Undo';
    return problem('conflict', `Later changes set other values. ${way} the later changes first.`, {
      errors,
      current: { conflicts, rest } satisfies UndoConflicts,
    });
  }
  if (rejection.reason === 'not_found')
    return problem('not_found', 'No revision has this number. Look it up in /api/v1/revisions.');
  return problem('conflict', 'This revision was undone already. To restore it, undo its undo.');
}

/** Lists revisions, newest first, with the head of the hash chain. */
export async function readRevisions(
  { db }: Pick<AppDeps, 'db'>,
  { limit, before }: QueryOf<Endpoints['listRevisions']>,
): Promise<ReplyOf<Endpoints['listRevisions']>> {
  const page = compact({
    limit: limit === undefined ? undefined : Number(limit),
    before: before === undefined ? undefined : Number(before),
  });
  return { items: (await listRevisions(db, page)).map(toRevision), head: await hashHead(db) };
}

/**
 * Undoes a revision by a new one.
 *
 * @throws HttpProblem if it is unknown or undone already, or if later changes set other values
 */
export async function undoById(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  id: number,
  input: BodyOf<Endpoints['undoRevision']>,
  author: string,
): Promise<ReplyOf<Endpoints['undoRevision']>> {
  const { undoRevision, UndoRejectionError } = await import('./undo-store.ts');
  try {
    return await undoRevision(db, id, { author, recorded_at: clock().toISOString(), ...input });
  } catch (error) {
    if (error instanceof UndoRejectionError) throw rejectUndo(error.rejection);
    throw error;
  }
}
