import type { Role } from '#contract/core/rights.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { may } from '#server/core/role-rights.ts';
import { recordEvent } from '#server/audit/store.ts';
import { findLink, pauseOwnerLinks } from './store.ts';
import { findUser } from '#server/accounts/user-store.ts';

interface Owner {
  readonly id: string;
  readonly role: Role;
  readonly state: 'active' | 'disabled';
}
const mayShare = ({ role, state }: Owner): boolean => state === 'active' && may(role, 'share_own');

/**
 * Checks that the owner of a link may share. An owner without an account, as in local mode, always
 * may.
 */
export async function ownerMayShare(source: Source, id: string): Promise<boolean> {
  const user = await findUser(source, id);
  return user === undefined || mayShare(user);
}

/**
 * Pauses the links of an account that lost the right to share. Call this in the transaction that
 * changes the account.
 */
export async function pauseLinksWithoutRight(
  trx: Trx,
  owner: Owner,
  actor: { readonly id?: string; readonly name: string },
  at: string,
): Promise<void> {
  if (mayShare(owner)) return;
  for (const id of await pauseOwnerLinks(trx, owner.id, at, actor.name)) {
    const link = await findLink(trx, id);
    await recordEvent(trx, {
      at,
      actor,
      kind: 'link_paused',
      object: link?.name ?? id,
      detail: { why: 'owner' },
    });
  }
}
