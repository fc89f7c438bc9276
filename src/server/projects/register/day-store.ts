import { compact } from '#domain/values/compact.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { ProjectOnDay } from '#domain/redaction/project-on-day.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The number of rows of one query, so that no query takes long. */
const pageSize = 20_000;

/**
 * Lists the projects of a day that have a planned investment, by code, each with its stage group.
 */
export async function projectsOnDay(source: Source, scope: ProjectScope): Promise<ProjectOnDay[]> {
  const all: ProjectOnDay[] = [];
  for (let last = ''; ; ) {
    const page = await pageAfter(source, scope, last);
    all.push(...page);
    const end = page.at(-1);
    if (end === undefined || page.length < pageSize) return all;
    last = end.code;
  }
}

async function pageAfter(
  source: Source,
  scope: ProjectScope,
  code: string,
): Promise<ProjectOnDay[]> {
  const rows = await versionsAt(getReader(source), scope, 'in_order')
    .select(['v.code', 'v.stage', 'v.status', 'v.industry', 'v.zone', 'v.country', 'v.prefecture'])
    .select('v.investor')
    .select(['v.total_investment_minor as minor', 'v.total_investment_currency as currency'])
    .where('v.total_investment_currency', 'is not', null)
    .where('v.total_investment_minor', 'is not', null)
    .where('v.code', '>', code)
    .orderBy('v.code')
    .limit(pageSize)
    .execute();
  return rows.map(({ minor, currency, industry, zone, country, prefecture, investor, ...row }) => ({
    ...row,
    holder: investorKey(investor, row.code),
    ...compact({
      industry: industry === null ? undefined : industry,
      zone: zone === null ? undefined : zone,
      country: country === null ? undefined : country,
      prefecture: prefecture === null ? undefined : prefecture,
    }),
    currency: currency ?? '',
    minor: BigInt(minor ?? 0),
  }));
}
