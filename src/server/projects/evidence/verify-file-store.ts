import { fromBase64, hashSha256 } from '#server/core/binary/base64.ts';
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

/** Finds a file whose bytes are missing. */
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

/** Finds a logo that a version of the zone names and whose bytes are missing. */
async function findMissingLogo(reader: Reader): Promise<{ readonly sha256: string } | undefined> {
  const versions = await reader.selectFrom('zone_version').select('profile_json').execute();
  const logos = await reader.selectFrom('logo').select('sha256').execute();
  const storedHashes = new Set(logos.map(({ sha256 }) => sha256));
  return versions
    .flatMap(({ profile_json: { report } }) => report?.logo ?? [])
    .find(({ sha256 }) => !storedHashes.has(sha256));
}

const findNext = (reader: Reader, table: 'evidence_file' | 'logo', after: string) =>
  reader
    .selectFrom(table)
    .select(['sha256', 'content'])
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(1)
    .executeTakeFirst();

/**
 * Hashes every stored file again, one at a time, and checks that each file of the history exists.
 */
export async function verifyFiles(source: Source): Promise<FilesReport> {
  const reader = getReader(source);
  let files = 0;
  for (const table of ['evidence_file', 'logo'] as const) {
    for (let last = ''; ; ) {
      const row = await findNext(reader, table, last);
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
  }
  const missing =
    (await findWithoutBytes(reader, 'evidence')) ??
    (await findWithoutBytes(reader, 'value_evidence')) ??
    (await findWithoutBytes(reader, 'answer_file')) ??
    (await findMissingLogo(reader));
  return missing === undefined
    ? { whole: true, files }
    : { whole: false, reason: 'missing', sha256: missing.sha256, files };
}
