import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { isNameTaken } from './user-store.ts';

/** The authors of revisions from before there were accounts. */
const reserved: ReadonlySet<string> = new Set(['local', 'key']);

/** Whether a name differs from every other account and from the scripts of every other account. */
export async function isFreeName(trx: Trx, name: string): Promise<boolean> {
  const ownerOfScript = /^(.*\S) \(.+\)$/.exec(name)?.[1];
  if (reserved.has(name.toLowerCase()) || (await isNameTaken(trx, name))) return false;
  return ownerOfScript === undefined || !(await isNameTaken(trx, ownerOfScript));
}
/** @throws HttpProblem if the name is taken: revisions name their author by it */
export async function requireFreeName(trx: Trx, name: string): Promise<void> {
  if (!(await isFreeName(trx, name)))
    throw problem('conflict', 'Choose another name: somebody has this one.', {
      errors: [{ path: 'name', message: 'is taken' }],
    });
}
