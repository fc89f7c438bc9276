import { compact } from '#domain/values/compact.ts';
import type { DocumentQuery } from '#contract/exports/schemas.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { addMonths, toMonth, monthsApart } from '#domain/values/date.ts';
import { periodDays, quarterWith } from '#domain/report/report-period.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { withholdScope } from '#server/exports/tables/withheld.ts';
import { problem } from '#server/core/problem.ts';
import { readNamesOfInvestors } from '#server/analysis/investor-names.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { findRevision } from '#server/db/revision-log.ts';
import { readZone } from '#server/zone/store.ts';
import { readOverview, type OverviewQuery } from '#server/overview/service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { listFilterValues } from '#server/projects/register/filter-store.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'config'>;

/**
 * Resolves the two days of a document: those of its period within the data, or without a period
 * those of the query.
 * @throws HttpProblem if the query has both a period and days, or if the period has no data
 */
export async function resolveDocumentDays(
  deps: Deps,
  query: Pick<DocumentQuery, 'period' | 'as_of' | 'compare' | 'known_at'>,
): Promise<OverviewQuery> {
  const { period, as_of, compare, known_at } = query;
  if (period === undefined) return { as_of, compare, known_at };
  if (as_of !== undefined || compare !== undefined)
    throw problem(
      'bad_request',
      'Leave out as_of and compare, or leave out period: a period sets both days.',
    );
  const { days } = await readZoneSnapshot(deps, known_at);
  const { first, last, before } = periodDays(period);
  const latest = days.findLast((day) => day <= last);
  if (latest === undefined || (latest < first && last > (days.at(-1) ?? '')))
    throw problem(
      'not_found',
      `There is no data in ${period}. The data reaches from ${days[0] ?? '–'} to ${days.at(-1) ?? '–'}.`,
    );
  const end = last > (days.at(-1) ?? last) ? latest : last;
  return { as_of: end, compare: before >= (days[0] ?? before) ? before : 'none', known_at };
}

const maxMonths = 240;
/** Lists the months and quarters between the first and the last day with data, newest first. */
export function listPeriods({ days }: Overview): {
  readonly months: readonly string[];
  readonly quarters: readonly string[];
} {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { months: [], quarters: [] };
  const span = Math.min(maxMonths, monthsApart(toMonth(first), toMonth(last)));
  const months = Array.from({ length: span + 1 }, (_, i) => addMonths(toMonth(last), -i));
  return { months, quarters: [...new Set(months.map(quarterWith))] };
}

/**
 * Reads the scope of a document at one revision.
 * @throws HttpProblem if there is no zone
 */
export async function readDocumentScope(deps: Deps, query: DocumentQuery): Promise<DocumentScope> {
  const overview = await readOverview(deps, {
    ...(await resolveDocumentDays(deps, query)),
    plan: query.plan,
  });
  const { revision: knownRevision, origin, as_of, compare } = overview;
  const filters = readFilters(query);
  const [profile, revision, projects, investors] = await Promise.all([
    readZone(deps.db, origin, knownRevision),
    findRevision(deps.db, knownRevision),
    areProjectsKnown(as_of, overview.first_known_day)
      ? countProjects(deps.db, { origin, knownRevision, as_of, ...filters })
      : 0,
    readNamesOfInvestors(deps, overview, listFilterValues(filters.investor)),
  ]);
  if (profile === undefined || revision === undefined) throw noZoneYet();
  // With the revision's time as time of knowledge, the page shows the same rows.
  const known_at = query.known_at ?? revision.recorded_at;
  const parameters = new URLSearchParams({
    as_of,
    known_at,
    ...Object.fromEntries(Object.entries(query).filter(([name]) => name in filters)),
  });
  return withholdScope({
    origin,
    knownRevision,
    recorded_at: revision.recorded_at,
    as_of,
    ...compact({ compare }),
    language: (query.lang ?? 'en') as Language,
    filters,
    projects,
    profile,
    investors,
    // The age of the data depends on the reader's day, not on the document.
    overview: removeAge(overview),
    illustrative: overview.illustrative,
    address: `${deps.config.address ?? ''}/projects?${parameters.toString().replaceAll('%3A', ':')}`,
  });
}

function removeAge({ age_days: _age, report_due: _due, ...overview }: Overview): Overview {
  return overview;
}
