import { compact } from '#domain/values/compact.ts';
import { joinInvestorNames } from '#domain/projects/investor-names.ts';
import type { Names } from '#domain/values/language.ts';
import type { Measure, SummaryKey } from '#domain/projects/project.ts';
import type { Summary, SummaryGroup } from '#contract/projects/project-schemas.ts';
import { stages, statuses, type Status } from '#domain/projects/stage.ts';
import { joinFacts } from '#server/db/versions.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import {
  addMatches,
  filterConditions,
  isFilled,
  type ProjectFilters,
  type VersionExpressions,
} from './filter-store.ts';
import { isExtension } from './extension-store.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { addedColumns, addRows, sumColumns, type SumRow } from './amount-sums.ts';

export interface SummaryQuery extends ProjectScope, ProjectFilters {
  readonly by: SummaryKey;
  /** The measure of the sums. The default is `total_investment`. */
  readonly measure?: Measure;
}

const fixedOrder: readonly string[] = [...stages, 'unknown', ...statuses];

/**
 * Compares groups. Stages and statuses are in their order, others by count. The group of missing
 * values (key '') is last.
 */
function compareGroups(a: SummaryGroup, b: SummaryGroup): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  const byOrder = fixedOrder.indexOf(a.key) - fixedOrder.indexOf(b.key);
  return byOrder !== 0 ? byOrder : b.count - a.count || (a.key < b.key ? -1 : 1);
}

/**
 * Computes counts and sums by group over the matching projects that are active or have the
 * requested status. It counts all other projects by status. Currencies are never added to each
 * other.
 */
export async function summarise(source: Source, query: SummaryQuery): Promise<Summary> {
  const { by, measure = 'total_investment', as_of } = query;
  const rows = await sumsByKey(getReader(source), { ...query, measure });
  const isCounted = (row: KeySum): boolean => isFilled(query.status) || row.status === 'active';
  const countedRows = rows.filter(isCounted);
  const names = await readInvestorNames(source, query);
  const extensions = await readSum(getReader(source), query, extensionCount);
  return {
    by,
    measure,
    as_of,
    groups: selectGroups(countedRows, (row) => row.key ?? '').map((group) => ({
      ...group,
      ...compact({ names: names.get(group.key) }),
    })),
    total: { key: 'total', ...addRows(countedRows) },
    left_out: selectGroups(
      rows.filter((row) => !isCounted(row)),
      (row) => row.status,
    ),
    ...compact({ extensions: extensions === 0 ? undefined : extensions }),
  };
}

/** Reads the translated names of investors, if the groups are investors. */
async function readInvestorNames(
  source: Source,
  query: SummaryQuery,
): Promise<ReadonlyMap<string, Names>> {
  if (query.by !== 'investor') return new Map();
  const rows = await addMatches(getReader(source), query, (matches) =>
    matches
      .select(['v.investor', 'v.investor_names_json'])
      .where('v.investor_names_json', 'is not', null)
      .execute(),
  );
  return joinInvestorNames(
    rows.flatMap(({ investor, investor_names_json: names }) =>
      names === null ? [] : [{ investor: investor ?? '', names }],
    ),
  );
}

/** The projects of the total that extend another one. */
const extensionCount = countSum('extensions', countExtensions, byVersion);
async function countExtensions(reader: Reader, query: SummaryQuery): Promise<number> {
  const { extensions } = await versionsAt(reader, query)
    .innerJoin('project_facts as f', joinFacts)
    .select((eb) => eb.fn.countAll<number>().as('extensions'))
    .where(isExtension)
    .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
    .$if(!isFilled(query.status), (countedRows) => countedRows.where('v.status', '=', 'active'))
    .executeTakeFirstOrThrow();
  return Number(extensions);
}

export type KeySum = SumRow & { readonly key: string | null; readonly status: Status };

const groupedSums = groupSum({
  name: 'summary',
  added: addedColumns,
  read: (reader, query: SummaryQuery & { readonly measure: Measure }): Promise<readonly KeySum[]> =>
    addMatches(reader, query, (matches) =>
      matches
        .select((eb) => [
          eb.ref(`v.${query.by}`).as('key'),
          'v.status',
          ...sumColumns(eb as unknown as VersionExpressions, query.measure),
        ])
        .groupBy([`v.${query.by}`, 'v.status', `v.${query.measure}_currency`])
        .execute(),
    ),
  changedByDay: byVersion,
});

/** Counts and sums all matching projects by a key and by status. */
export const sumsByKey = (
  reader: Reader,
  query: SummaryQuery & { readonly measure: Measure },
): Promise<readonly KeySum[]> => readSum(reader, query, groupedSums);

const selectGroups = (rows: readonly KeySum[], keyOf: (row: KeySum) => string): SummaryGroup[] =>
  [...Map.groupBy(rows, keyOf)]
    .map(([key, ofKey]) => ({ key, ...addRows(ofKey) }))
    .sort(compareGroups);
