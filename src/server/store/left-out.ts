import type { LeftOut } from '#domain/redaction/left-out.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';

/** Projects that a link leaves out, as they are on a day: what published totals still count of them. */
export async function leftOutProjects(source: Source, scope: ProjectScope, codes: readonly string[]): Promise<LeftOut[]> {
  if (codes.length === 0) return [];
  const rows = await versionsAt(readerOf(source), scope)
    .select(['v.stage', 'v.status', 'v.total_investment_minor as minor', 'v.total_investment_currency as currency'])
    .where('v.code', 'in', [...codes])
    .execute();
  return rows.map(({ stage, status, minor, currency }) => ({
    stage,
    status,
    ...(minor === null || currency === null ? {} : { money: { minor: String(minor), currency } }),
  }));
}
