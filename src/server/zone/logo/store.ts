import type { ReportLogo } from '#domain/zone/report/report-logo.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';

/** A stored logo: its kind, its size in pixels, and its bytes in base64. */
export type StoredLogo = Omit<ReportLogo, 'sha256' | 'file'> & { readonly content: string };

/** Stores the bytes of a logo. Equal bytes are stored once. */
export async function addLogo(
  trx: Trx,
  { sha256, type, width, height }: ReportLogo,
  content: string,
): Promise<void> {
  await trx
    .insertInto('logo')
    .values({ sha256, media_type: type, width, height, content })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Finds a stored logo by its hash. @returns undefined if no logo has this hash */
export async function findLogo(source: Source, sha256: string): Promise<StoredLogo | undefined> {
  const row = await getReader(source)
    .selectFrom('logo')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { media_type: type, width, height, content } = row;
  return { type, width, height, content };
}
