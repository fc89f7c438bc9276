import { compact } from '#domain/values/compact.ts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { endpoints } from '#contract/endpoints.ts';
import type {
  EditedProject,
  NewProject,
  ProjectPatch,
  StageMove,
  StatusMove,
} from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { call, callTagged, idempotencyKey } from '#web/data/transport.ts';

/** A project with the tag of its version, which a change must send. */
export interface SeenProject {
  readonly data: ProjectDetail;
  readonly etag: string | undefined;
}
/**
 * Reads the latest version, with which a rejected change is merged.
 * @throws ProblemError if it fails
 */
export const latestProject = (code: string, today: string): Promise<SeenProject> =>
  callTagged(endpoints.project, { params: { code }, query: { as_of: today } });

/** Reads a project with the tag of its version, on which a change is based. */
export const useSeenProject = (
  code: string,
  asOf: string | undefined,
  knownAt: string | undefined,
  enabled: boolean,
) =>
  useQuery({
    queryKey: queryKeys.seenProject(code, asOf, knownAt),
    queryFn: ({ signal }) =>
      callTagged(endpoints.project, {
        params: { code },
        query: { as_of: asOf, known_at: knownAt },
        signal,
      }),
    // Keeps the shown version of the same project until another day has loaded.
    placeholderData: (before) => (before?.data.code === code ? before : undefined),
    enabled,
  });
/** Reads the versions of a project, newest first, page by page. */
export const useProjectHistory = (code: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: pageQueryKeys.projectHistory(code),
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.projectHistory, {
        params: { code },
        query: { before: pageParam ?? undefined },
        signal,
      }),
    // as the starting data of a page have it, where undefined would be lost
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => (next === undefined ? undefined : String(next)),
    enabled,
  });

/**
 * Sends a change of a project and invalidates every query. A change that is sent twice is stored
 * once.
 */
function useEdit<T>(
  send: (what: T, headers: Readonly<Record<string, string>>) => Promise<EditedProject>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: T) => send(what, idempotencyKey()),
    onSuccess: () => client.invalidateQueries(),
  });
}
/** Changes facts of a project. Rejected when it has changed since it was read. */
export const useChangeProject = (code: string) =>
  useEdit(
    ({ body, etag }: { readonly body: ProjectPatch; readonly etag: string | undefined }, headers) =>
      call(endpoints.changeProject, {
        params: { code },
        body,
        headers: { ...headers, ...compact({ 'if-match': etag }) },
      }),
  );
/** Moves a project to another stage. */
export const useMoveProject = (code: string) =>
  useEdit((body: StageMove, headers) =>
    call(endpoints.moveProject, { params: { code }, body, headers }),
  );
/** Changes the status of a project. */
export const useChangeStatus = (code: string) =>
  useEdit((body: StatusMove, headers) =>
    call(endpoints.changeProjectStatus, { params: { code }, body, headers }),
  );
/** Adds a project to the register. */
export const useCreateProject = () =>
  useEdit((body: NewProject, headers) => call(endpoints.createProject, { body, headers }));
