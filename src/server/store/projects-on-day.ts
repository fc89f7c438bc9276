import { holderOf } from '#domain/redaction/holdings.ts';
import type { ProjectOnDay } from '#domain/redaction/shown-sums.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';

/** Every project of a day that has a total investment, with the contributor that it counts for. */
export async function projectsOnDay(source: Source, scope: ProjectScope): Promise<ProjectOnDay[]> {
  const rows = await versionsAt(readerOf(source), scope)
    .select(['v.code', 'v.stage', 'v.status', 'v.industry', 'v.zone', 'v.investor'])
    .select(['v.total_investment_minor as minor', 'v.total_investment_currency as currency'])
    .where('v.total_investment_currency', 'is not', null)
    .execute();
  return rows.flatMap(({ code, stage, status, industry, zone, investor, minor, currency }) =>
    minor === null || currency === null
      ? []
      : [
          {
            code,
            holder: holderOf(investor, code),
            stage,
            status,
            ...(industry === null ? {} : { industry }),
            ...(zone === null ? {} : { zone }),
            currency,
            minor: BigInt(minor),
          },
        ],
  );
}
