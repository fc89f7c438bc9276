import { compact } from '#domain/values/compact.ts';
import type { ListProjectsQuery } from './list-store.ts';

const lists = ['stage', 'status', 'industry', 'zone'] as const;
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
