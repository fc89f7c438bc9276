import { addMonths, monthEnd, toMonth, type IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { hasReached } from '#domain/projects/stage.ts';
import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import type { OutlookScenario } from './scenario.ts';

/** Adds months to a day; the last day of a month stays the last day. */
export function delayDay(day: IsoDate, months: number): IsoDate {
  const month = addMonths(toMonth(day), months);
  const end = monthEnd(month);
  const same = `${month}-${day.slice(8, 10)}`;
  return same > end || day === monthEnd(toMonth(day)) ? end : same;
}

const delayProject = (project: OutlookProject, months: number): OutlookProject =>
  hasReached(project.stage, 'operation')
    ? project
    : {
        ...project,
        ...compact({
          opens: project.opens === undefined ? undefined : delayDay(project.opens, months),
          full_capacity:
            project.full_capacity === undefined
              ? undefined
              : delayDay(project.full_capacity, months),
        }),
      };

/** The projects that a scenario adds to a measure. */
export const listAdded = (
  measure: ProjectMeasure,
  { added = [] }: OutlookScenario,
): readonly OutlookProject[] =>
  added.flatMap((one, at): OutlookProject[] =>
    one.measure === measure
      ? [{ code: `+${at + 1}`, name: '', stage: one.stage, adds: one.adds }]
      : [],
  );

/** Applies a scenario to the projects of a measure: some are excluded, some added, some delayed. */
export function applyScenario(
  projects: readonly OutlookProject[],
  measure: ProjectMeasure,
  scenario: OutlookScenario,
): readonly OutlookProject[] {
  const { without = [], delay_months } = scenario;
  const out = new Set(without);
  const remaining = out.size === 0 ? projects : projects.filter(({ code }) => !out.has(code));
  const more = listAdded(measure, scenario);
  const all = more.length === 0 ? remaining : [...remaining, ...more];
  return delay_months === undefined
    ? all
    : all.map((project) => delayProject(project, delay_months));
}
