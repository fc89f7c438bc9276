import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { RegisterCell } from '#domain/redaction/register-cells.ts';
import { getReader, type Source } from '#server/db/db.ts';
import type { VersionExpressions } from '#server/projects/register/filter-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { exactHalf, sumColumns } from '#server/projects/register/amount-sums.ts';

/** The code of a project without an investor: such a project is an investor of its own. */
const alone = sql<
  string | null
>`case when trim(coalesce(v.investor, '')) = '' and v.total_investment_currency is not null then v.code end`;

/**
 * Reads the register in cells that no filter of a shared list divides, each with one investor or
 * one project without an investor.
 *
 * @param only - the codes of the projects to read; omit it for all
 */
export async function registerCells(
  source: Source,
  scope: ProjectScope,
  only?: readonly string[],
): Promise<RegisterCell[]> {
  if (only?.length === 0) return [];
  const rows = await versionsAt(getReader(source), { ...scope, ...compact({ only }) })
    .select((eb) => [
      'v.stage',
      'v.status',
      'v.industry',
      'v.zone',
      'v.investor',
      alone.as('code'),
      ...sumColumns(eb as unknown as VersionExpressions, 'total_investment'),
    ])
    .groupBy([
      'v.stage',
      'v.status',
      'v.industry',
      'v.zone',
      'v.investor',
      'v.total_investment_currency',
      alone,
    ])
    .execute();
  return rows.map(
    ({
      stage,
      status,
      industry,
      zone,
      investor,
      code,
      currency,
      count,
      high_minor,
      low_minor,
    }) => ({
      stage,
      status,
      ...compact({
        industry: industry === null ? undefined : industry,
        zone: zone === null ? undefined : zone,
        currency: currency === null ? undefined : currency,
      }),
      holder: investorKey(investor, code ?? ''),
      count,
      minor: (high_minor ?? 0n) * exactHalf + (low_minor ?? 0n),
    }),
  );
}
