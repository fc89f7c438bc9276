import { compact } from '#domain/values/compact.ts';
import type { MilestoneType, ProjectFacts } from '#domain/projects/project.ts';
import type { RowStage } from './stage-events.ts';
import { milestoneByField, stageByDateField } from '#server/imports/vocabulary/fact-fields.ts';
import type { Row } from '#server/imports/read/table.ts';
import { addStageDate, createDraft, type RowContext, type RowDraft } from './row-draft.ts';
import { readCell } from './row-fields.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';

export interface RowRecord {
  readonly code?: string;
  readonly name?: string;
  readonly row: number;
  readonly facts: ProjectFacts;
  readonly stage: RowStage;
  /** Milestones of whose actual date the row gives the year alone. */
  readonly yearMilestones?: readonly MilestoneType[];
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Keeps the dates of stages as written. The comparison later removes those that the history holds.
 */
function keepStageDates({ dates, extra, context }: RowDraft): void {
  for (const { field, key } of context.columns) {
    const of = field === undefined || milestoneByField[field] ? undefined : stageByDateField[field];
    const day = of === undefined ? undefined : dates[of];
    if (day !== undefined) extra[key] = day;
  }
}

/**
 * Dates the stage of a row by the column of its day. A word that is a status, as suspended, dates the
 * status.
 */
function dateStage({ stage, stageSince, dates, years }: RowDraft): RowDraft['stage'] {
  if (stageSince === undefined) return stage;
  if (stage.stage !== undefined && stage.stage !== 'unknown') {
    addStageDate({ dates, years }, stage.stage, stageSince);
    return stage;
  }
  return stage.status === undefined || stage.status_date !== undefined
    ? stage
    : { ...stage, status_date: stageSince.date };
}

/**
 * Reads the name of a project from its company. A register of companies has no column of project
 * names.
 */
const readCompanyName = ({ context, facts }: RowDraft): string | undefined =>
  context.columns.some((c) => c.field === 'project_name')
    ? undefined
    : (facts.company ?? facts.investor);

/**
 * Reads one row. A cell that can't be read becomes a missing value and is reported, so nothing is
 * lost silently.
 */
export function readRow(row: Row, context: RowContext): Omit<RowRecord, 'texts'> {
  const draft = createDraft(row, context);
  for (const column of context.columns) readCell(draft, column, row.cells[column.index] ?? '');
  const { dates, extra, yearMilestones } = draft;
  const stage = dateStage(draft);
  Object.assign(extra, draft.own);
  keepStageDates(draft);
  const code = draft.code !== undefined && findMissingReason(draft.code) ? undefined : draft.code;
  const text = draft.name ?? readCompanyName(draft);
  const name = text === undefined || text === '' || findMissingReason(text) ? undefined : text;
  const facts: ProjectFacts = {
    ...draft.facts,
    name: name ?? code ?? '',
    amounts: draft.amounts,
    milestones: [...draft.milestones.values()],
    data_status: draft.status,
    ...compact({ extra: Object.keys(extra).length === 0 ? undefined : { ...extra } }),
  };
  return {
    ...compact({
      code,
      name,
      yearMilestones: yearMilestones.size > 0 ? [...yearMilestones] : undefined,
    }),
    row: row.number,
    facts,
    stage: {
      ...stage,
      dates,
      ...compact({
        years: draft.years.size > 0 ? [...draft.years] : undefined,
        ticked: draft.ticked.size > 0 ? [...draft.ticked] : undefined,
      }),
    },
  };
}
