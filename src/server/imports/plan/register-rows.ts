import { isIsoDate } from '#domain/values/date.ts';
import { namingFields } from '#contract/imports/constants.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { assignColumns } from '#server/imports/columns/assign.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { askAboutRenamedColumns } from '#server/imports/edition/renamed-columns.ts';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import type { Row } from '#server/imports/read/table.ts';
import { fillDitto, fillDown } from '#server/imports/structure/fill-down.ts';
import type { Identity } from '#server/imports/structure/headings.ts';
import {
  findTotals,
  sortRows,
  moveUnnamedTotal,
  type SortedRows,
} from '#server/imports/structure/rows.ts';
import {
  dateFields,
  isMeasure,
  textFields,
  wordFields,
} from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';

/** The columns of a register, and its rows sorted into data, totals and headings. */
export interface RegisterRows {
  readonly columns: readonly Column[];
  readonly sorted: SortedRows;
  /** Indexes of the columns that name a project. */
  readonly names: readonly number[];
  /** Indexes of the columns that hold a project's code. */
  readonly codes: readonly number[];
}

/** Assigns fields to the columns. A renamed column keeps its field of the last edition. */
function readColumns(context: ImportContext, rows: readonly Row[]): Column[] {
  const { request, header, problems, remembered } = context;
  const answer = readTextAnswer(request.answers, 'as_of') ?? '';
  const day = isIsoDate(answer) ? answer : request.register.today;
  const assign = (answers: ImportAnswers, onUnknown: (value: string) => void): Column[] =>
    assignColumns({ header, rows, answers, day, onUnknown, earlierAnswers: remembered });
  const assignment = assign(request.answers, (value) => problems.add('mapping_unknown', { value }));
  const columns = askAboutRenamedColumns(context, assignment);
  return columns === undefined
    ? assignment
    : assign({ ...request.answers, mapping: columns }, () => undefined);
}

/** Reads the columns, sorts the rows, and fills merged and repeated cells. */
export function readRegisterRows(context: ImportContext): RegisterRows {
  const { table, header } = context;
  const numbers = header.columns
    .filter((c) => matchHeader(c.parent, c.child).match.kind === 'row_number')
    .map((c) => c.index);
  // totals and notes do not show what a column holds
  const withoutName = { names: [], codes: [], numbers };
  const totals = findTotals(table.rows, header);
  const sort = (identity: Identity): SortedRows =>
    sortRows(table.rows, header, identity, table.merges, totals);
  const columns = readColumns(context, sort(withoutName).data);
  const listIndexes = (field: Field): number[] =>
    columns.filter((c) => c.field === field).map((c) => c.index);
  const codes = listIndexes('project_id');
  const names = namingFields.map(listIndexes).find((of) => of.length > 0) ?? [];
  const identity = { names, codes, numbers };
  const sortedRows = moveUnnamedTotal(
    sort(identity),
    identity,
    columns.filter((c) => isMeasure(c.field)).map((c) => c.index),
  );
  const rowsWithWords = (...more: readonly Field[]): ReadonlySet<number> => {
    const fields = new Set<Field>([...wordFields, ...textFields, ...more]);
    return new Set(
      columns.filter((c) => c.field !== undefined && fields.has(c.field)).map((c) => c.index),
    );
  };
  fillDown(sortedRows.data, table.merges, rowsWithWords('project_id', 'project_name'));
  fillDitto(sortedRows.data, rowsWithWords(...dateFields));
  return { columns, sorted: sortedRows, names, codes };
}
