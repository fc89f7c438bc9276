import { measures, type Measure } from '#domain/projects/project.ts';
import type { Currency } from '#domain/values/money.ts';
import { getReader, type Source } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { filterConditions, type ProjectFilters } from './filter-store.ts';
import { versionsAt } from './project-view-store.ts';

/** The currencies in which the matching projects state each measure, ordered by code. */
export type UsedCurrencies = Readonly<Record<Measure, readonly Currency[]>>;

const columns = [
  'v.total_investment_currency',
  'v.contracted_amount_currency',
  'v.paid_in_currency',
  'v.fai_done_total_currency',
  'v.output_plan_currency',
  'v.output_actual_currency',
  'v.contracted_fdi_currency',
  'v.utilised_fdi_currency',
] as const;

/** Lists the currencies of each measure among the projects of a scope. */
export async function listUsedCurrencies(
  source: Source,
  query: ProjectScope & ProjectFilters,
): Promise<UsedCurrencies> {
  const rows = await versionsAt(getReader(source), query)
    .select([...columns])
    .distinct()
    .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
    .execute();
  const useOf = measures.map((measure) => [
    measure,
    [...new Set(rows.flatMap((row) => row[`${measure}_currency`] ?? []))].sort(),
  ]);
  return Object.fromEntries(useOf) as UsedCurrencies;
}
