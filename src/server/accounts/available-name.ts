import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { isNameTaken } from './user-store.ts';

/** Names that revisions from before the first account have as authors. */
const reservedNames: ReadonlySet<string> = new Set(['local', 'key']);

/** Whether a name differs from the names of all accounts and of their scripts. */
export async function isFreeName(trx: Trx, name: string): Promise<boolean> {
  const ownerOfScript = /^(.*\S) \(.+\)$/.exec(name)?.[1];
  if (reservedNames.has(name.toLowerCase()) || (await isNameTaken(trx, name))) return false;
  return ownerOfScript === undefined || !(await isNameTaken(trx, ownerOfScript));
}
/**
 * Requires a free name, since revisions name their author by it.
 * @throws HttpProblem if it is taken
 */
export async function requireFreeName(trx: Trx, name: string): Promise<void> {
  if (!(await isFreeName(trx, name)))
    throw problem('conflict', 'Choose another name: this one is taken.', {
      errors: [{ path: 'name', message: 'is taken' }],
    });
}
