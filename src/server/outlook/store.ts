import { compact } from '#domain/values/compact.ts';
import { fromNumber, type Decimal } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { toMajor, type Money } from '#domain/values/money.ts';
import { sql } from 'kysely';
import {
  type Milestone,
  type MilestoneType,
  pickNamed,
  type NamedProject,
} from '#domain/projects/project.ts';
import {
  endedStatuses,
  hasReached,
  type Stage,
  type StageOrUnknown,
} from '#domain/projects/stage.ts';
import { movingStages } from '#domain/outlook/chance/stage-rates.ts';
import type { StageExposures } from '#domain/outlook/make-chance.ts';
import type { MeasureProjects } from '#domain/outlook/make-outlook.ts';
import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { firstDay } from '#server/db/schema/tables.ts';
import { joinFacts, knownAt } from '#server/db/versions.ts';
import { milestonesAt, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The facts of an active project that the outlook needs, without all others. */
export interface OutlookFacts extends NamedProject {
  readonly stage: Stage;
  readonly jobs_plan: number | undefined;
  readonly jobs_actual: number | undefined;
  readonly output_plan: Money | undefined;
  readonly output_actual: Money | undefined;
  /** When it opens and is at full capacity, and who owns it. */
  readonly dates: Pick<OutlookProject, 'opens' | 'full_capacity' | 'owner'>;
}

const factText = (name: 'jobs_plan' | 'jobs_actual') =>
  sql<string | number | null>`f.facts_json ->> ${sql.lit(name)}`;
const milestonesText = sql<string | readonly Milestone[] | null>`f.facts_json -> 'milestones'`;

/** The day of a milestone: the actual one, else the present plan, else the first one. */
function findDay(
  milestones: readonly Milestone[],
  type: MilestoneType,
  plan_dates: string | null,
  as_of: IsoDate,
): IsoDate | undefined {
  const one = milestones.find((milestone) => milestone.type === type);
  if (one?.actual !== undefined && one.actual <= as_of) return one.actual;
  return (
    one?.plan ??
    milestonesAt(one === undefined ? [] : [one], plan_dates, as_of).find(
      (milestone) => milestone.type === type,
    )?.baseline
  );
}

const toMoney = (minor: bigint | null, currency: string | null): Money | undefined =>
  minor === null || currency === null ? undefined : { minor, currency };
const toCount = (value: string | number | null): number | undefined =>
  value === null ? undefined : Number(value);

/** Reads what the active projects of a day that stand in a stage bring, and when. */
export async function readActiveProjects(
  reader: Reader,
  scope: ProjectScope,
): Promise<OutlookFacts[]> {
  const rows = await versionsAt(reader, scope)
    .innerJoin('project_facts as f', joinFacts)
    .select([
      'v.code',
      'v.name',
      'v.names_json',
      'v.stage',
      'v.fact_owner',
      'v.plan_dates',
      'v.output_plan_minor',
      'v.output_plan_currency',
      'v.output_actual_minor',
      'v.output_actual_currency',
      factText('jobs_plan').as('jobs_plan'),
      factText('jobs_actual').as('jobs_actual'),
      milestonesText.as('milestones'),
    ])
    .where('v.status', '=', 'active')
    .where('v.stage_rank', 'is not', null)
    .execute();
  return rows.map((row) => {
    const { milestones: given, plan_dates } = row;
    const milestones = (
      typeof given === 'string' ? JSON.parse(given) : (given ?? [])
    ) as readonly Milestone[];
    return {
      code: row.code,
      name: row.name,
      ...compact({ names: row.names_json ?? undefined }),
      stage: row.stage as Stage,
      jobs_plan: toCount(row.jobs_plan),
      jobs_actual: toCount(row.jobs_actual),
      output_plan: toMoney(row.output_plan_minor, row.output_plan_currency),
      output_actual: toMoney(row.output_actual_minor, row.output_actual_currency),
      dates: compact({
        opens: findDay(milestones, 'operation', plan_dates, scope.as_of),
        full_capacity: findDay(milestones, 'full_capacity', plan_dates, scope.as_of),
        owner: row.fact_owner ?? undefined,
      }),
    };
  });
}

const daysPerMonth = 365.25 / 12;

/** A row of `readExposures`. */
interface ExposureRow {
  readonly stage: StageOrUnknown;
  readonly on: number;
  readonly out: number;
  readonly days: number | null;
}

/**
 * Counts moves, exits and project-months at risk by stage. Active cases are at risk, open ones too;
 * months on hold and months before the first known day are not.
 */
export async function readExposures(
  reader: Reader,
  { origin, as_of, known, without = [] }: ProjectScope,
  first_known_day: IsoDate | undefined,
): Promise<StageExposures> {
  const revision = knownAt(known);
  const first = first_known_day ?? firstDay;
  const included = without.length === 0 ? sql`` : sql`and code not in (${sql.join([...without])})`;
  // the day numbers of one engine are twice as quick as those that both understand
  const days =
    getEngine(reader) === 'sqlite'
      ? sql`julianday(until) - julianday(since)`
      : sql`cast(until as date) - cast(since as date)`;
  const { rows } = await sql<ExposureRow>`
    with periods as (
      select stage, status, stage_rank, valid_from, valid_to,
        lead(status) over w as next_status, lead(stage_rank) over w as next_rank
      from project_version
      where origin = ${origin} and valid_from <= ${as_of}
        and revision_from <= ${revision} and revision_to > ${revision} ${included}
      window w as (partition by code order by valid_from)
    ), risks as (
      select stage, stage_rank, valid_to, next_status, next_rank,
        case when valid_from < ${first} then ${first} else valid_from end as since,
        case when valid_to > ${as_of} then ${as_of} else valid_to end as until
      from periods where status = 'active' and stage in (${sql.join(movingStages)})
    )
    select stage,
      sum(case when valid_to <= ${as_of} and not coalesce(next_status in (${sql.join(endedStatuses)}), false)
        and next_rank > stage_rank then 1 else 0 end) as "on",
      sum(case when valid_to <= ${as_of} and next_status in (${sql.join(endedStatuses)}) then 1 else 0 end) as "out",
      sum(${days}) as days
    from risks where since <= until group by stage`.execute(reader);
  return Object.fromEntries(
    rows.map(({ stage, on, out, days }) => [
      stage,
      { on: Number(on), out: Number(out), months: Number(days ?? 0) / daysPerMonth },
    ]),
  );
}

/** Whether a project runs: what is there already is then not 0 but what was reported. */
const isRunning = ({ stage }: OutlookFacts): boolean => hasReached(stage, 'operation');

function findJobs(project: OutlookFacts): Decimal | undefined {
  const { jobs_plan, jobs_actual } = project;
  if (jobs_plan === undefined || (jobs_actual === undefined && isRunning(project)))
    return undefined;
  return fromNumber(Math.max(0, jobs_plan - (jobs_actual ?? 0)));
}

function findOutput(project: OutlookFacts, currency: string): Decimal | undefined {
  const { output_plan: planned, output_actual: actual } = project;
  if (planned === undefined || planned.currency !== currency) return undefined;
  if (actual === undefined ? isRunning(project) : actual.currency !== currency) return undefined;
  const minor = planned.minor - (actual?.minor ?? 0n);
  return minor < 0n ? '0' : toMajor({ minor, currency });
}

/** What the projects of a register add to jobs and to output. */
export function measureProjects(
  projects: readonly OutlookFacts[],
  currency: string,
): Record<ProjectMeasure, MeasureProjects> {
  const list = (findAdds: (project: OutlookFacts) => Decimal | undefined): OutlookProject[] =>
    projects.map((project) => {
      const adds = findAdds(project);
      const { stage, dates } = project;
      const named = pickNamed(project);
      return adds === undefined
        ? { ...named, stage, ...dates }
        : { ...named, stage, adds, ...dates };
    });
  const foreign = projects.some(({ output_plan, output_actual }) =>
    [output_plan, output_actual].some(
      (money) => money !== undefined && money.currency !== currency,
    ),
  );
  return {
    jobs: { projects: list(findJobs), two_currencies: false },
    output: { projects: list((project) => findOutput(project, currency)), two_currencies: foreign },
  };
}
