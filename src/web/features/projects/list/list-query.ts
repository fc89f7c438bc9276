import type { ListQuery, SummaryQuery } from '#contract/query-keys.ts';
import {
  joinItems,
  type ProjectFilterField,
  projectFilterFields,
} from '#domain/overview/register-filter.ts';
import { noItems, type ViewState } from '#web/url/view-state.ts';

/** Fields that the list can be sorted by. */
export const sortFields = [
  'total_investment',
  'code',
  'name',
  'stage',
  'status',
  'industry',
  'zone',
  'last_update',
] as const;
export type SortField = (typeof sortFields)[number];
/** The list without search and filters. */
export const noFilters = { q: '', ...noItems } as const satisfies Partial<ViewState>;

/** The filters of a view, as the API takes them. */
export const filterQuery = (view: ViewState): Pick<ListQuery, ProjectFilterField> =>
  Object.fromEntries(
    projectFilterFields.flatMap((field) => {
      const items = joinItems(view[field]);
      return items === undefined ? [] : [[field, items]];
    }),
  );

/** Returns the query of the list for a view. An unknown order becomes the default. */
export function listQuery(view: ViewState): ListQuery {
  const isKnown = sortFields.some((field) => view.sort === field || view.sort === `-${field}`);
  return {
    as_of: view.as_of,
    known_at: view.known_at,
    q: view.q.trim() === '' ? undefined : view.q.trim(),
    sort: isKnown ? view.sort : '-total_investment',
    ...filterQuery(view),
  };
}

/** Returns the query of the sums of a list. */
export function sumsQuery({ sort: _sort, limit: _limit, ...filters }: ListQuery): SummaryQuery {
  return { by: 'status', ...filters };
}
