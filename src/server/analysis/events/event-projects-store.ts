import { sql, type RawBuilder } from 'kysely';
import type { ExplainedRows } from '#domain/measures/explanation.ts';
import type { CohortRowsInput, EventRowsInput } from '#domain/measures/rows-input.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { addMonths } from '#domain/values/date.ts';
import type { Reader } from '#server/db/db.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from '#server/analysis/analysis-scope.ts';
import { countRows, makePage, type RowsPage } from '#server/analysis/cell-projects-store.ts';
import { selectCases } from './cohort-store.ts';
import { selectFirstDay } from './event-series-store.ts';
import { amountNow, selectLives } from './project-life-store.ts';

/** The projects of the day, beside what a select knows of each by its code. */
const joinNames = (
  reader: Reader,
  { filters: _filters, ...scope }: AnalysisScope,
  found: RawBuilder<unknown>,
) =>
  versionsAt(reader, scope)
    .innerJoin(sql<{ code: string }>`(${found})`.as('e'), (join) =>
      join.onRef('e.code', '=', 'v.code'),
    )
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status']);

/** The days of an event that lie in some months, or up to a month with those before the records. */
function isInMonths({ from, to, first_known_day: first }: EventRowsInput): RawBuilder<boolean> {
  const day = sql.ref('e.day');
  const isBefore = sql`(${day} < ${first} or ${day} = ${`${first}~`})`;
  const upTo = sql`substr(${day}, 1, 7) <= ${to}`;
  return from === undefined
    ? sql<boolean>`(${isBefore} or ${upTo})`
    : sql<boolean>`(not ${isBefore} and ${upTo} and substr(${day}, 1, 7) >= ${from})`;
}

/** Lists the projects with an event in some months, the first ones first. */
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
  return makePage(rows, page, ({ currency: unit, amount_minor: minor, total: _, ...row }) => ({
    ...toNamed(row),
    ...(measure === 'projects'
      ? {}
      : unit === null || minor === null
        ? { missing: 'not_reported' as const }
        : { adds: { value: toMajor(fromWire({ currency: unit, minor: String(minor) })), unit } }),
  }));
}

/** The cases of a cohort, or of all dated entries. */
function isOfCohort({ months, end, followed }: CohortRowsInput): RawBuilder<boolean> {
  const entered =
    months === undefined
      ? sql`e.month is not null and e.month <> 'before'`
      : sql`e.month >= ${months.first} and e.month < ${addMonths(months.last, 1)}`;
  const ended = end === undefined ? sql`e.outcome <> 'passed'` : sql`e.outcome = ${end}`;
  const long = followed === undefined ? sql`1 = 1` : sql`e.days >= ${followed}`;
  return sql<boolean>`(${entered} and ${ended} and ${long})`;
}

/** Lists the projects of a cohort, each with the days until its end or the day. */
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
    adds: { value: String(days), unit: 'days' },
  }));
}
