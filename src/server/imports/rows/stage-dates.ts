import type { ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { EditionStatement } from '#domain/projects/history/edition-statement.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { milestoneByField, stageByDateField } from '#server/imports/vocabulary/fact-fields.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import type { RowRecord } from './row-record.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

interface Edition {
  readonly columns: readonly Column[];
  readonly day: IsoDate;
}

/** The day of an actual date in a column: of a stage, or of a completion, which proves no stage. */
function actualDay({ facts, stage }: RowRecord, field: Field | undefined): IsoDate | undefined {
  if (field === 'completion_actual')
    return facts.milestones.find(({ type }) => type === 'completion')?.actual;
  const of = field === undefined ? undefined : stageByDateField[field];
  return of === undefined ? undefined : stage.dates[of];
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
 * Removes the actual date of a milestone of which the row gives the year alone: its last day is no
 * day on which it happened. The stage that it proves began by that day.
 */
const removeYearEnd = (facts: ProjectFacts, type: string): ProjectFacts => ({
  ...facts,
  milestones: facts.milestones.flatMap((milestone) => {
    if (milestone.type !== type) return [milestone];
    const { actual: _, ...rest } = milestone;
    return Object.keys(rest).length === 1 ? [] : [rest];
  }),
});
/** Keeps a date that no field has with the other columns. */
const addExtra = (facts: ProjectFacts, key: string, text: string): ProjectFacts => ({
  ...facts,
  extra: { ...facts.extra, [key]: text },
});

/**
 * Resolves dates of stages and completions of a row that contradict its present stage or the day of
 * its edition, and reports each with its cell. It keeps every date. One up to the present stage counts from the
 * edition's day at the latest. One of a later stage that has begun stays a fact and does not change
 * the stage. A future one becomes a planned date or stays with the other columns.
 */
export function settleStageDates(
  row: RowRecord,
  { dates }: Pick<EditionStatement, 'dates'>,
  { columns, day }: Edition,
  { problems }: ImportContext,
): ProjectFacts {
  let settledFacts = row.facts;
  for (const { field, index, key } of columns) {
    const date = actualDay(row, field);
    if (field === undefined || date === undefined) continue;
    const of = stageByDateField[field];
    const place = { row: row.row, index, header: key, value: date };
    const milestone = milestoneByField[field];
    const isYearAlone = milestone !== undefined && row.yearMilestones?.includes(milestone[0]);
    if (of !== undefined && dates[of] !== undefined) {
      const isYear = row.stage.years?.includes(of) === true;
      const contradicts = isYear ? date.slice(0, 4) > day.slice(0, 4) : date > day;
      if (contradicts) problems.add('stage_after_edition', place, { day });
      if (isYearAlone) {
        settledFacts = removeYearEnd(settledFacts, milestone[0]);
        if (contradicts) settledFacts = addExtra(settledFacts, key, date.slice(0, 4));
      }
    } else if (date <= day) {
      if (of !== undefined) problems.add('later_stage_begun', place);
      if (isYearAlone)
        settledFacts = addExtra(removeYearEnd(settledFacts, milestone[0]), key, date.slice(0, 4));
    } else if (milestone === undefined) problems.add('later_stage_ahead', place, { day });
    else {
      const isUnchanged = settledFacts.milestones.some(
        ({ type, plan }) => type === milestone[0] && plan !== undefined && plan !== date,
      );
      settledFacts = toPlanned(settledFacts, milestone[0]);
      if (isUnchanged) settledFacts = addExtra(settledFacts, key, date);
      problems.add('milestone_ahead', place, { day });
    }
  }
  return settledFacts;
}
