import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { workEndpoints } from '#contract/work/endpoints.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { minorDigits } from '#domain/values/money.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { call } from '#web/data/transport.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** Steps of planned investment by which the board filters. */
export const amountSteps = ['large', 'medium', 'small'] as const;
export type AmountStep = (typeof amountSteps)[number];

/** The filters of the board that are not in the address. */
export interface BoardFilters {
  readonly amount?: AmountStep;
  readonly attention: boolean;
  readonly to_complete: boolean;
}
export const noBoardFilters: BoardFilters = { attention: false, to_complete: false };

/** Limits of the steps in major units: 1 billion and 100 million, in yen 20 times that. */
export function stepLimits(currency: string): { readonly high: number; readonly low: number } {
  const times = minorDigits(currency) === 0 ? 20 : 1;
  return { high: 1_000_000_000 * times, low: 100_000_000 * times };
}

function amountQuery(step: AmountStep | undefined, currency: string) {
  const { high, low } = stepLimits(currency);
  if (step === 'large') return { amount_from: String(high) };
  if (step === 'medium') return { amount_from: String(low), amount_to: String(high) };
  return step === 'small' ? { amount_to: String(low) } : {};
}

/** The query of the board for a view. */
export const boardQuery = (
  view: ViewState,
  { amount, attention, to_complete }: BoardFilters,
  currency: string,
) => ({
  as_of: view.as_of,
  known_at: view.known_at,
  q: view.q.trim() === '' ? undefined : view.q.trim(),
  owner: joinItems(view.owner),
  zone: joinItems(view.zone),
  industry: joinItems(view.industry),
  attention: attention ? ('true' as const) : undefined,
  to_complete: to_complete ? ('true' as const) : undefined,
  ...amountQuery(amount, currency),
});
export type BoardQuery = ReturnType<typeof boardQuery>;

/** The number of cards of an opened column. */
const openCards = '200';

/** Reads the board: three cards of each column, or all of one. */
export const useBoard = (query: BoardQuery, stage?: StageOrUnknown, enabled = true) =>
  useQuery({
    queryKey: ['board', query, stage ?? ''],
    queryFn: ({ signal }) =>
      call(workEndpoints.board, {
        query: stage === undefined ? query : { ...query, stage, limit: openCards },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled,
  });
