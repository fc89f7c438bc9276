import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import type { ExplainedProject, ExplainedRows } from '#domain/measures/explanation.ts';
import type {
  CohortRowsInput,
  EventRowsInput,
  LeftRowsInput,
  NotedEventRowsInput,
} from '#domain/measures/rows-input.ts';
import { stages } from '#domain/projects/stage.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { addMonths } from '#domain/values/date.ts';
import type { Reader } from '#server/db/db.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from '#server/analysis/analysis-scope.ts';
import { countRows, makePage, type RowsPage } from '#server/analysis/cell-projects-store.ts';
import { selectCases } from './cohort-store.ts';
import { selectFirstDay } from './event-series-store.ts';
import { amountNow, isOpenNow, selectLives } from './project-life-store.ts';

/** Joins the projects of the day with the rows of a query by their code. */
const joinNames = (
  reader: Reader,
  { filters: _filters, ...scope }: AnalysisScope,
  eventQuery: RawBuilder<unknown>,
) =>
  versionsAt(reader, scope)
    .innerJoin(sql<{ code: string }>`(${eventQuery})`.as('e'), (join) =>
      join.onRef('e.code', '=', 'v.code'),
    )
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status']);

/**
 * Makes the condition that the day of an event lies in the months `from` to `to`. Without `from`,
 * all days up to `to` match, also those before the first known day.
 */
function isInMonths({ from, to, first_known_day: first }: EventRowsInput): RawBuilder<boolean> {
  const day = sql.ref('e.day');
  const isBefore = sql`(${day} < ${first} or ${day} = ${`${first}~`})`;
  const upTo = sql`substr(${day}, 1, 7) <= ${to}`;
  return from === undefined
    ? sql<boolean>`(${isBefore} or ${upTo})`
    : sql<boolean>`(not ${isBefore} and ${upTo} and substr(${day}, 1, 7) >= ${from})`;
}

/** Lists the projects with an event in these months, the earliest first. */
export async function listEventProjects(
  reader: Reader,
  scope: AnalysisScope,
  input: EventRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const { event, measure, currency, known } = input;
  const columns = sql.join([sql`${selectFirstDay(event)} as day`, amountNow(scope, measure)]);
  const rows = await joinNames(reader, scope, selectLives(scope, columns))
    .where(sql<boolean>`e.day is not null`)
    .where(isInMonths(input))
    .$if(currency !== undefined, (query) => query.where(sql<boolean>`e.currency = ${currency}`))
    .$if(known === false, (query) => query.where(sql<boolean>`e.currency is null`))
    .select([
      sql<string>`substr(e.day, 1, 10)`.as('date'),
      sql<string | null>`e.currency`.as('currency'),
      sql<bigint | null>`e.minor`.as('amount_minor'),
      countRows.as('total'),
    ])
    .orderBy(sql`e.day`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const amounts = (unit: string | null, minor: bigint | null): Partial<ExplainedProject> => {
    if (measure === 'projects') return {};
    if (unit === null || minor === null) return { missing: 'not_reported' };
    return { adds: { value: toMajor(fromWire({ currency: unit, minor: String(minor) })), unit } };
  };
  return makePage(rows, page, ({ currency: unit, amount_minor: minor, total: _, ...row }) => ({
    ...toNamed(row),
    ...amounts(unit, minor),
  }));
}

/**
 * Lists the events in these periods that have no amount, or whose day is only that of an edition.
 */
export async function listNotedEvents(
  reader: Reader,
  scope: AnalysisScope,
  { events, measure, first_known_day: first, noted, periods }: NotedEventRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const lifeQuery = events.map((event) =>
    selectLives(scope, sql.join([sql`${selectFirstDay(event)} as day`, amountNow(scope, measure)])),
  );
  const month = sql`substr(e.day, 1, 7)`;
  const inPeriods = periods.map(
    ({ first: from, last }) => sql`(${month} >= ${from} and ${month} <= ${last})`,
  );
  const isNoted = noted === 'unknown' ? sql`e.currency is null` : sql`length(e.day) > 10`;
  const rows = await joinNames(reader, scope, sql.join(lifeQuery, sql` union all `))
    .where(sql<boolean>`e.day >= ${first} and e.day <> ${`${first}~`}`)
    .where(sql<boolean>`(${sql.join(inPeriods, sql` or `)}) and ${isNoted}`)
    .select([sql<string>`substr(e.day, 1, 10)`.as('date'), countRows.as('total')])
    .orderBy(sql`e.day`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ total: _, ...row }) => toNamed(row));
}

/**
 * Lists the projects that ended after they had reached the stage `from` and before the stage `to`.
 */
export async function listLeftProjects(
  reader: Reader,
  scope: AnalysisScope,
  { from, to }: LeftRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const columns = sql`max(v.stage_rank) as reached, ${isOpenNow(scope)} as is_open`;
  const rows = await joinNames(reader, scope, selectLives(scope, columns))
    .where(sql<boolean>`e.is_open = 0 and e.reached >= ${stages.indexOf(from)}`)
    .where(sql<boolean>`e.reached < ${stages.indexOf(to)}`)
    .select(countRows.as('total'))
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ total: _, ...row }) => toNamed(row));
}

const outsideCohorts = {
  undated: sql<boolean>`(e.month is null and e.outcome not in ('passed', 'stage_unset'))`,
  before: sql<boolean>`(e.month = 'before' and e.outcome <> 'passed')`,
  passed: sql<boolean>`e.outcome = 'passed'`,
  stage_unset: sql<boolean>`e.outcome = 'stage_unset'`,
};
/** Makes the condition for the projects of one cohort, of all cohorts, or outside every cohort. */
function isOfCohort({ months, end, followed, outside }: CohortRowsInput): RawBuilder<boolean> {
  if (outside !== undefined) return outsideCohorts[outside];
  const entryCondition =
    months === undefined
      ? sql`e.month is not null and e.month <> 'before'`
      : sql`e.month >= ${months.first} and e.month < ${addMonths(months.last, 1)}`;
  const outcome = end === undefined ? sql`e.outcome <> 'passed'` : sql`e.outcome = ${end}`;
  const long = followed === undefined ? sql`1 = 1` : sql`e.days >= ${followed}`;
  return sql<boolean>`(${entryCondition} and ${outcome} and ${long})`;
}

/**
 * Lists the projects of a cohort, each with the days until its outcome, or until the day if it is
 * open.
 */
export async function listCohortProjects(
  reader: Reader,
  scope: AnalysisScope,
  input: CohortRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const { from, to, first_known_day } = input;
  const rows = await joinNames(reader, scope, selectCases({ ...scope, from, to, first_known_day }))
    .where(isOfCohort(input))
    .select([sql<number>`e.days`.as('days'), countRows.as('total')])
    .orderBy(sql`e.month`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ days, total: _, ...row }) => ({
    ...toNamed(row),
    ...compact({
      adds: input.outside === undefined ? { value: String(days), unit: 'days' } : undefined,
    }),
  }));
}
