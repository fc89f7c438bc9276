import { compact } from '#domain/values/compact.ts';
import { projectLight } from '#domain/projects/light.ts';
import {
  nextMilestone,
  overdueDays,
  promisedDay,
  slippageDays,
} from '#domain/projects/milestones.ts';
import type { EstablishedProject } from './overview.ts';
import { type Project, pickNamed } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';

/**
 * The row of a project in the table of established projects: its next milestone against the
 * original date, and since when it is overdue.
 */
export function listEstablished(project: Project, as_of: IsoDate): EstablishedProject[] {
  if (project.stage === 'unknown') return [];
  const amount = project.amounts.total_investment;
  const next = nextMilestone(project, as_of);
  const [slippage, overdue] =
    next === undefined
      ? []
      : [slippageDays(next, project.stage), overdueDays(next, as_of, project.stage)];
  const since = next === undefined ? undefined : promisedDay(next);
  const operating = project.milestones.find(
    ({ type, actual }) => type === 'operation' && actual !== undefined && actual <= as_of,
  )?.actual;
  return [
    {
      ...pickNamed(project),
      ...compact({ industry: project.industry }),
      stage: project.stage,
      ...compact({
        missing: amount?.money === undefined ? (amount?.missing ?? 'not_reported') : undefined,
        money: amount?.money,
      }),
      ...compact({
        next:
          next === undefined
            ? undefined
            : {
                type: next.type,
                ...compact({
                  baseline: next.baseline,
                  first_plan: next.first_plan,
                  plan: next.plan,
                }),
              },
        slippage_days: slippage,
        overdue:
          overdue === undefined || since === undefined ? undefined : { since, days: overdue },
        operating_since: operating,
      }),
      light: projectLight(project, as_of),
    },
  ];
}
