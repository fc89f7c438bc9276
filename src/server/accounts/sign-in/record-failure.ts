import type { AuditKind } from '#contract/audit/constants.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { User } from '#server/accounts/user-store.ts';

/**
 * Records a failed sign-in and does not wait for the store: the response time must not reveal
 * whether the account exists.
 */
export function recordFailure(
  { db, log, clock }: AppDeps,
  user: User,
  kind: AuditKind,
  path: string,
): void {
  const note = db.write((trx) =>
    recordEvent(trx, { at: clock().toISOString(), actor: { name: '?' }, kind, object: user.name }),
  );
  note.catch((error: unknown) =>
    log?.({
      level: 'warning',
      reference: 'audit',
      method: 'POST',
      path,
      status: 401,
      error: String(error),
    }),
  );
}
