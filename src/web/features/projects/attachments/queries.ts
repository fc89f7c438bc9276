import { compact } from '#domain/values/compact.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { projectEndpoints } from '#contract/projects/endpoints.ts';
import type { IssuePatch, NewIssue } from '#contract/projects/attachment-schemas.ts';
import { buildPath } from '#contract/core/path.ts';
import type { Evidence, EvidenceSubject } from '#domain/projects/evidence.ts';
import type { Issue } from '#domain/projects/issue.ts';
import { callFile, upload } from '#web/data/files/file-transport.ts';
import { call, idempotencyKey, versionHeader } from '#web/data/transport.ts';
import { useChange } from '#web/loading/use-change.ts';

interface ProjectVersionInput {
  readonly code: string;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}
/** Reads the evidence of a project. `enabled` is false when the reader may not see it. */
export const useEvidence = ({ code, asOf, knownAt }: ProjectVersionInput, enabled: boolean) =>
  useQuery({
    queryKey: pageQueryKeys.listEvidence({ code, asOf, knownAt }),
    queryFn: ({ signal }) =>
      call(projectEndpoints.listEvidence, {
        params: { code },
        query: { as_of: asOf, known_at: knownAt },
        signal,
      }),
    // Keeps the shown files of the same project until another day has loaded.
    placeholderData: keepPreviousData,
    enabled,
  });
/** Reads the issues of a project on a day, as they were known at a moment. */
export const useIssues = ({ code, asOf, knownAt }: ProjectVersionInput, enabled: boolean) =>
  useQuery({
    queryKey: pageQueryKeys.listIssues({ code, asOf, knownAt }),
    queryFn: ({ signal }) =>
      call(projectEndpoints.listIssues, {
        params: { code },
        query: { as_of: asOf, known_at: knownAt },
        signal,
      }),
    // Keeps the shown files of the same project until another day has loaded.
    placeholderData: keepPreviousData,
    enabled,
  });

export interface NewEvidence {
  readonly file: File;
  readonly subject: EvidenceSubject;
  readonly note: string;
}
/**
 * Stores a file as evidence of a stage or milestone.
 * @throws ProblemError `offline` without a connection, else that of the response
 */
export const sendEvidence = (code: string, { file, subject, note }: NewEvidence) =>
  upload(projectEndpoints.addEvidence, file, {
    params: { code },
    query: {
      of: subject.of,
      which: subject.which,
      ...compact({
        date: subject.of === 'stage' && subject.date !== undefined ? subject.date : undefined,
        note: note.trim() === '' ? undefined : note.trim(),
      }),
    },
  });
/** Adds a file as evidence to a project. */
export const useAddEvidence = (code: string) =>
  useChange((evidence: NewEvidence) => sendEvidence(code, evidence));
/** Withdraws a file with a reason. It stays in the history. */
export const useWithdrawEvidence = (code: string) =>
  useChange(({ id, reason }: { readonly id: string; readonly reason: string }) =>
    call(projectEndpoints.withdrawEvidence, {
      params: { code, id },
      body: { reason },
      headers: idempotencyKey(),
    }),
  );
/**
 * Reads the bytes of a stored file.
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export const evidenceBlob = (code: string, { id }: Evidence): Promise<Blob> =>
  callFile(buildPath(projectEndpoints.evidenceFile, { code, id }));

/** Adds an issue to a project. */
export const useAddIssue = (code: string) =>
  useChange((issue: NewIssue) =>
    call(projectEndpoints.addIssue, { params: { code }, body: issue, headers: idempotencyKey() }),
  );
/** Changes an issue. Rejected when it has changed since it was read. */
export const useChangeIssue = (code: string) =>
  useChange(({ base, changes }: { readonly base: Issue; readonly changes: IssuePatch }) =>
    call(projectEndpoints.changeIssue, {
      params: { code, id: base.id },
      body: changes,
      headers: versionHeader(`i${base.revision}`),
    }),
  );
