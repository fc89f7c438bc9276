import { compact } from '#domain/values/compact.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { requestState } from '#domain/requests/request.ts';
import type { ValueRequest } from '#contract/requests/schemas.ts';
import type { StoredProposal } from './proposal-store.ts';
import type { StoredRequest } from './store.ts';

/** Finds the latest answer to each cell of a request, without corrected ones. */
export function latestAnswers(
  proposals: readonly StoredProposal[],
): ReadonlyMap<string, StoredProposal> {
  return new Map(
    proposals.filter(({ state }) => state !== 'corrected').map((one) => [one.cell, one]),
  );
}

/** Converts a request to the form that managers see. */
export function toValueRequest(
  request: StoredRequest,
  proposals: readonly StoredProposal[],
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): ValueRequest {
  const { version: _, created_at, cells, state: _s, ...rest } = request;
  const answers = [...latestAnswers(proposals).values()].filter(
    ({ state }) => state !== 'returned',
  );
  return {
    ...rest,
    cells: cells.map((cell) =>
      'indicator' in cell ? cell : { code: cell.code, field: cell.field },
    ),
    sent_at: created_at,
    answered: answers.length,
    state: requestState(
      request,
      answers.length,
      cells.length,
      now.toISOString(),
      dayIn(now, timeZone),
    ),
    ...compact({
      answered_at: answers
        .map((one) => one.created_at)
        .toSorted()
        .at(-1),
    }),
  };
}
