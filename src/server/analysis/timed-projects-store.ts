import { sql, type RawBuilder } from 'kysely';
import { qualityFields } from '#domain/analysis/completeness.ts';
import {
  daysBehind,
  isInQuarters,
  listDates,
  placeMilestones,
} from '#domain/analysis/project-timeline.ts';
import { describeProject, type TimelineProject } from '#domain/analysis/timeline-project.ts';
import type { ExplainedProject, ExplainedRows } from '#domain/measures/explanation.ts';
import type {
  ClosedRowsInput,
  FieldRowsInput,
  FieldState,
  OpenRowsInput,
  TimedRowsInput,
} from '#domain/measures/rows-input.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import type { Gate } from '#domain/projects/gate.ts';
import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { Names } from '#domain/values/language.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { joinFacts } from '#server/db/versions.ts';
import { filterConditions } from '#server/projects/register/filter-store.ts';
import { toNamed, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import { countRows, makePage, type RowsPage } from './cell-projects-store.ts';
import { selectAge, selectState } from './completeness-store.ts';
import { selectNamedEnded } from './stage-time-store.ts';
import { eachTimed } from './timeline-store.ts';

/** Lists the active projects of a stage by their day of entry, the oldest first. */
export async function listOpenProjects(
  reader: Reader,
  { filters, ...scope }: AnalysisScope,
  { stage, dated, before }: OpenRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const { stage: _stage, ...others } = filters;
  const rows = await versionsAt(reader, scope)
    .where('v.status', '=', 'active')
    .where('v.stage', '=', stage)
    .where('v.stage_since', dated ? 'is not' : 'is', null)
    .$if(before !== undefined, (query) => query.where('v.stage_since', '<', before ?? ''))
    .where((eb) => eb.and(filterConditions(eb as never, others, scope.knownRevision)))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status', 'v.stage_since as date'])
    .select(countRows.as('total'))
    .orderBy('v.stage_since')
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ date, total: _, ...row }) => ({
    ...toNamed(row),
    ...compact({
      date: date ?? undefined,
      adds:
        date === null ? undefined : { value: String(daysBetween(date, scope.as_of)), unit: 'days' },
    }),
  }));
}

interface EndedRow {
  readonly code: string;
  readonly name: string;
  readonly names_json: Names | null;
  readonly days: number | null;
  readonly total: number;
}
/** Lists the times in a stage that ended, the longest first. */
export async function listClosedProjects(
  reader: Reader,
  scope: AnalysisScope,
  { stage, end, dated }: ClosedRowsInput,
  page: RowsPage,
): Promise<ExplainedRows> {
  const ends = end === undefined ? ['moved_on', 'left'] : [end];
  const { rows } =
    await sql<EndedRow>`select c.code, c.name, c.names_json, c.days, ${countRows} as total
    from (${selectNamedEnded(reader, scope)}) as c
    where c.stage = ${stage} and c.end_kind in (${sql.join(ends)})
      and c.days is ${dated ? sql`not null` : sql`null`}
    order by c.days desc, c.code limit ${page.limit} offset ${page.offset}`.execute(reader);
  return makePage(rows, page, ({ days, total: _, ...row }) => ({
    ...toNamed(row),
    stage,
    ...compact({ adds: days === null ? undefined : { value: String(days), unit: 'days' } }),
  }));
}

const statesOf: Readonly<Record<FieldState, readonly number[]>> = {
  applicable: [0, 1, 2],
  filled: [2],
  missing: [0, 1],
  not_disclosed: [1],
};
const ageCodes = { fresh: 'f', ageing: 'a', old: 'o' } as const;

/**
 * Lists the active projects by the state of one field or of several fields, the oldest update
 * first.
 * @param input - `abroad`: the zone is outside China, so that no field of China counts
 */
export async function listFieldProjects(
  reader: Reader,
  { filters, ...scope }: AnalysisScope,
  { field, fields, owner, state, age, abroad }: FieldRowsInput & { readonly abroad: boolean },
  page: RowsPage,
): Promise<ExplainedRows> {
  const engine = getEngine(reader);
  const selectedFields = qualityFields.filter(
    (one) =>
      isApplicable(one.field, abroad) &&
      (field === undefined || one.field === field) &&
      (fields === undefined || one.group === fields),
  );
  const isIn = (one: (typeof qualityFields)[number]): RawBuilder<unknown> =>
    sql`case when ${selectState(engine, one)} in (${sql.join(
      statesOf[state === 'any' ? 'applicable' : state].map((code) => sql.lit(code)),
    )}) then 1 else 0 end`;
  const count = sql<number>`(${sql.join([sql.lit(0), ...selectedFields.map(isIn)], sql` + `)})`;
  const isOfAge = (code: keyof typeof ageCodes | 'unknown'): RawBuilder<boolean> =>
    code === 'unknown'
      ? sql<boolean>`${selectAge(scope.as_of)} is null`
      : sql<boolean>`${selectAge(scope.as_of)} = ${ageCodes[code]}`;
  const rows = await versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts as never)
    .where('v.status', '=', 'active')
    .where((eb) => eb.and(filterConditions(eb as never, filters, scope.knownRevision)))
    .$if(owner !== undefined, (query) =>
      query.where(sql<boolean>`coalesce(v.fact_owner, '') = ${owner ?? ''}`),
    )
    .$if(state !== 'any', (query) => query.where(sql<boolean>`${count} > 0`))
    .$if(age !== undefined, (query) => query.where(isOfAge(age ?? 'unknown')))
    .select(['v.code', 'v.name', 'v.names_json', 'v.stage', 'v.status', 'v.last_update as date'])
    .select([count.as('fields'), countRows.as('total')])
    .orderBy(sql`v.last_update nulls last`)
    .orderBy('v.code')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return makePage(rows, page, ({ date, fields, total: _, ...row }) => ({
    ...toNamed(row),
    ...compact({
      date: date ?? undefined,
      adds:
        field !== undefined || state === 'any'
          ? undefined
          : { value: String(fields), unit: 'items' },
    }),
  }));
}

const cutPage = (all: readonly ExplainedProject[], { offset, limit }: RowsPage): ExplainedRows => ({
  kind: 'projects',
  total: all.length,
  items: all.slice(offset, offset + limit),
  next: offset + limit < all.length ? String(offset + limit) : null,
});

type TimedRow = Pick<ExplainedProject, 'date' | 'adds'>;

/** Finds what a project adds to a list: a row for each of its dates, or one with its days behind. */
function findRows(
  project: TimelineProject,
  input: TimedRowsInput,
  as_of: IsoDate,
): readonly TimedRow[] {
  if (input.kind === 'due')
    return listDates(project, input.due, as_of).map(({ day }) => ({ date: day }));
  if (input.kind === 'quarter')
    return placeMilestones(project, as_of)
      .filter(({ quarter, part }) => isInQuarters(quarter, input.quarter) && part === input.part)
      .map(({ day }) => ({ date: day }));
  const days = daysBehind(project);
  return days > 0 ? [{ adds: { value: String(days), unit: 'days' } }] : [];
}

/** The order of the rows of each kind; milestones of a quarter stay in the order of the register. */
const orders = {
  due: (a: TimedRow, b: TimedRow) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1),
  behind: (a: TimedRow, b: TimedRow) => Number(b.adds?.value ?? 0) - Number(a.adds?.value ?? 0),
  quarter: () => 0,
};

/**
 * Lists the projects with milestones of a quarter in a state or with due dates, a row for each
 * date, or the projects that are behind.
 */
export async function listTimedProjects(
  reader: Reader,
  scope: AnalysisScope,
  input: TimedRowsInput,
  gates: readonly Gate[],
  page: RowsPage,
): Promise<ExplainedRows> {
  const projects: ExplainedProject[] = [];
  await eachTimed(reader, scope, gates, (timedProject) => {
    const { stage, status } = timedProject;
    const project = describeProject(timedProject, gates, scope.as_of);
    for (const row of findRows(project, input, scope.as_of))
      projects.push({ ...pickNamed(timedProject), stage, status, ...row });
  });
  return cutPage(projects.toSorted(orders[input.kind]), page);
}
