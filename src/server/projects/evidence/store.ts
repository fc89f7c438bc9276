import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Evidence } from '#domain/projects/evidence.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

export interface ProjectKey {
  readonly origin: Origin;
  readonly code: string;
  readonly knownRevision?: number;
}

const selectRows = (reader: Reader, { origin, code }: ProjectKey) =>
  reader.selectFrom('evidence').selectAll().where('origin', '=', origin).where('code', '=', code);
type EvidenceRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

/** Reads a row of evidence; empty columns are left out. */
export const toEvidence = (row: EvidenceRow): Evidence => ({
  id: row.id,
  of: row.subject,
  which: row.subject_id,
  ...compact({ date: row.subject_day === null ? undefined : row.subject_day }),
  file: row.file_name,
  type: row.media_type,
  size: row.size,
  sha256: row.sha256,
  ...compact({ note: row.note === null ? undefined : row.note }),
  added_by: row.added_by,
  added_at: row.added_at,
  ...compact({
    withdrawn:
      row.withdrawn_at === null
        ? undefined
        : {
            by: row.withdrawn_by ?? '',
            at: row.withdrawn_at,
            reason: row.withdrawn_reason ?? '',
          },
  }),
});

/** Lists the files of a project by time, including withdrawn ones. */
export async function listEvidence(source: Source, project: ProjectKey): Promise<Evidence[]> {
  const rows = await selectRows(getReader(source), project)
    .where('revision_from', '<=', knownAt(project.knownRevision))
    .where('revision_to', '>', knownAt(project.knownRevision))
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(toEvidence);
}

/** Lists every version of every file of a project with its revisions. */
export const evidenceVersions = (source: Source, project: ProjectKey): Promise<EvidenceRow[]> =>
  selectRows(getReader(source), project).orderBy('revision_from').orderBy('id').execute();

/** Finds a file of a project. @returns undefined if the project has none with this id */
export async function findEvidence(
  source: Source,
  project: ProjectKey & { readonly id: string },
): Promise<Evidence | undefined> {
  return (await listEvidence(source, project)).find(({ id }) => id === project.id);
}

/** Reads the stored bytes of a file, as base64. @returns undefined if no file has this hash */
export async function evidenceContent(source: Source, sha256: string): Promise<string | undefined> {
  const row = await getReader(source)
    .selectFrom('evidence_file')
    .select('content')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.content;
}

const toColumns = ({ origin, code }: ProjectKey, evidence: Evidence) => ({
  origin,
  code,
  id: evidence.id,
  subject: evidence.of,
  subject_id: evidence.which,
  subject_day: evidence.date ?? null,
  file_name: evidence.file,
  media_type: evidence.type,
  size: evidence.size,
  sha256: evidence.sha256,
  note: evidence.note ?? null,
  added_by: evidence.added_by,
  added_at: evidence.added_at,
  withdrawn_by: evidence.withdrawn?.by ?? null,
  withdrawn_at: evidence.withdrawn?.at ?? null,
  withdrawn_reason: evidence.withdrawn?.reason ?? null,
});

/** Stores the bytes of a file in base64. Equal bytes are stored once. */
export async function addEvidenceBytes(
  trx: Trx,
  file: { readonly sha256: string; readonly size: number; readonly content: string },
): Promise<void> {
  await trx
    .insertInto('evidence_file')
    .values(file)
    .onConflict((c) => c.column('sha256').doNothing())
    .execute();
}

/** Stores a file of a project. */
export async function addEvidence(
  trx: Trx,
  revision: number,
  project: ProjectKey,
  evidence: Evidence,
  content: string,
): Promise<void> {
  await addEvidenceBytes(trx, { sha256: evidence.sha256, size: evidence.size, content });
  await trx
    .insertInto('evidence')
    .values({ ...toColumns(project, evidence), ...addedBy(revision) })
    .execute();
}

/** Withdraws a file. The file, its hash and its history stay. */
export async function withdrawEvidence(
  trx: Trx,
  revision: number,
  project: ProjectKey,
  evidence: Evidence,
  withdrawal: NonNullable<Evidence['withdrawn']>,
): Promise<Evidence> {
  const { origin, code } = project;
  await trx
    .updateTable('evidence')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('code', '=', code)
    .where('id', '=', evidence.id)
    .where('revision_to', '=', open)
    .execute();
  const next: Evidence = { ...evidence, withdrawn: withdrawal };
  await trx
    .insertInto('evidence')
    .values({ ...toColumns(project, next), ...addedBy(revision) })
    .execute();
  return next;
}
