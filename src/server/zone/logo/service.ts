import type { ReportLogo } from '#domain/zone/report/report-logo.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { fromBase64 } from '#server/core/binary/base64.ts';
import { checkLogo } from './check-logo.ts';
import { addLogo, findLogo } from './store.ts';

type Deps = Pick<AppDeps, 'db'>;

/** Checks and stores an uploaded logo. @throws HttpProblem that says what to do if it is no logo */
export async function storeLogo(
  { db }: Deps,
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<ReportLogo> {
  const { logo, content } = await checkLogo(file);
  await db.write((trx) => addLogo(trx, logo, content));
  return logo;
}

/** Reads a stored logo by its hash. @throws HttpProblem if no logo has this hash */
export async function readLogo(
  { db }: Deps,
  sha256: string,
): Promise<{ readonly type: ReportLogo['type']; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const logo = await findLogo(db, sha256);
  if (logo === undefined) throw problem('not_found', 'There is no logo with this hash.');
  return { type: logo.type, bytes: fromBase64(logo.content) };
}
