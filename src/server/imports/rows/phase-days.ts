import { compact } from '#domain/values/compact.ts';
import type { Milestone, MilestoneType } from '#domain/projects/project.ts';
import { stages } from '#domain/projects/stage.ts';
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

/**
 * Joins one milestone of several phases. A project is complete only once all of its phases are:
 * until then the day of a completed phase counts as planned.
 */
function joinMilestone(type: MilestoneType, list: readonly Milestone[]): Milestone {
  const isOpen = lastPhases.has(type) && list.some(({ actual }) => actual === undefined);
  return {
    type,
    ...compact({
      baseline: chooseDay(
        type,
        list.map(({ baseline }) => baseline),
      ),
      plan: chooseDay(
        type,
        list.map(({ plan, actual }) => plan ?? (isOpen ? actual : undefined)),
      ),
      actual: isOpen
        ? undefined
        : chooseDay(
            type,
            list.map(({ actual }) => actual),
          ),
    }),
  };
}

/** Joins the milestones of phases: the first beginning, and the last completion. */
export function joinMilestones(rows: readonly RowRecord[]): readonly Milestone[] {
  const byType = Map.groupBy(
    rows.flatMap(({ facts }) => facts.milestones),
    ({ type }) => type,
  );
  return [...byType].map(([type, list]) =>
    list.length === 1 && list[0] !== undefined ? list[0] : joinMilestone(type, list),
  );
}

/** Joins the days on which phases reached each stage. */
export const joinStageDates = (rows: readonly RowRecord[]): RowStage['dates'] =>
  Object.fromEntries(
    stages.flatMap((stage) => {
      const day = chooseDay(
        stage,
        rows.map((row) => row.stage.dates[stage]),
      );
      return day === undefined ? [] : [[stage, day]];
    }),
  );

const writeDays = ({ facts, stage }: RowRecord): string =>
  JSON.stringify([facts.milestones.toSorted((a, b) => (a.type < b.type ? -1 : 1)), stage.dates]);
/** Whether phases differ in their days. */
export const differInDays = (rows: readonly RowRecord[]): boolean =>
  new Set(rows.map(writeDays)).size > 1;
/** Whether phases differ in their stage or status. */
export const differInStages = (rows: readonly RowRecord[]): boolean =>
  new Set(rows.map(({ stage: { stage, status } }) => `${stage} ${status}`)).size > 1;
