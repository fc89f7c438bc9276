import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers, ImportTable } from '#contract/imports/preview-schemas.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { createUnreadable } from '#server/imports/read/failure.ts';
import { sampledRows } from '#server/imports/read/read-file.ts';
import type { ReadFile } from '#server/imports/read/table.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { findSeries } from '#server/imports/series/find-series.ts';
import { readSeriesVocabulary } from '#server/imports/series/series-vocabulary.ts';
import { applyOwnIds } from '#server/imports/structure/own-header.ts';
import { findTables, type FoundTable } from '#server/imports/structure/tables.ts';
import { isTransposed, transpose } from '#server/imports/structure/transposed-table.ts';
import { transposeSeries } from '#server/imports/series/transposed-series.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** A table of the file. Of a sheet that is not read, only the first rows are known. */
export interface NamedTable extends FoundTable {
  readonly id: string;
  readonly sheet: number;
  readonly kind: ImportTable['kind'];
}

/**
 * Finds the sheet that an answer chooses, by one of its tables or by its name.
 * @returns the index of the sheet from 0, or its name; undefined without an answer
 */
export function findChosenSheet(answers: ImportAnswers): string | number | undefined {
  const table = /^(\d+)!\d+$/.exec(readTextAnswer(answers, 'table') ?? '');
  return table ? Number(table[1]) - 1 : readTextAnswer(answers, 'sheet');
}

/** Lists all tables of the read sheet, and the first table of each other sheet. */
export function listTables(
  file: ReadFile,
  register: Pick<KnownRegister, 'indicators' | 'base_currency' | 'stage_words'>,
): readonly NamedTable[] {
  const vocabulary = readSeriesVocabulary(register);
  const nameTable = (foundTable: FoundTable, sheet: number): NamedTable => {
    const own = {
      table: foundTable.table,
      header: applyOwnIds(foundTable.header, register.stage_words),
    };
    const isSeries = findSeries(own, vocabulary, {}) !== undefined;
    const transposition = isSeries ? undefined : transposeSeries(own, vocabulary);
    const kind = isSeries || transposition !== undefined ? 'observations' : 'projects';
    return { ...(transposition ?? own), id: `${sheet + 1}!${own.header.row}`, sheet, kind };
  };
  const here = findTables(file.table).map((table) => nameTable(table, file.sheet));
  const others = file.samples.flatMap((sample, sheet) =>
    sheet === file.sheet
      ? []
      : findTables(sample)
          .slice(0, 1)
          .filter(({ table, header }) => table.rows.length > header.first && header.hits > 0)
          .map((table) => nameTable(table, sheet)),
  );
  return [
    ...here.filter(({ table, header }, i) => i === 0 || table.rows.length > header.first),
    ...others,
  ].sort((a, b) => a.sheet - b.sheet || a.header.row - b.header.row);
}

const rank = ({ table, header }: FoundTable): number =>
  table.rows.length > header.first ? header.hits + Math.min(1, table.rows.length / 60) : 0;

/**
 * Chooses the table that the answer names, else the one that looks most like a register or a
 * series.
 * @throws ImportFailure if the file has no header, no rows, or a table that can't be transposed
 */
export function chooseTable(
  all: readonly NamedTable[],
  file: ReadFile,
  answer: string | undefined,
): NamedTable {
  const here = all.filter((one) => one.sheet === file.sheet);
  const choice =
    here.find((one) => one.id === answer) ?? here.toSorted((a, b) => rank(b) - rank(a))[0];
  const place = file.table.name === undefined ? {} : { sheet: file.table.name };
  if (choice === undefined) throw createUnreadable('no_header', {}, place);
  const { table, header } = choice;
  if (choice.kind === 'projects' && isTransposed(file)) {
    const transposition = transpose(file);
    if (transposition === undefined)
      throw createUnreadable('table_turned', {}, { ...place, row: header.row });
    return { ...choice, ...transposition };
  }
  if (table.rows.length <= header.first)
    throw createUnreadable('no_rows', {}, { ...place, row: header.row });
  return choice;
}

/**
 * Counts the rows of a table.
 * @returns undefined if only the first rows of its sheet were read
 */
function countRows({ sheet, table, header }: NamedTable, file: ReadFile): number | undefined {
  const isCut = sheet !== file.sheet && (file.samples[sheet]?.rows.length ?? 0) >= sampledRows;
  return isCut ? undefined : table.rows.length - header.first;
}

/** Describes a table of a file for the choice between tables. */
export const previewTable = (named: NamedTable, file: ReadFile): ImportTable => ({
  id: named.id,
  row: named.header.row,
  kind: named.kind,
  ...compact({ sheet: file.sheets[named.sheet], rows: countRows(named, file) }),
});

/** Offers the tables of a sheet that has several. */
export function askAboutTables(
  context: ImportContext,
  all: readonly NamedTable[],
  file: ReadFile,
  id: string,
): void {
  const sheet = all.find((one) => one.id === id)?.sheet;
  const here = all.filter((one) => one.sheet === sheet);
  if (here.length < 2) return;
  context.questions.ask(
    'table',
    'q_table',
    all.map((one) => {
      const count = countRows(one, file);
      return {
        value: one.id,
        label: (language) =>
          formatMessage(count === undefined ? 'c_table_cut' : 'c_table', language, {
            what: formatMessage(`c_table_${one.kind}`, language),
            row: one.header.row,
            ...compact({ count }),
          }),
      };
    }),
    { default: id },
  );
}
