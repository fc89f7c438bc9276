import { pickNamed } from '#domain/projects/project.ts';
import { sql } from 'kysely';
import { isPassed } from '#domain/projects/milestones.ts';
import type { NextDue } from '#domain/changes/moves.ts';
import {
  compareTexts,
  replaceFirst,
  takeFirst,
  type FirstRows,
} from '#domain/values/first-rows.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { plannedDates } from '#server/projects/register/plan-date-store.ts';
import { projectsAt, toProject, versionsAt } from '#server/projects/register/project-view-store.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** Sorts after every day. It stands for a milestone without a later planned date. */
const never = '9';
/**
 * The number of projects that are read in full. There are more of them than listed milestones,
 * since some milestones happened before their planned date.
 */
const usualCandidates = 30;

/** A project with its next planned date. */
interface DueProject {
  readonly code: string;
  readonly next: string;
}
interface DueScope extends ProjectScope {
  /** The number of projects that are read in full. */
  readonly candidates: number;
}
/** Rows beyond the candidates are known, too, so that a project that leaves has a successor. */
const knownFor = ({ candidates }: DueScope): number => candidates * 4;

async function readFirstDue(reader: Reader, scope: DueScope): Promise<FirstRows<DueProject>> {
  const { as_of } = scope;
  const dates = plannedDates(getEngine(reader), 'v.plan_dates').map(
    (date) => sql`case when ${date} > ${as_of} then ${date} else ${sql.lit(never)} end`,
  );
  const next = sql<string>`${sql.raw(getEngine(reader) === 'sqlite' ? 'min' : 'least')}(${sql.join(dates)})`;
  const rows = await versionsAt(reader, scope)
    .select(['v.code', next.as('next')])
    .where('v.status', '=', 'active')
    .where('v.plan_dates', 'is not', null)
    .where(next, '<', never)
    .orderBy(next)
    .orderBy('v.code')
    .limit(knownFor(scope))
    .execute();
  return takeFirst(rows, knownFor(scope));
}

const compareDue = (a: DueProject, b: DueProject): number =>
  compareTexts(a.next, b.next) || compareTexts(a.code, b.code);

/** The active projects with the earliest planned dates after the day. */
const firstDue: ProjectSum<DueScope, FirstRows<DueProject>> = {
  name: 'next_due',
  read: readFirstDue,
  replace: (first, { after, codes }, { candidates }) =>
    replaceFirst(first, after, { codes, compare: compareDue, needed: candidates }),
  sizeOf: ({ rows }) => rows.length * 100,
  changedByDay: ({ rows }, { as_of }) =>
    rows.flatMap(({ code, next }) => (next > as_of ? [] : [code])),
};

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
  const first = await readSum(reader, { ...scope, candidates }, firstDue);
  const due = first.rows.slice(0, candidates);
  const lastRead = due.length < candidates ? never : (due.at(-1)?.next ?? never);
  const only = due.map(({ code }) => code);
  const rows = await projectsAt(reader, { ...scope, only }).execute();
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
