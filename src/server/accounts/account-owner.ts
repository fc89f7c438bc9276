import type { Source } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { findUser, type User } from './user-store.ts';

/** @throws HttpProblem if the caller has no account */
export async function requireAccount(
  source: Source,
  principal: { readonly id: string } | undefined,
): Promise<User> {
  const user = principal === undefined ? undefined : await findUser(source, principal.id);
  if (user === undefined) throw problem('not_found', 'There is no such account.');
  return user;
}
/**
 * Finds the account of a caller that has a password.
 * @throws HttpProblem if the caller has no account, or signs in with the organisation only
 */
export async function requirePasswordAccount(
  source: Source,
  principal: { readonly id: string } | undefined,
): Promise<User> {
  const user = await requireAccount(source, principal);
  if (user.password === null)
    throw problem(
      'conflict',
      'This account has no password: its owner signs in with the organisation.',
    );
  return user;
}
