import type { Trx } from '#server/db/db.ts';
import { may } from '#server/core/role-rights.ts';
import { recordEvent } from '#server/audit/store.ts';
import { takeInvitationsBy } from '#server/accounts/invitation-store.ts';
import type { User } from '#server/accounts/user-store.ts';

/**
 * Ends the invitations and password links of a person who may no longer invite, in the transaction
 * that removed the right. Otherwise the person could use such a link to return.
 */
export async function endInvitationsWithoutRight(
  trx: Trx,
  { name, role, state }: User,
  actor: { readonly id?: string; readonly name: string },
  at: string,
): Promise<void> {
  if (state === 'active' && may(role, 'manage_people')) return;
  for (const { login } of await takeInvitationsBy(trx, name))
    await recordEvent(trx, { at, actor, kind: 'invitation_ended', object: login });
}
