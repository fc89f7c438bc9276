import { compact } from '#domain/values/compact.ts';
import type { Revision, UndoConflicts } from '#contract/revisions/schemas.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { listRevisions, type StoredRevision } from '#server/db/revision-log.ts';
import { hashHead } from '#server/db/hash-chain/verify-chain.ts';
import type { UndoRefusal } from './undo-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

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

function rejectUndo(refusal: UndoRefusal): HttpProblem {
  if (refusal.reason === 'conflict') {
    const { conflicts, rest } = refusal;
    const errors = conflicts.map(({ key }) => ({ value: key, message: 'was changed later' }));
    const way = rest
      ? 'Send keep_later to undo the rest and keep the later values, or undo'
      : 'Undo';
    return problem('conflict', `Later changes set other values. ${way} the later changes first.`, {
      errors,
      current: { conflicts, rest } satisfies UndoConflicts,
    });
  }
  if (refusal.reason === 'not_found')
    return problem('not_found', 'No revision has this number. Look it up in /api/v1/revisions.');
  return problem('conflict', 'This revision was undone already. To restore it, undo its undo.');
}

/** Adds the endpoints that list revisions and undo one. */
export function addRevisions(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listRevisions',
    async ({ query }) => ({
      json: {
        items: (
          await listRevisions(
            deps.db,
            compact({
              limit: query.limit === undefined ? undefined : Number(query.limit),
              before: query.before === undefined ? undefined : Number(query.before),
            }),
          )
        ).map(toRevision),
        head: await hashHead(deps.db),
      },
    }),
    { cached: true },
  );
  route(host, 'undoRevision', async ({ params, body, author }) => {
    const { undoRevision, UndoRefused } = await import('./undo-store.ts');
    try {
      const by = { author, recorded_at: deps.clock().toISOString(), ...body };
      return { json: await undoRevision(deps.db, Number(params['id']), by) };
    } catch (error) {
      if (error instanceof UndoRefused) throw rejectUndo(error.refusal);
      throw error;
    }
  });
}
