import type { ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { EditionStatement } from '#domain/projects/history/edition-statement.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { milestoneByField, stageByDateField } from '#server/imports/vocabulary/fact-fields.ts';
import type { RowRecord } from './row-record.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

interface Edition {
  readonly columns: readonly Column[];
  readonly day: IsoDate;
}

/** Makes the actual date of a milestone a planned one, unless it has a planned date. */
function toPlanned(facts: ProjectFacts, type: string): ProjectFacts {
  const milestones = facts.milestones.map((milestone) => {
    if (milestone.type !== type || milestone.actual === undefined) return milestone;
    const { actual, ...rest } = milestone;
    return { ...rest, plan: milestone.plan ?? actual };
  });
  return { ...facts, milestones };
}

/**
 * Resolves stage dates of a row that contradict its present stage or the day of its edition, and
 * reports each with its cell. It keeps every date. One up to the present stage counts from the
 * edition's day at the latest. One of a later stage that has begun stays a fact and does not change
 * the stage. A future one becomes a planned date or stays with the other columns.
 */
export function settleStageDates(
  { row, facts, stage }: RowRecord,
  { dates }: Pick<EditionStatement, 'dates'>,
  { columns, day }: Edition,
  { problems }: ImportContext,
): ProjectFacts {
  let settledFacts = facts;
  for (const { field, index, key } of columns) {
    const of = field === undefined ? undefined : stageByDateField[field];
    const date = of === undefined ? undefined : stage.dates[of];
    if (field === undefined || of === undefined || date === undefined) continue;
    const place = { row, index, header: key, value: date };
    const milestone = milestoneByField[field];
    if (dates[of] !== undefined) {
      if (date > day) problems.add('stage_after_edition', place, { day });
    } else if (date <= day) problems.add('later_stage_begun', place);
    else if (milestone === undefined) problems.add('later_stage_ahead', place, { day });
    else {
      const isUnchanged = settledFacts.milestones.some(
        ({ type, plan }) => type === milestone[0] && plan !== undefined && plan !== date,
      );
      settledFacts = toPlanned(settledFacts, milestone[0]);
      if (isUnchanged)
        settledFacts = { ...settledFacts, extra: { ...settledFacts.extra, [key]: date } };
      problems.add('milestone_ahead', place, { day });
    }
  }
  return settledFacts;
}
