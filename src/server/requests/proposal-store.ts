import type { AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import type { MilestoneOutcome, ProposalState } from '#domain/requests/request.ts';
import { compact } from '#domain/values/compact.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { batches } from '#server/db/versions.ts';
import { optional } from './store.ts';

/**
 * A stored answer to one cell. `state` is the present one: after an undone acceptance it is open
 * again.
 */
export interface StoredProposal {
  readonly id: string;
  readonly request: string;
  readonly cell: string;
  readonly value?: string;
  readonly outcome?: MilestoneOutcome;
  readonly currency?: string;
  readonly last_value?: string;
  readonly note?: string;
  readonly doubt?: AnswerDoubt;
  readonly is_provisional: boolean;
  readonly is_correction: boolean;
  readonly entered_by?: string;
  readonly created_at: string;
  readonly state: ProposalState;
  readonly decided_at?: string;
  readonly decided_by?: string;
  readonly returned?: string;
  readonly revision?: number;
}

const rows = (source: Source) =>
  getReader(source)
    .selectFrom('proposal as p')
    .leftJoin('revision as r', 'r.id', 'p.revision')
    .selectAll('p')
    .select('r.undone_by');
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;
function toProposal(row: Row): StoredProposal {
  const isUndone = row.state === 'accepted' && row.undone_by !== null;
  const decision = isUndone
    ? {}
    : compact({
        decided_at: optional(row.decided_at),
        decided_by: optional(row.decided_by),
        returned: optional(row.returned),
        revision: optional(row.revision),
      });
  return {
    id: row.id,
    request: row.request,
    cell: row.cell,
    is_provisional: row.is_provisional,
    is_correction: row.is_correction,
    created_at: row.created_at,
    state: isUndone ? 'open' : row.state,
    ...compact({
      value: optional(row.value),
      outcome: optional(row.outcome),
      currency: optional(row.currency),
      last_value: optional(row.last_value),
      note: optional(row.note),
      doubt: optional(row.doubt),
      entered_by: optional(row.entered_by),
    }),
    ...decision,
  };
}

/** Lists the answers to some requests, oldest first. */
export async function listProposals(
  source: Source,
  requests: readonly string[],
): Promise<StoredProposal[]> {
  const proposals: StoredProposal[] = [];
  for (const some of batches(requests, 500)) {
    const query = rows(source).where('p.request', 'in', some);
    proposals.push(...(await query.orderBy('p.seq').execute()).map(toProposal));
  }
  return proposals;
}

/** Finds these proposals. Unknown ids are skipped. */
export async function findProposals(
  source: Source,
  ids: readonly string[],
): Promise<StoredProposal[]> {
  const proposals: StoredProposal[] = [];
  for (const some of batches(ids, 500))
    proposals.push(...(await rows(source).where('p.id', 'in', some).execute()).map(toProposal));
  return proposals;
}

export type NewProposal = Omit<
  StoredProposal,
  'state' | 'decided_at' | 'decided_by' | 'returned' | 'revision'
>;
/** Stores an answer. An earlier answer that waits or was returned becomes corrected. */
export async function addProposal(trx: Trx, proposal: NewProposal): Promise<void> {
  await trx
    .updateTable('proposal')
    .set({ state: 'corrected' })
    .where('request', '=', proposal.request)
    .where('cell', '=', proposal.cell)
    .where((e) =>
      e.or([
        e('state', 'in', ['open', 'returned']),
        // after an undone acceptance a proposal is open again
        e.and([
          e('state', '=', 'accepted'),
          e.exists(
            e
              .selectFrom('revision as r')
              .select('r.id')
              .whereRef('r.id', '=', 'proposal.revision')
              .where('r.undone_by', 'is not', null),
          ),
        ]),
      ]),
    )
    .execute();
  const last = await trx
    .selectFrom('proposal')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  await trx
    .insertInto('proposal')
    .values({
      id: proposal.id,
      seq: (last?.seq ?? 0) + 1,
      request: proposal.request,
      cell: proposal.cell,
      value: proposal.value ?? null,
      outcome: proposal.outcome ?? null,
      currency: proposal.currency ?? null,
      last_value: proposal.last_value ?? null,
      note: proposal.note ?? null,
      doubt: proposal.doubt ?? null,
      is_provisional: proposal.is_provisional,
      is_correction: proposal.is_correction,
      entered_by: proposal.entered_by ?? null,
      created_at: proposal.created_at,
      state: 'open',
      decided_at: null,
      decided_by: null,
      returned: null,
      revision: null,
    })
    .execute();
}

interface Decision {
  readonly state: 'accepted' | 'returned';
  readonly decided_at: string;
  readonly decided_by: string;
  readonly returned?: string;
  readonly revision?: number;
}
/** Records the decision about proposals: accepted by a revision, or returned with a reason. */
export async function decideProposals(
  trx: Trx,
  ids: readonly string[],
  { returned, revision, ...decision }: Decision,
): Promise<void> {
  for (const some of batches(ids, 500))
    await trx
      .updateTable('proposal')
      .set({ ...decision, returned: returned ?? null, revision: revision ?? null })
      .where('id', 'in', some)
      .execute();
}
