import { isEvidenceOf, type Evidence } from '#domain/projects/evidence.ts';
import { findMilestoneField, type RequestCell } from '#domain/requests/request.ts';
import type { Trx } from '#server/db/db.ts';
import { addEvidence, evidenceContent, listEvidence } from '#server/projects/evidence/store.ts';
import { mostValueFiles } from '#domain/months/value-evidence.ts';
import { listPresentFiles } from '#server/targets/value-evidence/service.ts';
import { putValueEvidence } from '#server/targets/value-evidence/store.ts';
import { listAnswerFiles } from './file-store.ts';
import type { StoredProposal } from './proposal-store.ts';
import type { StoredRequest } from './store.ts';

/** Stores the files of a request as proof of the value of an indicator, up to its limit. */
export async function proveValue(
  trx: Trx,
  revision: number,
  { cell, request }: ProvenMilestone,
): Promise<void> {
  if (!('indicator' in cell)) return;
  const value = { indicator: cell.indicator, period: request.month };
  for (const { name, type, size, sha256, added_at } of await listAnswerFiles(trx, [request.id])) {
    const present = await listPresentFiles(trx, value);
    const isStored = present.some((one) => one.sha256 === sha256);
    if (isStored || present.length >= mostValueFiles) continue;
    await putValueEvidence(trx, revision, 'own', {
      id: crypto.randomUUID(),
      ...value,
      file: name,
      type,
      size,
      sha256,
      added_by: request.unit,
      added_at,
    });
  }
}

interface ProvenMilestone {
  readonly proposal: StoredProposal;
  readonly request: StoredRequest;
  readonly cell: RequestCell;
}

/** Stores the files of the requests as proof of the milestones that they report as done. */
export async function proveMilestones(
  trx: Trx,
  revision: number,
  code: string,
  milestones: readonly ProvenMilestone[],
): Promise<void> {
  const project = { origin: 'own', code } as const;
  for (const { cell, proposal, request } of milestones) {
    const which = 'code' in cell ? findMilestoneField(cell.field) : undefined;
    if (which === undefined || proposal.outcome !== 'done') continue;
    const subject = { of: 'milestone', which } as const;
    for (const file of await listAnswerFiles(trx, [request.id])) {
      const same = (await listEvidence(trx, project)).some(
        (one) =>
          one.sha256 === file.sha256 && isEvidenceOf(one, subject) && one.withdrawn === undefined,
      );
      const content = same ? undefined : await evidenceContent(trx, file.sha256);
      if (content === undefined) continue;
      const evidence: Evidence = {
        id: crypto.randomUUID(),
        ...subject,
        file: file.name,
        type: file.type,
        size: file.size,
        sha256: file.sha256,
        added_by: request.unit,
        added_at: file.added_at,
      };
      await addEvidence(trx, revision, project, evidence, content);
    }
  }
}
