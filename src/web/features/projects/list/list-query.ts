import type { ListQuery } from '#contract/query-keys.ts';
import { encodeItem, type ViewState } from '#web/url/view-state.ts';

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
export const filterFields = [
  'stage',
  'status',
  'industry',
  'zone',
  'owner',
  'unit',
  'country',
  'prefecture',
  'investor',
] as const;
export type FilterField = (typeof filterFields)[number];
/** The list without search and filters. */
export const unfiltered = {
  q: '',
  stage: [],
  status: [],
  industry: [],
  zone: [],
  owner: [],
  unit: [],
  country: [],
  prefecture: [],
  investor: [],
} as const satisfies Partial<ViewState>;

/** Returns the query of the list for a view. An unknown order becomes the default. */
export function listQuery(view: ViewState): ListQuery {
  const known = sortFields.some((field) => view.sort === field || view.sort === `-${field}`);
  return {
    as_of: view.as_of,
    known_at: view.known_at,
    q: view.q.trim() === '' ? undefined : view.q.trim(),
    sort: known ? view.sort : '-total_investment',
    ...Object.fromEntries(
      filterFields.flatMap((field) =>
        view[field].length === 0 ? [] : [[field, view[field].map(encodeItem).join(',')]],
      ),
    ),
  };
}
