import type { AnswerFile } from '#contract/requests/schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { addEvidenceBytes } from '#server/projects/evidence/store.ts';
import { batches } from '#server/db/versions.ts';

/** A file that a company attached to its answers. */
export interface StoredAnswerFile extends AnswerFile {
  readonly request: string;
  readonly sha256: string;
}

/** Lists the files of some requests by time. */
export async function listAnswerFiles(
  source: Source,
  requests: readonly string[],
): Promise<StoredAnswerFile[]> {
  const files: StoredAnswerFile[] = [];
  for (const some of batches(requests, 500)) {
    const rows = await getReader(source)
      .selectFrom('answer_file')
      .selectAll()
      .where('request', 'in', some)
      .orderBy('added_at')
      .orderBy('id')
      .execute();
    for (const { file_name: name, media_type: type, ...row } of rows)
      files.push({ ...row, name, type });
  }
  return files;
}

/** Stores a file of a request. Equal bytes are stored once. */
export async function addAnswerFile(
  trx: Trx,
  { name, type, ...file }: StoredAnswerFile,
  content: string,
): Promise<void> {
  await addEvidenceBytes(trx, { sha256: file.sha256, size: file.size, content });
  await trx
    .insertInto('answer_file')
    .values({ ...file, file_name: name, media_type: type })
    .execute();
}

/** Removes a file from a request. Its bytes stay only where something else refers to them. */
export async function removeAnswerFile(trx: Trx, { id, sha256 }: StoredAnswerFile): Promise<void> {
  await trx.deleteFrom('answer_file').where('id', '=', id).execute();
  await trx
    .deleteFrom('evidence_file')
    .where('sha256', '=', sha256)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('answer_file').select('id').where('sha256', '=', sha256))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('evidence').select('id').where('sha256', '=', sha256))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('value_evidence').select('id').where('sha256', '=', sha256))),
    )
    .execute();
}
