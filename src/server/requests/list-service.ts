import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { compareDecimal, isDecimal } from '#domain/values/decimal.ts';
import { cellKey } from '#domain/requests/request.ts';
import type { Proposal, ValueRequest } from '#contract/requests/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readOwnTimeZone } from '#server/zone/zone-day-service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import {
  describeCell,
  findReplacedValue,
  readCellRegister,
  type CellHead,
} from './cell-service.ts';
import { listAnswerFiles, type StoredAnswerFile } from './file-store.ts';
import { listProposals, type StoredProposal } from './proposal-store.ts';
import { toValueRequest } from './request-view.ts';
import { listRequests, type StoredRequest } from './store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

/** Lists the requests of a month, or of all, with their states. */
export async function listValueRequests(
  { db, clock }: Deps,
  month: Month | undefined,
): Promise<ValueRequest[]> {
  const requests = await listRequests(db, month);
  const proposals = Map.groupBy(
    await listProposals(
      db,
      requests.map(({ id }) => id),
    ),
    ({ request }) => request,
  );
  const moment = { now: clock(), timeZone: await readOwnTimeZone(db) };
  return requests.map((one) => toValueRequest(one, proposals.get(one.id) ?? [], moment));
}

interface ProposalParts {
  readonly request: StoredRequest;
  /** The head of the cell. Undefined if the project or the indicator no longer exists. */
  readonly head: CellHead | undefined;
  /** The stored value that the answer replaces when it is accepted. */
  readonly replaces: string | undefined;
  readonly files: readonly StoredAnswerFile[];
}
/** Whether an accepted answer would put another value in the place of a stored one. */
function isReplacing(
  { state, value, outcome }: StoredProposal,
  stored: string | undefined,
): stored is string {
  if (stored === undefined || state !== 'open' || value === stored) return false;
  if (outcome !== undefined) return outcome === 'done';
  const isNumber = value !== undefined && isDecimal(value) && isDecimal(stored);
  return !isNumber || compareDecimal(value, stored) !== 0;
}
function toProposal(
  proposal: StoredProposal,
  { request, head, replaces, files }: ProposalParts,
): Proposal {
  const { last: _, ...rest } = head ?? { key: proposal.cell };
  return {
    ...rest,
    id: proposal.id,
    request: request.id,
    month: request.month,
    unit_name: request.unit,
    at: proposal.created_at,
    state: proposal.state,
    files: files.map(({ request: _r, sha256: _s, ...file }) => file),
    ...compact({
      person: request.person,
      value: proposal.value,
      last: proposal.last_value,
      replaces: isReplacing(proposal, replaces) ? replaces : undefined,
      outcome: proposal.outcome,
      note: proposal.note,
      doubt: proposal.doubt,
      entered_by: proposal.entered_by,
      returned: proposal.returned,
      decided_at: proposal.decided_at,
      decided_by: proposal.decided_by,
      revision: proposal.revision,
      is_provisional: proposal.is_provisional ? (true as const) : undefined,
      is_correction: proposal.is_correction ? (true as const) : undefined,
      unit: proposal.currency ?? head?.unit,
    }),
  };
}

/**
 * Lists the answers of a month, or of all months, in the order of their requests.
 * @throws HttpProblem if there is no zone
 */
export async function listMonthProposals(
  deps: Deps,
  month: Month | undefined,
): Promise<Proposal[]> {
  const { db } = deps;
  const requests = await listRequests(db, month);
  const ids = requests.map(({ id }) => id);
  const proposals = await listProposals(db, ids);
  if (proposals.length === 0) return [];
  const zone = await readZoneSnapshot(deps);
  const [register, files] = await Promise.all([
    readCellRegister(
      db,
      zone,
      requests.flatMap(({ cells }) => cells),
    ),
    listAnswerFiles(db, ids),
  ]);
  const byRequest = Map.groupBy(proposals, ({ request }) => request);
  return requests.flatMap((request) =>
    (byRequest.get(request.id) ?? []).map((proposal) => {
      const cell = request.cells.find((one) => cellKey(one) === proposal.cell);
      return toProposal(proposal, {
        request,
        head: cell && describeCell(register, cell, request.month),
        replaces: cell && findReplacedValue(register, cell, request.month),
        files: files.filter((file) => file.request === request.id),
      });
    }),
  );
}
