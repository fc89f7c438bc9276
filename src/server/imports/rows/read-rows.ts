import { compact } from '#domain/values/compact.ts';
import { namesProjects } from '#contract/imports/constants.ts';
import { stages } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { createRowCheck } from './odd-rows.ts';
import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import { PackedList } from '#server/imports/packing/packed-list.ts';
import { readRow, type RowRecord } from './row-record.ts';
import { findReachedStage, type RowStage } from './stage-events.ts';
import { RowSamples } from './row-samples.ts';
import type { RowContext } from './row-draft.ts';
import { RowMarks, type RowMark } from './row-keys.ts';
import { readOriginalTexts, listRewordedColumns } from './original-texts.ts';
import { countStageWord } from './stage-counts.ts';
import { releaseCells } from '#server/imports/read/table.ts';
import type { SortedRows } from '#server/imports/structure/rows.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { StageReading, Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import { area, readSectionWord } from '#server/imports/structure/sections.ts';

interface RowPlacement {
  readonly facts: ProjectFacts;
  readonly stage: RowStage;
}
/**
 * Applies a heading (stage, industry or function zone) to the rows below it, if the file has no
 * such column.
 */
function placeBySection<R extends RowPlacement>(
  record: R,
  heading: string | undefined,
  columns: readonly Column[],
  vocabulary: Vocabulary,
  onStage: (word: string, read: StageReading) => void,
): R {
  if (heading === undefined) return record;
  const word = readSectionWord(heading);
  const has = (field: Column['field']): boolean => columns.some((c) => c.field === field);
  if (!has('stage')) {
    const read = vocabulary.stage(word, 'stage');
    if (read.isKnown || read.needsAnswer === true) {
      onStage(word, read);
      const { isKnown: _known, needsAnswer: _needs, ...stageAndStatus } = read;
      return { ...record, stage: { ...stageAndStatus, ...record.stage } };
    }
  }
  for (const field of ['industry', 'zone'] as const) {
    const id = vocabulary[field](word);
    if (!has(field) && id !== word) return { ...record, facts: { ...record.facts, [field]: id } };
  }
  if (!has('zone') && area.test(word)) return { ...record, facts: { ...record.facts, zone: word } };
  return record;
}

export interface ReadRows {
  readonly rows: PackedList<RowRecord>;
  readonly marks: LazyList<RowMark>;
  /** The number of data rows of the table. */
  readonly total: number;
  /** Numbers of the rows without a name and without a code. */
  readonly unnamed: readonly number[];
  readonly samples: RowSamples;
  /** Whether marks show the reached stages. */
  readonly hasMarks: boolean;
  /** The newest last update of the rows, else the newest day of an event; omitted without dates. */
  readonly newest?: IsoDate;
}
/**
 * Finds the newest day of the stages that a project has reached. A date of a later stage than the
 * present one is a plan. A year alone states no day.
 */
function findNewestEvent(
  { stage, dates, years = [] }: RowStage,
  today: IsoDate,
): IsoDate | undefined {
  const present = (stages as readonly (string | undefined)[]).indexOf(stage);
  return stages
    .filter((one, at) => (present === -1 || at <= present) && !years.includes(one))
    .flatMap((one) => dates[one] ?? [])
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
}

/**
 * Reads every row into a record, and reports cells that can't be read. Empties the table and the
 * list of data rows.
 */
export async function readRows(
  sortedRows: SortedRows,
  rowContext: RowContext,
  context: ImportContext,
): Promise<ReadRows> {
  const rows = new PackedList<RowRecord>(context.packing);
  const marks = new RowMarks(rowContext.columns, context.packing);
  const { today } = context.request.register;
  const unnamedRows: number[] = [];
  let [marked, updated, actual] = [false, '', ''];
  const namesAProject = namesProjects(rowContext.columns.map(({ field }) => field));
  const rewordedColumns = listRewordedColumns(rowContext.columns);
  const samples = new RowSamples(rowContext.columns);
  const checkRow = createRowCheck(sortedRows.data, context, rowContext.columns);
  const total = sortedRows.data.length;
  for (const [i, row] of sortedRows.data.entries()) {
    checkRow(row);
    const record: RowRecord = placeBySection(
      { ...readRow(row, rowContext), texts: readOriginalTexts(row, rewordedColumns) },
      sortedRows.sections.get(row.number)?.text,
      rowContext.columns,
      rowContext.vocabulary,
      (word, read) => countStageWord(rowContext, word, read),
    );
    samples.add(row, record.name ?? record.code ?? '', findReachedStage(record.stage, today));
    // frees the cells, so that a long file releases memory while its records are built
    releaseCells(row);
    if (record.code === undefined && record.name === undefined) {
      unnamedRows.push(row.number);
      // if no column names projects, one question covers all rows
      if (namesAProject) context.problems.add('row_without_name', { row: row.number });
    } else {
      marks.add(record);
      rows.add(record);
      marked ||= record.stage.stage === undefined && record.stage.ticked !== undefined;
      const { last_update } = record.facts;
      if (last_update !== undefined && last_update > updated) updated = last_update;
      const day = findNewestEvent(record.stage, today);
      if (day !== undefined && day > actual) actual = day;
    }
    if (i % 5000 === 0) await context.onProgress({ phase: 'matching', share: i / total, rows: i });
  }
  // a million rows are 60 MB, even without their cells
  context.table.rows.length = 0;
  sortedRows.data.length = 0;
  return {
    rows,
    total,
    samples,
    marks: marks.list(),
    hasMarks: marked,
    unnamed: unnamedRows,
    ...compact({ newest: updated || actual || undefined }),
  };
}
