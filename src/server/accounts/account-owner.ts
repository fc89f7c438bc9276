import type { Source } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { findUser, type User } from './user-store.ts';

/** The account of whoever asks; whoever came without one has none here. */
export async function requireAccount(
  source: Source,
  principal: { readonly id: string } | undefined,
): Promise<User> {
  const user = principal === undefined ? undefined : await findUser(source, principal.id);
  if (user === undefined) throw problem('not_found', 'There is no such account.');
  return user;
}
/** The same, of who signs in with a password here; a problem for who comes by the organisation. */
export async function requirePasswordAccount(
  source: Source,
  principal: { readonly id: string } | undefined,
): Promise<User> {
  const user = await requireAccount(source, principal);
  if (user.password === null)
    throw problem('conflict', 'This account has no password: its owner signs in another way.');
  return user;
}
