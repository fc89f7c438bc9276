import { useQuery } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import type { DecisionPatch, NewDecision } from '#contract/work/decision-schemas.ts';
import type { BlockGate, DeclareStatus } from '#contract/work/judgement-schemas.ts';
import { workEndpoints } from '#contract/work/endpoints.ts';
import type { Decision, DecisionSubject } from '#domain/work/decision.ts';
import { useSession } from '#web/data/view-queries.ts';
import { call, idempotencyKey, versionHeader } from '#web/data/transport.ts';
import { useContestedChange } from '#web/loading/use-change.ts';

/** The day of a page, and the moment up to which its records count. */
export interface ViewDay {
  readonly as_of?: string | undefined;
  readonly known_at?: string | undefined;
}
export interface DecisionQuery extends ViewDay {
  readonly subject?: DecisionSubject;
  readonly subject_id?: string;
}

/** Reads decisions, for callers who may see notes. */
export function useDecisions(query: DecisionQuery) {
  const may = useSession().data?.may ?? [];
  return useQuery({
    queryKey: pageQueryKeys.listDecisions(query),
    queryFn: ({ signal }) => call(workEndpoints.listDecisions, { query, signal }),
    enabled: may.includes('view_notes'),
  });
}

/** Adds a decision of a meeting. */
export const useAddDecision = () =>
  useContestedChange((body: NewDecision) =>
    call(workEndpoints.addDecision, { body, headers: idempotencyKey() }),
  );
/** Changes a decision. Rejected when it has changed since it was read. */
export const useChangeDecision = () =>
  useContestedChange(
    ({ base, changes }: { readonly base: Decision; readonly changes: DecisionPatch }) =>
      call(workEndpoints.changeDecision, {
        params: { id: base.id },
        body: changes,
        headers: versionHeader(`i${base.revision}`),
      }),
  );

/** Reads the judgements of people about a project. */
export const useJudgements = (code: string, { as_of, known_at }: ViewDay) =>
  useQuery({
    queryKey: pageQueryKeys.judgements({ code, asOf: as_of, knownAt: known_at }),
    queryFn: ({ signal }) =>
      call(workEndpoints.judgements, { params: { code }, query: { as_of, known_at }, signal }),
  });
/** Declares the status of a project by the judgement of a person. */
export const useDeclareStatus = (code: string) =>
  useContestedChange((body: DeclareStatus) =>
    call(workEndpoints.declareStatus, { params: { code }, body, headers: idempotencyKey() }),
  );
/** Reads the declared status of a target, also an expired one, for callers who may see notes. */
export function useTargetStatus(target: string) {
  const may = useSession().data?.may ?? [];
  return useQuery({
    queryKey: ['targetStatus', target],
    queryFn: ({ signal }) => call(workEndpoints.targetStatus, { params: { target }, signal }),
    enabled: may.includes('view_notes'),
  });
}
/** Declares the status of a target by the judgement of a person. */
export const useDeclareTargetStatus = (target: string) =>
  useContestedChange((body: DeclareStatus) =>
    call(workEndpoints.declareTargetStatus, {
      params: { target },
      body,
      headers: idempotencyKey(),
    }),
  );
/** Records that a gate of a project is blocked, or that it is not any more. */
export const useBlockGate = (code: string) =>
  useContestedChange(({ gate, body }: { readonly gate: string; readonly body: BlockGate }) =>
    call(workEndpoints.blockGate, { params: { code, gate }, body, headers: idempotencyKey() }),
  );
