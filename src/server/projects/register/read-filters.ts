import { problem } from '#server/core/problem.ts';
import {
  isFilter,
  registerFilterFields,
  type RegisterFilterField,
} from '#domain/overview/register-filter.ts';
import type { Within } from '#server/db/register-filter.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { ListProjectsQuery } from './list-store.ts';

const lists = [
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
type ListFilter = (typeof lists)[number];

/** Splits a list at its commas. `%2C` is a comma inside a value, `%25` a percent sign. */
const splitList = (text: string): readonly string[] =>
  text.split(',').map((item) => item.replace(/%2C/gi, ',').replaceAll('%25', '%'));

/** Reads the filters of a list or a summary from its query. */
export function readFilters(
  query: Readonly<Partial<Record<ListFilter | 'q', string>>>,
): Pick<ListProjectsQuery, ListFilter | 'q'> {
  const filters: Partial<Record<ListFilter, readonly string[]>> = {};
  for (const name of lists) if (query[name] !== undefined) filters[name] = splitList(query[name]);
  return { ...filters, ...compact({ q: query.q }) };
}

/** A filter as the words of a query. */
export type RegisterFilterWords = { readonly [K in RegisterFilterField]?: string | undefined };

/** Reads the filter of the overview, the pipeline or what changed; undefined where there is none. */
export function readWithin(query: RegisterFilterWords, day: IsoDate): Within | undefined {
  const filter = Object.fromEntries(
    registerFilterFields.flatMap((field) => {
      const values = splitList(query[field] ?? '')
        .map((value) => value.trim())
        .filter((value) => value !== '');
      return values.length === 0 ? [] : [[field, values]];
    }),
  );
  return isFilter(filter) ? { ...filter, day } : undefined;
}

/**
 * Rejects filters by fields that the caller may not see: the number of matches would tell them.
 *
 * @throws HttpProblem that names the filter
 */
export function rejectHiddenFilters(
  query: { readonly [K in 'owner' | 'unit']?: string | undefined },
  mayViewNotes: boolean,
): void {
  const hidden = (['owner', 'unit'] as const).find((name) => query[name] !== undefined);
  if (hidden === undefined || mayViewNotes) return;
  throw problem('forbidden', `Leave out ${hidden}: your role does not see it.`, {
    errors: [{ path: hidden, message: 'the analyst role is needed' }],
  });
}
