import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { isNameTaken } from './user-store.ts';

/** Revisions made before there were accounts bear these. */
const reserved: ReadonlySet<string> = new Set(['local', 'key']);

/** Whether a name would tell its owner from everybody else, and from the scripts of everybody else. */
export async function isFreeName(trx: Trx, name: string): Promise<boolean> {
  const ownerOfScript = /^(.*\S) \(.+\)$/.exec(name)?.[1];
  if (reserved.has(name.toLowerCase()) || (await isNameTaken(trx, name))) return false;
  return ownerOfScript === undefined || !(await isNameTaken(trx, ownerOfScript));
}
/** Names are unique, since revisions bear them. */
export async function requireFreeName(trx: Trx, name: string): Promise<void> {
  if (!(await isFreeName(trx, name)))
    throw problem('conflict', 'Choose another name: somebody has this one.', {
      errors: [{ path: 'name', message: 'is taken' }],
    });
}
