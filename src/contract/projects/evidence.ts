import type { Evidence } from '#domain/projects/evidence.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

export interface EvidenceListQuery {
  /** What proves a stage entered later is left out. */
  readonly as_of?: string;
  readonly known_at?: string;
}
/** What the file proves: `of` a stage entered on `date`, or of a milestone. */
export interface EvidenceQuery {
  readonly of: string;
  readonly which: string;
  readonly date?: string;
  readonly note?: string;
}
/** The body of an upload is multipart with one part named `file`. */
export interface EvidenceUpload {
  readonly file: unknown;
}

export const evidenceEndpoints = {
  listEvidence: endpoint<EvidenceListQuery, never, { items: readonly Evidence[] }>({
    id: 'listEvidence',
    method: 'GET',
    path: '/api/v1/projects/:code/evidence',
  }),
  addEvidence: endpoint<EvidenceQuery, EvidenceUpload, { evidence: Evidence; revision: number }>({
    id: 'addEvidence',
    method: 'POST',
    path: '/api/v1/projects/:code/evidence',
    makes: true,
  }),
  evidenceFile: endpoint<None, never, unknown>({
    id: 'evidenceFile',
    method: 'GET',
    path: '/api/v1/projects/:code/evidence/:id/file',
  }),
  withdrawEvidence: endpoint<None, { reason: string }, { evidence: Evidence; revision: number }>({
    id: 'withdrawEvidence',
    method: 'POST',
    path: '/api/v1/projects/:code/evidence/:id/withdrawal',
  }),
} as const;
