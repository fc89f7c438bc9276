import { compact } from '#domain/values/compact.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Names } from '#domain/values/language.ts';
import { toMajor, type Currency, type Money } from '#domain/values/money.ts';
import { sql } from 'kysely';
import {
  type Milestone,
  type MilestoneType,
  pickNamed,
  type NamedProject,
} from '#domain/projects/project.ts';
import { hasReached, type Stage } from '#domain/projects/stage.ts';
import type { MeasureProjects } from '#domain/outlook/make-outlook.ts';
import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { packRow, packRows } from '#server/db/packed-rows.ts';
import { joinFacts } from '#server/db/versions.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { addRows } from '#server/projects/register/amount-sums.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The facts of an active project that the outlook needs. */
export interface OutlookFacts extends NamedProject {
  readonly stage: Stage;
  readonly jobs_plan: number | undefined;
  readonly jobs_actual: number | undefined;
  readonly output_plan: Money | undefined;
  readonly output_actual: Money | undefined;
  /** The dates of its opening and full capacity, and its owner. */
  readonly dates: Pick<OutlookProject, 'opens' | 'full_capacity' | 'owner'>;
}

/** A packed row of `readActiveProjects`. Amounts are texts, so that they stay exact. */
type PackedFacts = readonly [
  code: string,
  name: string,
  names: string | null,
  stage: Stage,
  owner: string | null,
  jobs_plan: number | null,
  jobs_actual: number | null,
  output_plan: string | null,
  output_plan_currency: string | null,
  output_actual: string | null,
  output_actual_currency: string | null,
  milestones: readonly Milestone[] | null,
];

const text = (column: string) => sql`cast(${sql.ref(column)} as text)`;
const fact = (name: 'jobs_plan' | 'jobs_actual' | 'milestones') =>
  sql`f.facts_json -> ${sql.lit(name)}`;
const packedFacts = [
  sql.ref('v.code'),
  sql.ref('v.name'),
  text('v.names_json'),
  sql.ref('v.stage'),
  sql.ref('v.fact_owner'),
  fact('jobs_plan'),
  fact('jobs_actual'),
  text('v.output_plan_minor'),
  sql.ref('v.output_plan_currency'),
  text('v.output_actual_minor'),
  sql.ref('v.output_actual_currency'),
  fact('milestones'),
];

/** Finds the day of a milestone: the actual date, else the current plan, else the original date. */
function findDay(
  milestones: readonly Milestone[],
  type: MilestoneType,
  as_of: IsoDate,
): IsoDate | undefined {
  const one = milestones.find((milestone) => milestone.type === type);
  return one?.actual !== undefined && one.actual <= as_of
    ? one.actual
    : (one?.plan ?? one?.baseline);
}

const toMoney = (minor: string | null, currency: string | null): Money | undefined =>
  minor === null || currency === null ? undefined : { minor: BigInt(minor), currency };

function toFacts(row: PackedFacts, as_of: IsoDate): OutlookFacts {
  const [code, name, names, stage, owner, jobs_plan, jobs_actual, ...amounts] = row;
  const [plan, plan_currency, actual, actual_currency, milestones] = amounts;
  return {
    code,
    name,
    ...compact({ names: names === null ? undefined : (JSON.parse(names) as Names) }),
    stage,
    jobs_plan: jobs_plan ?? undefined,
    jobs_actual: jobs_actual ?? undefined,
    output_plan: toMoney(plan, plan_currency),
    output_actual: toMoney(actual, actual_currency),
    dates: compact({
      opens: findDay(milestones ?? [], 'operation', as_of),
      full_capacity: findDay(milestones ?? [], 'full_capacity', as_of),
      owner: owner ?? undefined,
    }),
  };
}

const sortByCode = (projects: readonly OutlookFacts[]): readonly OutlookFacts[] =>
  projects.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** Reads the facts of the active projects of a day that have a stage, in no order. */
export async function readFacts(
  reader: Reader,
  scope: ProjectScope,
): Promise<readonly OutlookFacts[]> {
  const engine = getEngine(reader);
  const { rows_json } = await versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts)
    .select(packRows<PackedFacts>(engine, packRow(engine, packedFacts)).as('rows_json'))
    .where('v.status', '=', 'active')
    .where('v.stage_rank', 'is not', null)
    .executeTakeFirstOrThrow();
  return rows_json.map((row) => toFacts(row, scope.as_of));
}

/** The active projects of a day that have a stage, in the order of their codes. */
const activeProjects: ProjectSum<ProjectScope, readonly OutlookFacts[]> = {
  name: 'outlook_projects',
  read: async (reader, scope) => sortByCode(await readFacts(reader, scope)),
  replace: (projects, { after, codes }) =>
    sortByCode([...projects.filter(({ code }) => !codes.has(code)), ...after]),
  sizeOf: (projects) => projects.length * 400,
};

/** Reads the active projects of a day that have a stage, with the facts that the outlook needs. */
export const readActiveProjects = async (
  reader: Reader,
  scope: ProjectScope,
): Promise<readonly OutlookFacts[]> =>
  scope.only?.length === 0 ? [] : readSum(reader, scope, activeProjects);

/**
 * Counts the active projects of a day that have a stage.
 * @returns a count without the projects that are on hold, ended or without a stage
 */
export async function countActiveProjects(reader: Reader, scope: ProjectScope): Promise<number> {
  const rows = await sumsByStage(reader, scope);
  return addRows(rows.filter((row) => row.status === 'active' && row.stage !== 'unknown')).count;
}

/** Whether a project is in operation. Then its present value is the reported one, not 0. */
const isRunning = ({ stage }: OutlookFacts): boolean => hasReached(stage, 'operation');

/** What a project still adds to its plan, and what is there of it. */
type Progress = Required<Pick<OutlookProject, 'adds' | 'already'>>;

function findJobs(project: OutlookFacts): Progress | undefined {
  const { jobs_plan, jobs_actual } = project;
  if (jobs_plan === undefined || (jobs_actual === undefined && isRunning(project)))
    return undefined;
  const already = Math.min(jobs_plan, jobs_actual ?? 0);
  return { adds: fromNumber(jobs_plan - already), already: fromNumber(already) };
}

function findOutput(project: OutlookFacts, currency: string): Progress | undefined {
  const { output_plan: planned, output_actual: actual } = project;
  if (planned === undefined || planned.currency !== currency) return undefined;
  if (actual === undefined ? isRunning(project) : actual.currency !== currency) return undefined;
  const actualMinor = actual?.minor ?? 0n;
  const already = actualMinor < planned.minor ? actualMinor : planned.minor;
  return {
    adds: toMajor({ minor: planned.minor - already, currency }),
    already: toMajor({ minor: already, currency }),
  };
}

/** Lists the currencies in which a project states its output, other than the zone's. */
export const listForeign = (
  { output_plan, output_actual }: OutlookFacts,
  currency: Currency,
): readonly Currency[] => {
  const stated = [output_plan, output_actual].flatMap((money) => money?.currency ?? []);
  return [...new Set(stated)].filter((one) => one !== currency);
};

/** Finds what a project adds to each measure. */
export function measureProject(
  project: OutlookFacts,
  currency: string,
): Record<ProjectMeasure, OutlookProject> {
  const { stage, dates } = project;
  const own: OutlookProject = { ...pickNamed(project), stage, ...dates };
  const add = (progress: Progress | undefined): OutlookProject => ({ ...own, ...progress });
  return { jobs: add(findJobs(project)), output: add(findOutput(project, currency)) };
}

/** Computes what the projects of a register add to jobs and output. */
export function measureProjects(
  projects: readonly OutlookFacts[],
  currency: string,
): Record<ProjectMeasure, MeasureProjects> {
  const lists = projects.map((project) => measureProject(project, currency));
  return {
    jobs: { projects: lists.map(({ jobs }) => jobs), other_currencies: [] },
    output: {
      projects: lists.map(({ output }) => output),
      other_currencies: [
        ...new Set(projects.flatMap((project) => listForeign(project, currency))),
      ].toSorted(),
    },
  };
}
