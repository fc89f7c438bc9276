import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import { delayDay, listAdded } from '#domain/outlook/scenario/apply-scenario.ts';
import type { OutlookScenario } from '#domain/outlook/scenario/scenario.ts';
import { hasReached } from '#domain/projects/stage.ts';
import { addMonths, type IsoDate } from '#domain/values/date.ts';
import type { FirstProjects } from './first-projects.ts';
import {
  changeSums,
  type DayGroup,
  type MeasureSums,
  type RampGroup,
  sumProjects,
} from './measure-sums.ts';

const delayGroup = (group: DayGroup, months: number): DayGroup => {
  const delay = (day: IsoDate | undefined): IsoDate | undefined =>
    day === undefined ? undefined : delayDay(day, months);
  return hasReached(group.stage, 'operation')
    ? group
    : { ...group, full_capacity: delay(group.full_capacity), opens: delay(group.opens) };
};

const delayRamp = (ramp: RampGroup, months: number): RampGroup =>
  hasReached(ramp.stage, 'operation')
    ? ramp
    : { ...ramp, from: addMonths(ramp.from, months), full: addMonths(ramp.full, months) };

const delayUndated = ({ isWhole, projects }: FirstProjects, months: number): FirstProjects => ({
  isWhole,
  projects: projects.map((project) =>
    hasReached(project.stage, 'operation') || project.opens === undefined
      ? project
      : { ...project, opens: delayDay(project.opens, months) },
  ),
});

/**
 * Applies a scenario to the sums of a measure: some projects are excluded, some added, some delayed.
 *
 * @param excluded - the projects of the register that the scenario leaves out
 * @throws Error if the scenario leaves out more projects than it may
 */
export function changeByScenario(
  sums: MeasureSums,
  measure: ProjectMeasure,
  scenario: OutlookScenario,
  excluded: readonly OutlookProject[],
): MeasureSums {
  const changed = changeSums(sums, {
    before: sumProjects(excluded),
    after: sumProjects(listAdded(measure, scenario)),
    codes: new Set(excluded.map(({ code }) => code)),
  });
  if (changed === undefined) throw new Error('The scenario leaves out too many projects.');
  const { delay_months } = scenario;
  return delay_months === undefined
    ? changed
    : {
        ...changed,
        days: changed.days.map((group) => delayGroup(group, delay_months)),
        ramps: changed.ramps.map((ramp) => delayRamp(ramp, delay_months)),
        undated: delayUndated(changed.undated, delay_months),
      };
}
