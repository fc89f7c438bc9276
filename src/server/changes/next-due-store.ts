import { pickNamed } from '#domain/projects/project.ts';
import { sql } from 'kysely';
import { isPassed } from '#domain/projects/milestones.ts';
import type { NextDue } from '#domain/changes/moves.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { plannedDates } from '#server/projects/register/plan-date-store.ts';
import { projectsAt, toProject } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** Sorts after every day. It stands for a milestone without a later planned date. */
const never = '9';
/**
 * The number of projects that are read in full. There are more of them than listed milestones,
 * since some milestones happened before their planned date.
 */
const usualCandidates = 30;

/**
 * Lists the next planned milestones of active projects after a day.
 *
 * @param candidates - the number of projects that are read in full
 * @returns at most `limit`, earliest first; milestones of projects that were not read are left out
 */
export async function listNextDue(
  reader: Reader,
  scope: ProjectScope,
  limit: number,
  candidates = usualCandidates,
): Promise<NextDue[]> {
  const { as_of } = scope;
  const dates = plannedDates(getEngine(reader), 'v.plan_dates').map(
    (date) => sql`case when ${date} > ${as_of} then ${date} else ${sql.lit(never)} end`,
  );
  const next = sql<string>`${sql.raw(getEngine(reader) === 'sqlite' ? 'min' : 'least')}(${sql.join(dates)})`;
  const rows = await projectsAt(reader, scope, 'all')
    .select(next.as('next'))
    .where('v.status', '=', 'active')
    .where('v.plan_dates', 'is not', null)
    .where(next, '<', never)
    .orderBy(next)
    .orderBy('v.code')
    .limit(candidates)
    .execute();
  const lastRead = rows.length < candidates ? never : (rows.at(-1)?.next ?? never);
  return rows
    .flatMap((row): NextDue[] => {
      const project = toProject(row, as_of);
      const { stage, milestones } = project;
      return milestones.flatMap((milestone): NextDue[] => {
        const { type, plan, actual } = milestone;
        const isDue =
          plan !== undefined &&
          plan > as_of &&
          plan <= lastRead &&
          actual === undefined &&
          !isPassed(milestone, stage);
        return isDue ? [{ ...pickNamed(project), stage, type, plan }] : [];
      });
    })
    .sort((a, b) => (a.plan === b.plan ? (a.code < b.code ? -1 : 1) : a.plan < b.plan ? -1 : 1))
    .slice(0, limit);
}
