import { pickNamed } from '#domain/projects/project.ts';
import { useQuery } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { projectEndpoints } from '#contract/projects/endpoints.ts';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import { revisionEndpoints } from '#contract/revisions/endpoints.ts';
import type { Answer, NewRequests, RequestsToCopy } from '#contract/requests/schemas.ts';
import type { Month } from '#domain/values/date.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { call, callTagged, idempotencyKey } from '#web/data/transport.ts';
import type { RequestProject } from './batch-rows.ts';
import { useContestedChange } from '#web/loading/use-change.ts';

/** The largest number of names that are looked up at once. */
const namesAtOnce = 4;

/** Reads the requests for the values of a month. */
export const useRequests = (month: Month) =>
  useQuery({
    queryKey: pageQueryKeys.listRequests(month),
    queryFn: ({ signal }) => call(requestEndpoints.listRequests, { query: { month }, signal }),
  });
/** Reads the contacts of the requests of every month, the newest month first. */
export const useAllRequests = () =>
  useQuery({
    queryKey: pageQueryKeys.listRequests(),
    queryFn: ({ signal }) => call(requestEndpoints.listRequests, { query: {}, signal }),
  });
/** Reads the answers of a month. */
export const useProposals = (month: Month) =>
  useQuery({
    queryKey: pageQueryKeys.listProposals(month),
    queryFn: ({ signal }) => call(requestEndpoints.listProposals, { query: { month }, signal }),
  });

/** Creates requests, all or none. */
export const useCreateRequests = () =>
  useContestedChange((body: NewRequests) =>
    call(requestEndpoints.createRequests, { body, headers: idempotencyKey() }),
  );
/** Creates the requests of a month from those of another. */
export const useCopyRequests = () =>
  useContestedChange((body: RequestsToCopy) =>
    call(requestEndpoints.copyRequests, { body, headers: idempotencyKey() }),
  );
/** Makes a further address of a request, for a reminder. */
export const useRemind = () =>
  useContestedChange((id: string) =>
    call(requestEndpoints.remindRequest, { params: { id }, body: {}, headers: idempotencyKey() }),
  );
/** Cancels a request; its link stops working. */
export const useCancelRequest = () =>
  useContestedChange(async (id: string) => {
    const { etag } = await callTagged(requestEndpoints.request, { params: { id } });
    return call(requestEndpoints.changeRequest, {
      params: { id },
      body: { state: 'cancelled' },
      headers: etag === undefined ? {} : { 'if-match': etag },
    });
  });
/** Enters answers on behalf of a unit. */
export const useAnswerFor = () =>
  useContestedChange(({ id, answers }: { readonly id: string; readonly answers: Answer[] }) =>
    call(requestEndpoints.answerForRequest, {
      params: { id },
      body: { answers },
      headers: idempotencyKey(),
    }),
  );
/** Accepts proposals: their values become values of the register. */
export const useAccept = () =>
  useContestedChange((body: { readonly ids: string[]; readonly reason?: string }) =>
    call(requestEndpoints.acceptProposals, { body, headers: idempotencyKey() }),
  );
/** Returns proposals to their senders with a reason. */
export const useReturn = () =>
  useContestedChange((body: { readonly ids: string[]; readonly reason: string }) =>
    call(requestEndpoints.returnProposals, { body, headers: idempotencyKey() }),
  );
/** Undoes the revision that accepted proposals. */
export const useUndoAcceptance = () =>
  useContestedChange(
    ({ revision, ...body }: { readonly revision: number; readonly reason?: string }) =>
      call(revisionEndpoints.undoRevision, {
        params: { id: String(revision) },
        body,
        headers: idempotencyKey(),
      }),
  );

/** Makes a project of a request; who answers is its company, else its investor. */
export const toRequestProject = (project: ProjectPage['items'][number]): RequestProject => ({
  ...pickNamed(project),
  company: project.company ?? project.investor ?? project.name,
});

/** Finds the projects that pasted names may mean, a few at a time. */
export async function findRequestProjects(
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly RequestProject[]>> {
  const projects = new Map<string, readonly RequestProject[]>();
  const queue = [...new Set(names)];
  while (queue.length > 0)
    await Promise.all(
      queue.splice(0, namesAtOnce).map(async (q) => {
        const { items } = await call(projectEndpoints.listProjects, {
          query: { q, status: 'active', as_of: serverDay(), limit: '50' },
        });
        projects.set(q, items.map(toRequestProject));
      }),
    );
  return projects;
}
