import { sql, type RawBuilder, type SqlBool } from 'kysely';
import {
  type RegisterFilterField,
  registerFilterFields,
  type RegisterFilter,
} from '#domain/overview/register-filter.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { selectAgreement, selectChannel } from './fact-groups.ts';

/** The projects that match a filter on one day, as known at a revision. */
export interface Within extends RegisterFilter {
  /** The day on which a project must match, independent of the day that is read. */
  readonly day: IsoDate;
}

const fieldColumns = {
  industry: 'industry',
  zone: 'zone',
  prefecture: 'prefecture',
  owner: 'fact_owner',
} as const;
const selectField = (field: RegisterFilterField, table: string, revision: number) => {
  if (field === 'channel') return selectChannel(table);
  if (field === 'agreement') return selectAgreement(table, revision);
  return sql.ref(`${table}.${fieldColumns[field]}`);
};

/** Makes the condition that a version row matches a filter, as known at a revision. */
export function matchesFilter(
  filter: RegisterFilter,
  table: string,
  revision: number,
): RawBuilder<SqlBool> {
  const conditions = registerFilterFields.flatMap((field) => {
    const values = filter[field] ?? [];
    return values.length === 0
      ? []
      : [sql`${selectField(field, table, revision)} in (${sql.join(values)})`];
  });
  return conditions.length === 0
    ? sql<SqlBool>`1 = 1`
    : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/**
 * Makes the condition that the project of a code matches a filter on the filter's day. A project
 * that is not in the register on that day does not match.
 */
export const isMember = (
  code: string,
  { day, ...filter }: Within,
  { origin, revision }: { readonly origin: Origin; readonly revision: number },
): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(code)} in (select m.code from project_version as m where m.origin = ${origin}
    and m.valid_from <= ${day} and m.valid_to > ${day} and m.revision_from <= ${revision} and m.revision_to > ${revision}
    and ${matchesFilter(filter, 'm', revision)})`;
