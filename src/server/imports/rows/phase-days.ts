import { compact } from '#domain/values/compact.ts';
import type { Milestone, MilestoneType } from '#domain/projects/project.ts';
import { type Stage, stages } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { RowRecord } from './row-record.ts';
import type { RowStage } from './stage-events.ts';

/** Milestones that a project reaches with its last phase; the others begin with its first one. */
const lastPhases: ReadonlySet<string> = new Set<MilestoneType>(['completion', 'full_capacity']);

/** Chooses the day of a project from those of its phases. @returns undefined without a day */
function chooseDay(type: string, days: readonly (IsoDate | undefined)[]): IsoDate | undefined {
  const inOrder = days.filter((day) => day !== undefined).toSorted();
  return lastPhases.has(type) ? inOrder.at(-1) : inOrder[0];
}

/** Selects the rows that state a day: the phases whose days make those of the project. */
const listPhases = (rows: readonly RowRecord[]): readonly RowRecord[] =>
  rows.filter(
    ({ facts, stage }) => facts.milestones.length > 0 || Object.keys(stage.dates).length > 0,
  );

/**
 * Joins one milestone of several phases. A project is complete only once all of its phases are:
 * until then only the phases that are not complete count.
 * @param list - the milestones of the phases that state it
 * @returns undefined if no phase that counts states it
 */
function joinMilestone(
  type: MilestoneType,
  list: readonly Milestone[],
  phases: number,
): Milestone | undefined {
  const open = list.filter(({ actual }) => actual === undefined);
  const isOpen = lastPhases.has(type) && (open.length > 0 || list.length < phases);
  const counted = isOpen ? open : list;
  const choose = (part: 'baseline' | 'plan' | 'actual'): IsoDate | undefined =>
    chooseDay(
      type,
      counted.map((one) => one[part]),
    );
  return counted.length === 0
    ? undefined
    : {
        type,
        ...compact({
          baseline: choose('baseline'),
          plan: choose('plan'),
          actual: choose('actual'),
        }),
      };
}

/** Joins the milestones of phases: the first beginning, and the last completion. */
export function joinMilestones(rows: readonly RowRecord[]): readonly Milestone[] {
  const phases = listPhases(rows);
  const byType = Map.groupBy(
    phases.flatMap(({ facts }) => facts.milestones),
    ({ type }) => type,
  );
  return [...byType].flatMap(([type, list]) => joinMilestone(type, list, phases.length) ?? []);
}

/** Joins the days on which phases reached each stage: the last stage has none until all did. */
export function joinStageDates(rows: readonly RowRecord[]): RowStage['dates'] {
  const phases = listPhases(rows);
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const days = phases.map((row) => row.stage.dates[stage]);
      const isOpen = lastPhases.has(stage) && days.includes(undefined);
      const day = isOpen ? undefined : chooseDay(stage, days);
      return day === undefined ? [] : [[stage, day]];
    }),
  );
}

/** Lists the stages whose joined day is the last one of a year that a phase gives alone. */
export const joinStageYears = (
  rows: readonly RowRecord[],
  dates: RowStage['dates'],
): readonly Stage[] =>
  stages.filter((one) =>
    rows.some(({ stage }) => stage.years?.includes(one) && stage.dates[one] === dates[one]),
  );

const writeDays = ({ facts, stage }: RowRecord): string =>
  JSON.stringify([facts.milestones.toSorted((a, b) => (a.type < b.type ? -1 : 1)), stage.dates]);
/** Whether phases differ in their days. */
export const differInDays = (rows: readonly RowRecord[]): boolean =>
  new Set(rows.map(writeDays)).size > 1;
/** Whether phases differ in their stage or status. */
export const differInStages = (rows: readonly RowRecord[]): boolean =>
  new Set(rows.map(({ stage: { stage, status } }) => `${stage} ${status}`)).size > 1;
