import type { Measure, Summary, SummaryGroup, SummaryKey } from '#domain/project.ts';
import { stages, statuses } from '#domain/stage.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { filterConditions, type ProjectFilters, type VersionExpressions } from './project-filters.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';
import { addRows, sumColumns } from './sums.ts';

export interface SummaryQuery extends ProjectScope, ProjectFilters {
  readonly by: SummaryKey;
  /** Default `total_investment`. */
  readonly measure?: Measure;
}

const fixedOrder: readonly string[] = [...stages, 'unknown', ...statuses];

/** Stages and statuses in their order, others by count; what was not given (key '') last. */
function compareGroups(a: SummaryGroup, b: SummaryGroup): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  const byOrder = fixedOrder.indexOf(a.key) - fixedOrder.indexOf(b.key);
  return byOrder !== 0 ? byOrder : b.count - a.count || (a.key < b.key ? -1 : 1);
}

/** Counts and sums by group over all projects that the filters leave, of whatever status. Two currencies are never added. */
export async function summarise(source: Source, query: SummaryQuery): Promise<Summary> {
  const { by, measure = 'total_investment', as_of } = query;
  const rows = await versionsAt(readerOf(source), query)
    .select((eb) => [eb.ref(`v.${by}`).as('key'), ...sumColumns(eb as unknown as VersionExpressions, measure)])
    .where((eb) => eb.and(filterConditions(eb as never, query)))
    .groupBy([`v.${by}`, `v.${measure}_currency`])
    .execute();
  const groups = [...Map.groupBy(rows, (row) => row.key ?? '')].map(([key, ofKey]) => ({ key, ...addRows(ofKey) })).sort(compareGroups);
  return { by, measure, as_of, groups, total: { key: 'total', ...addRows(rows) } };
}
