import { compact } from '#domain/values/compact.ts';
import { subtractDecimal, type Decimal } from '#domain/values/decimal.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Project } from '#domain/projects/project.ts';
import { hasReached, type Stage } from '#domain/projects/stage.ts';
import type { StagePeriod } from '#domain/outlook/exposures.ts';
import type { MeasureProjects } from '#domain/outlook/make-outlook.ts';
import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import type { Reader } from '#server/db/db.ts';
import { knownAt } from '#server/db/versions.ts';
import { projectsAt, toProject } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** Reads the active projects of a day that stand in a stage, with their facts. */
export async function readActiveProjects(reader: Reader, scope: ProjectScope): Promise<Project[]> {
  const rows = await projectsAt(reader, scope, 'all')
    .where('v.status', '=', 'active')
    .where('v.stage_rank', 'is not', null)
    .execute();
  return rows.map((row) => toProject(row, scope.as_of));
}

/** Reads the periods of all projects up to a day, by project, then by day. */
export async function readStagePeriods(
  reader: Reader,
  { origin, as_of, known, without = [] }: ProjectScope,
): Promise<StagePeriod[]> {
  const revision = knownAt(known);
  const rows = await reader
    .selectFrom('project_version')
    .select(['code', 'stage', 'status', 'valid_from', 'valid_to'])
    .where('origin', '=', origin)
    .where('valid_from', '<=', as_of)
    .where('revision_from', '<=', revision)
    .where('revision_to', '>', revision)
    .$if(without.length > 0, (query) => query.where('code', 'not in', [...without]))
    .orderBy('code')
    .orderBy('valid_from')
    .execute();
  return rows.map(({ valid_from: from, valid_to: to, ...row }) => ({ ...row, from, to }));
}

/** The day of a milestone: the actual one, else the present plan. */
const findDay = ({ milestones }: Project, type: 'operation' | 'full_capacity') => {
  const milestone = milestones.find((one) => one.type === type);
  return milestone?.actual ?? milestone?.plan ?? milestone?.baseline;
};

/** Whether a project runs: what is there already is then not 0 but what was reported. */
const isRunning = ({ stage }: Project): boolean => hasReached(stage, 'operation');

function findJobs(project: Project): Decimal | undefined {
  const { jobs_plan, jobs_actual } = project;
  if (jobs_plan === undefined || (jobs_actual === undefined && isRunning(project)))
    return undefined;
  return String(Math.max(0, jobs_plan - (jobs_actual ?? 0)));
}

function findOutput(project: Project, currency: string): Decimal | undefined {
  const { amounts } = project;
  const planned = amounts.output_plan?.money;
  if (planned === undefined || planned.currency !== currency) return undefined;
  const actual = amounts.output_actual?.money;
  if (actual === undefined ? isRunning(project) : actual.currency !== currency) return undefined;
  const adds = subtractDecimal(
    toMajor(fromWire(planned)),
    actual === undefined ? '0' : toMajor(fromWire(actual)),
  );
  return adds.startsWith('-') ? '0' : adds;
}

/** What the projects of a register add to jobs and to output. */
export function measureProjects(
  projects: readonly Project[],
  currency: string,
): Record<ProjectMeasure, MeasureProjects> {
  const list = (findAdds: (project: Project) => Decimal | undefined): OutlookProject[] =>
    projects.map((project) => ({
      code: project.code,
      name: project.name,
      stage: project.stage as Stage,
      ...compact({
        adds: findAdds(project),
        opens: findDay(project, 'operation'),
        full_capacity: findDay(project, 'full_capacity'),
        owner: project.owner,
      }),
    }));
  const foreign = projects.some(({ amounts: { output_plan, output_actual } }) =>
    [output_plan, output_actual].some(
      (amount) => amount?.money !== undefined && amount.money.currency !== currency,
    ),
  );
  return {
    jobs: { projects: list(findJobs), two_currencies: false },
    output: { projects: list((project) => findOutput(project, currency)), two_currencies: foreign },
  };
}
