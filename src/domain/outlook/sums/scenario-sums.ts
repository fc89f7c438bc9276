import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import { delayDay, listAdded } from '#domain/outlook/scenario/apply-scenario.ts';
import type { OutlookScenario } from '#domain/outlook/scenario/scenario.ts';
import { hasReached } from '#domain/projects/stage.ts';
import { addMonths } from '#domain/values/date.ts';
import {
  changeSums,
  type DayGroup,
  type MeasureSums,
  type RampGroup,
  sumProjects,
} from './measure-sums.ts';

const delayGroup = (group: DayGroup, months: number): DayGroup =>
  hasReached(group.stage, 'operation') || group.full_capacity === undefined
    ? group
    : { ...group, full_capacity: delayDay(group.full_capacity, months) };

const delayRamp = (ramp: RampGroup, months: number): RampGroup =>
  hasReached(ramp.stage, 'operation')
    ? ramp
    : { ...ramp, from: addMonths(ramp.from, months), full: addMonths(ramp.full, months) };

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
      };
}
