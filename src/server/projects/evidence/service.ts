import type { AppDeps } from '#server/core/deps.ts';
import { compact } from '#domain/values/compact.ts';
import { isEvidenceOf, type Evidence, type EvidenceSubject } from '#domain/projects/evidence.ts';
import { milestoneTypes, type ProjectRecord } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
import { checkFile } from './check-file.ts';
import { sendStoredFile } from './send-file.ts';
import { problem } from '#server/core/problem.ts';
import { addEvidence, findEvidence, listEvidence, withdrawEvidence } from './store.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { ownProject, readProjectKey } from '#server/projects/own-project-service.ts';

/** Finds the stage or milestone that a file proves. It must be in the history of the project. */
function findSubject(
  { stage_events, facts }: ProjectRecord,
  of: string,
  which: string,
  date: string | undefined,
): EvidenceSubject {
  const stage = [...stages, 'unknown' as const].find((one) => one === which);
  if (
    of === 'stage' &&
    stage !== undefined &&
    stage_events.some(
      (event) => event.stage === stage && (event.by ? undefined : event.date) === date,
    )
  )
    return { of: 'stage', which: stage, ...compact({ date }) };
  const milestone = milestoneTypes.find((one) => one === which);
  if (
    of === 'milestone' &&
    milestone !== undefined &&
    date === undefined &&
    facts.milestones.some(({ type }) => type === milestone)
  )
    return { of: 'milestone', which: milestone };
  throw problem(
    'bad_request',
    'Name a stage of the project with its day, or one of its milestones.',
    {
      status: 422,
      errors: [{ path: 'which', value: which, message: 'is not in the history of the project' }],
    },
  );
}
type Deps = Pick<AppDeps, 'db' | 'clock'>;
const unknownFile = () => problem('not_found', 'This project has no file with this id.');

export interface NewEvidence {
  readonly code: string;
  readonly file: { readonly bytes: Uint8Array; readonly name: string };
  readonly author: string;
  readonly query: {
    readonly of: string;
    readonly which: string;
    readonly date?: string | undefined;
    readonly note?: string | undefined;
  };
}
/**
 * Stores a file as evidence in one revision.
 *
 * @throws HttpProblem for an unsupported type and for a file that is stored already
 */
export async function storeEvidence(deps: Deps, { code, file, author, query }: NewEvidence) {
  const { type, bytes, sha256, content } = await checkFile(file);
  const recorded_at = deps.clock().toISOString();
  const note = (query.note ?? '').trim();
  return deps.db.write(async (trx) => {
    const { record } = await ownProject(trx, code);
    const subject = findSubject(record, query.of, query.which, query.date);
    const project = { origin: record.origin, code };
    const same = (await listEvidence(trx, project)).find(
      (one) => one.sha256 === sha256 && isEvidenceOf(one, subject) && !one.withdrawn,
    );
    if (same !== undefined)
      throw problem('conflict', `This file is stored here already as ${same.file}.`, {
        errors: [{ path: 'file', value: same.file, message: 'is stored here already' }],
      });
    const evidence: Evidence = {
      id: crypto.randomUUID(),
      ...subject,
      file: file.name,
      type,
      size: bytes.length,
      sha256,
      ...compact({ note: note === '' ? undefined : note }),
      added_by: author,
      added_at: recorded_at,
    };
    const revision = await startRevision(trx, {
      author,
      kind: 'evidence',
      reason: projectReason(code, note),
      origin: record.origin,
      recorded_at,
    });
    await addEvidence(trx, revision, project, evidence, content);
    return { evidence, revision };
  });
}

/**
 * Sends the bytes of a file.
 *
 * @throws HttpProblem if it is unknown or withdrawn
 * @throws Error if its bytes were altered
 */
export async function sendEvidenceFile(deps: Deps, code: string, id: string) {
  const { project } = await readProjectKey(deps, code, {});
  const evidence = await findEvidence(deps.db, { ...project, id });
  if (evidence === undefined) throw unknownFile();
  if (evidence.withdrawn !== undefined)
    throw problem('not_found', 'This file was withdrawn. It can no longer be downloaded.');
  const { file: name, type, sha256 } = evidence;
  return sendStoredFile(deps.db, { name, type, sha256 });
}

export interface Withdrawal {
  readonly code: string;
  readonly id: string;
  readonly author: string;
  readonly reason: string;
}
/**
 * Withdraws a file in one revision.
 *
 * @throws HttpProblem if it is unknown or withdrawn already
 */
export function withdrawFile(deps: Deps, { code, id, author, reason }: Withdrawal) {
  const recorded_at = deps.clock().toISOString();
  return deps.db.write(async (trx) => {
    const { record } = await ownProject(trx, code);
    const project = { origin: record.origin, code };
    const evidence = await findEvidence(trx, { ...project, id });
    if (evidence === undefined) throw unknownFile();
    if (evidence.withdrawn !== undefined)
      throw problem('conflict', 'This file was withdrawn already. Nothing was changed.');
    const revision = await startRevision(trx, {
      author,
      kind: 'evidence',
      reason: projectReason(code, reason),
      origin: record.origin,
      recorded_at,
    });
    return {
      evidence: await withdrawEvidence(trx, revision, project, evidence, {
        by: author,
        at: recorded_at,
        reason,
      }),
      revision,
    };
  });
}

/**
 * Lists the files of a project, all or those of its history until a day.
 *
 * @throws HttpProblem if no project has the code
 */
export async function listProjectFiles(
  deps: Pick<AppDeps, 'db'>,
  code: string,
  query: { readonly as_of?: string; readonly known_at?: string },
): Promise<readonly Evidence[]> {
  const { project, day } = await readProjectKey(deps, code, query);
  const items = await listEvidence(deps.db, project);
  return items.filter(({ date }) => day === undefined || date === undefined || date <= day);
}
