import { compact } from '#domain/values/compact.ts';
import type { SignOutResult } from '#contract/accounts/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller, Principal } from '#server/core/policy.ts';
import { recordEvent } from '#server/audit/store.ts';
import { endSessions, findIdToken } from '#server/accounts/session-store.ts';

/** Ends a session. @returns the ID token of the organisation, if the session has one */
const endSession = (
  { db, clock }: AppDeps,
  principal: Principal,
  session: string,
): Promise<string | undefined> =>
  db.write(async (trx) => {
    const token = await findIdToken(trx, session);
    await endSessions(trx, principal.id, { id: session });
    await recordEvent(trx, { at: clock().toISOString(), actor: principal, kind: 'signed_out' });
    return token;
  });

/**
 * Ends the session of a caller.
 * @param leavesOrganisation - whether the caller also leaves the organisation
 * @returns the address at which the browser leaves the organisation, if the session came from it
 */
export async function signOut(
  deps: AppDeps,
  { principal, session }: Caller,
  leavesOrganisation: boolean,
): Promise<SignOutResult> {
  const token =
    principal === undefined || session === undefined
      ? undefined
      : await endSession(deps, principal, session);
  const address =
    leavesOrganisation && token !== undefined
      ? await deps.identityProvider?.leave(token)
      : undefined;
  return { state: 'signed_out', ...compact({ address }) };
}
