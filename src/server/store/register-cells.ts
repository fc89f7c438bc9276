import type { RegisterCell } from '#domain/redaction/register-cells.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import type { VersionExpressions } from './project-filters.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';
import { exactHalf, sumColumns } from './sums.ts';

/** The register in cells that no filter of a shared list divides: few rows even of a large one. `only`: of these projects. */
export async function registerCells(source: Source, scope: ProjectScope, only?: readonly string[]): Promise<RegisterCell[]> {
  if (only?.length === 0) return [];
  const rows = await versionsAt(readerOf(source), scope)
    .select((eb) => ['v.stage', 'v.status', 'v.industry', 'v.zone', ...sumColumns(eb as unknown as VersionExpressions, 'total_investment')])
    .$if(only !== undefined, (query) => query.where('v.code', 'in', [...(only ?? [])]))
    .groupBy(['v.stage', 'v.status', 'v.industry', 'v.zone', 'v.total_investment_currency'])
    .execute();
  return rows.map(({ stage, status, industry, zone, currency, count, high_minor, low_minor }) => ({
    stage,
    status,
    ...(industry === null ? {} : { industry }),
    ...(zone === null ? {} : { zone }),
    ...(currency === null ? {} : { currency }),
    count,
    minor: (high_minor ?? 0n) * exactHalf + (low_minor ?? 0n),
  }));
}
