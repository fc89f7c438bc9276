import { problem } from '#server/core/problem.ts';
import {
  isFilter,
  type ProjectFilterField,
  projectFilterFields,
  registerFilterFields,
  type RegisterFilterField,
  splitItems,
} from '#domain/overview/register-filter.ts';
import type { Within } from '#server/db/register-filter.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import type { ListProjectsQuery } from './list-store.ts';

/** Reads the filters of a list or a summary from its query. */
export function readFilters(
  query: Readonly<Partial<Record<ProjectFilterField | 'q', string>>>,
): Pick<ListProjectsQuery, ProjectFilterField | 'q'> {
  const filters: Partial<Record<ProjectFilterField, readonly string[]>> = {};
  for (const name of projectFilterFields)
    if (query[name] !== undefined) filters[name] = splitItems(query[name]);
  return { ...filters, ...compact({ q: query.q }) };
}

/** A filter as query parameters. */
export type RegisterFilterWords = { readonly [K in RegisterFilterField]?: string | undefined };

/**
 * Reads the filter of the overview, the pipeline or the changes.
 * @returns undefined if there is none
 */
export function readWithin(query: RegisterFilterWords, day: IsoDate): Within | undefined {
  const filter = Object.fromEntries(
    registerFilterFields.flatMap((field) => {
      const values = splitItems(query[field] ?? '')
        .map((value) => value.trim())
        .filter((value) => value !== '');
      return values.length === 0 ? [] : [[field, values]];
    }),
  );
  return isFilter(filter) ? { ...filter, day } : undefined;
}

type HiddenWords = {
  readonly [K in 'owner' | 'unit' | 'channel' | 'column' | 'by' | 'versus']?: string | undefined;
};
/**
 * Finds a filter or group of a query by a field that only analysts and above may see.
 * @returns the name of the parameter; undefined if the query has none
 */
export const findHidden = ({
  owner,
  unit,
  channel,
  column,
  by,
  versus,
}: HiddenWords): keyof HiddenWords | undefined => {
  if (owner !== undefined) return 'owner';
  if (unit !== undefined) return 'unit';
  if (channel !== undefined) return 'channel';
  if (column !== undefined) return 'column';
  if (versus !== undefined && /^(?:owner|unit|column):/.test(versus)) return 'versus';
  const isHidden = by === 'owner' || by === 'channel' || isColumnKey(by ?? '');
  return isHidden ? 'by' : undefined;
};

/**
 * Rejects filters and groups by fields that the caller may not see, since the number of matches
 * would reveal their values.
 *
 * @throws HttpProblem that names the parameter
 */
export function rejectHiddenFilters(query: HiddenWords, mayViewNotes: boolean): void {
  const hiddenFilter = mayViewNotes ? undefined : findHidden(query);
  if (hiddenFilter === undefined) return;
  const detail =
    hiddenFilter === 'by' || hiddenFilter === 'versus'
      ? 'Choose another group than owner, channel or a column: your role does not see them.'
      : `Leave out ${hiddenFilter}: your role does not see it.`;
  throw problem('forbidden', detail, {
    errors: [{ path: hiddenFilter, message: 'at least the analyst role is needed' }],
  });
}
