import { fromBase64, hashSha256 } from './base64.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';

/** The result of a check of stored files, with the hash of the first altered or missing one. */
export type FilesReport =
  | { readonly whole: true; readonly files: number }
  | {
      readonly whole: false;
      readonly reason: 'altered' | 'missing';
      readonly sha256: string;
      readonly files: number;
    };

/** Finds a file whose bytes are gone. */
const findWithoutBytes = (
  reader: Reader,
  table: 'evidence' | 'value_evidence' | 'answer_file',
): Promise<{ readonly sha256: string } | undefined> =>
  reader
    .selectFrom(`${table} as e` as 'evidence as e')
    .leftJoin('evidence_file as f', 'f.sha256', 'e.sha256')
    .select('e.sha256')
    .where('f.sha256', 'is', null)
    .limit(1)
    .executeTakeFirst();

/**
 * Hashes every stored file again, one at a time, and checks that each file of the history exists.
 */
export async function verifyFiles(source: Source): Promise<FilesReport> {
  const reader = getReader(source);
  let files = 0;
  for (let last = ''; ; ) {
    const row = await reader
      .selectFrom('evidence_file')
      .select(['sha256', 'content'])
      .where('sha256', '>', last)
      .orderBy('sha256')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) break;
    files += 1;
    last = row.sha256;
    const actual = await Promise.resolve(row.content)
      .then(fromBase64)
      .then(hashSha256)
      .catch(() => '');
    if (actual !== row.sha256)
      return { whole: false, reason: 'altered', sha256: row.sha256, files };
  }
  const missing =
    (await findWithoutBytes(reader, 'evidence')) ??
    (await findWithoutBytes(reader, 'value_evidence')) ??
    (await findWithoutBytes(reader, 'answer_file'));
  return missing === undefined
    ? { whole: true, files }
    : { whole: false, reason: 'missing', sha256: missing.sha256, files };
}
