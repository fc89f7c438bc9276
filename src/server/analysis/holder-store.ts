import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { BreakdownKey, BreakdownMeasure, BreakdownStack } from '#domain/analysis/breakdown.ts';
import type { AnalysisCell } from '#domain/redaction/analysis/breakdown-sums.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { filterConditions, type ProjectFilters } from '#server/projects/register/filter-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { findColumns, countedVersions, halves, joinHalves, selectKey } from './columns-store.ts';

interface CellQuery {
  readonly measure: BreakdownMeasure;
  readonly by: BreakdownKey;
  readonly stack: BreakdownStack;
  readonly filters: ProjectFilters;
  /** The codes of the projects to read. Omit it for all. */
  readonly only?: readonly string[];
  /** Whether each project is a cell of its own, with its code. */
  readonly each?: boolean;
}

/** The code of a project without an investor: such a project is an investor of its own. */
const alone = sql<string>`case when trim(coalesce(v.investor, '')) = '' then v.code else '' end`;

/**
 * Reads the projects behind a breakdown, summed by investor and by the filters, groups and parts of
 * the breakdown. It leaves out projects without a value, since no sum counts them.
 */
export async function readAnalysisCells(
  source: Source,
  scope: ProjectScope,
  { measure, by, stack, filters, only, each = false }: CellQuery,
): Promise<AnalysisCell[]> {
  if (only?.length === 0) return [];
  const { unit, value } = findColumns(measure);
  const rows = await countedVersions(
    getReader(source),
    { ...scope, filters: {}, ...compact({ only }) },
    measure,
    by,
  )
    .where(sql<boolean>`${unit} is not null`)
    .select((eb) => [
      selectKey(by, measure).as('key'),
      selectKey(stack, measure).as('part'),
      'v.stage',
      'v.investor',
      // `code` alone would be ambiguous once signings or agreements are joined
      (each ? sql<string>`v.code` : alone).as('own_code'),
      sql<string>`${unit}`.as('unit'),
      sql<number>`case when ${eb.and(filterConditions(eb as never, filters, scope.knownRevision))} then 1 else 0 end`.as(
        'matches',
      ),
      ...halves(value, 'sum'),
    ])
    .groupBy([
      sql.ref('key'),
      sql.ref('part'),
      'v.stage',
      'v.investor',
      sql.ref('own_code'),
      sql.ref('unit'),
      sql.ref('matches'),
    ])
    .execute();
  return rows.map(({ investor, own_code, matches, sum_high_minor, sum_low_minor, ...row }) => ({
    ...row,
    ...compact({ code: each ? own_code : undefined }),
    within: Number(matches) === 1,
    holder: investorKey(investor, own_code),
    minor: joinHalves(sum_high_minor, sum_low_minor),
  }));
}

/**
 * Reads the investor of each active project of a day, in the form of `investorKey`.
 * @returns the investor by the code of its project; a project without an investor has none
 */
export async function readHolders(
  source: Source,
  scope: ProjectScope,
): Promise<ReadonlyMap<string, string>> {
  const rows = await versionsAt(getReader(source), scope)
    .select(['v.code', 'v.investor'])
    .where('v.status', '=', 'active')
    .execute();
  return new Map(rows.map(({ code, investor }) => [code, investorKey(investor, code)]));
}
