import { mostAnswerFiles } from '#contract/requests/constants.ts';
import type { AnswerFile } from '#contract/requests/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { checkFile } from '#server/projects/evidence/check-file.ts';
import { sendStoredFile } from '#server/projects/evidence/send-file.ts';
import { addAnswerFile, listAnswerFiles, removeAnswerFile } from './file-store.ts';
import { listProposals } from './proposal-store.ts';
import type { StoredRequest } from './store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const unknownFile = (): HttpProblem =>
  problem('not_found', 'This request has no file with this id.');

/**
 * Stores a file with the answers of a request.
 *
 * @throws HttpProblem for an unsupported type, a file above the limit and a file that is already
 * stored
 */
export async function attachFile(
  deps: Deps,
  request: StoredRequest,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<AnswerFile> {
  const { type, bytes, sha256, content } = await checkFile(file);
  const storedFile = {
    id: crypto.randomUUID(),
    name: file.name,
    type,
    size: bytes.length,
    added_at: deps.clock().toISOString(),
  };
  await deps.db.write(async (trx) => {
    const before = await listAnswerFiles(trx, [request.id]);
    if (before.some((one) => one.sha256 === sha256))
      throw problem('conflict', 'This file is attached already.');
    if (before.length >= mostAnswerFiles)
      throw problem('conflict', `At most ${mostAnswerFiles} files can be attached: remove one.`);
    await addAnswerFile(trx, { ...storedFile, request: request.id, sha256 }, content);
  });
  return storedFile;
}

/**
 * Removes a file.
 * @throws HttpProblem if an answer was accepted, since the file may be its proof
 */
export async function detachFile(deps: Deps, request: StoredRequest, id: string): Promise<void> {
  await deps.db.write(async (trx) => {
    const file = (await listAnswerFiles(trx, [request.id])).find((one) => one.id === id);
    if (file === undefined) throw unknownFile();
    if ((await listProposals(trx, [request.id])).some(({ state }) => state === 'accepted'))
      throw problem('conflict', 'An answer was accepted. Its files stay.');
    await removeAnswerFile(trx, file);
  });
}

/**
 * Sends the bytes of a file to a manager.
 *
 * @throws HttpProblem if it is unknown
 * @throws Error if its bytes were altered
 */
export async function sendAnswerFile(
  { db }: Deps,
  request: StoredRequest,
  id: string,
): Promise<Answer> {
  const file = (await listAnswerFiles(db, [request.id])).find((one) => one.id === id);
  if (file === undefined) throw unknownFile();
  return sendStoredFile(db, file);
}
