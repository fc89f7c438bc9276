import { compact } from '#domain/values/compact.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { projectName } from '#domain/labels/index.ts';
import { longFields } from '#domain/projects/fields.ts';
import type { FileColumn, FileRow } from '#server/exports/tables/table.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { numberFormat, ratioFormat } from '#server/exports/formats/xlsx/number-formats.ts';
import type { Translate } from './cell-labels.ts';
import { layColumns, type SheetColumn, type SheetMoney } from './sheet-columns.ts';
import { choosePrint } from '#server/exports/formats/xlsx/print-setup.ts';
import type { CellLook } from '#server/exports/formats/xlsx/styles.ts';
import {
  columnName,
  type Sheet,
  type SheetCell,
  type XlsxWriter,
} from '#server/exports/formats/xlsx/xlsx-writer.ts';

/** Context of every sheet of one workbook. */
export interface SheetContext extends SheetMoney {
  readonly translate: Translate;
  /** The line below each title: day, data status, units. */
  readonly line: string;
  readonly illustrative: boolean;
  /** The name of the zone for the foot of each printed page. */
  readonly zone: string;
}
export interface TableSheet {
  row(cells: FileRow): void;
  end(): void;
}
const widthOf: Readonly<Record<FileColumn['kind'], number>> = {
  text: 18,
  number: 11,
  amount: 16,
  ratio: 11,
  date: 12,
  month: 10,
  moment: 22,
};
const wideColumns: ReadonlySet<string> = new Set([
  'target_name',
  'name',
  ...longFields,
  'wording',
  'title',
  'definition',
  'reason',
  'revision_reason',
  'content',
  'label',
]);

const narrowColumns = new Set(['country', 'currency', 'status']);
/** Columns of one word or code, which no edge may break. */
const wordColumns = new Set(['code', 'stage', 'data_status']);

/** The number of rows above the data: title, description and headings. */
const headRows = 3;
/** The most characters of a title before the number of a further sheet. */
const mostTitle = 28;

const looks = new Map<string, CellLook>();
/** Returns one style object per format, by which the workbook finds the number of the style. */
function findLook(format: string): CellLook {
  const look = looks.get(format) ?? { format };
  looks.set(format, look);
  return look;
}

function makeCell(
  { column, power, isCount, unit }: SheetColumn,
  value: string,
  row: FileRow,
  { translate, text }: SheetContext & TextLook,
): SheetCell {
  if (unit !== undefined) return { text: unit(row)?.word ?? value };
  switch (column.kind) {
    case 'amount': {
      const number = scaleByTen(value, -(power?.(row) ?? 0));
      // the cell keeps the exact value
      const most = isCount?.(row) === true ? 0 : column.digits;
      return { number, look: findLook(numberFormat(number, most)) };
    }
    case 'ratio':
      return { number: value, look: findLook(ratioFormat) };
    case 'number':
      return { number: value, look: findLook(numberFormat(value, column.digits)) };
    case 'date':
      return { day: value };
    case 'moment':
      return { text: value.slice(0, 16).replace('T', ' '), look: text };
    default:
      return { text: translate(column.id, value), look: text };
  }
}

/** The look of texts: those of sheets that print whole wrap, so that no name ends at an edge. */
interface TextLook {
  readonly text: CellLook;
}
const severalLines: CellLook = { wrap: true };
const oneLine: CellLook = {};

const columnWidth = ({ column, heading }: SheetColumn, language: Language): number =>
  wideColumns.has(column.id)
    ? 34
    : Math.max(
        narrowColumns.has(column.id) ? 9 : wordColumns.has(column.id) ? 17 : widthOf[column.kind],
        Math.min(24, [...heading].length * (language === 'en' ? 1.1 : 2.1)),
      );

/** Finds the columns that no row fills; none without rows. */
export const findBlankColumns = (
  columns: readonly FileColumn[],
  rows: readonly FileRow[],
): ReadonlySet<number> =>
  new Set(
    rows.length === 0
      ? []
      : columns.flatMap((_, at) => (rows.every((row) => (row[at] ?? '') === '') ? [at] : [])),
  );

/** Writes title, description and headings. */
function putHead(
  sheet: Sheet,
  title: string,
  columns: readonly SheetColumn[],
  { line, illustrative }: SheetContext,
): void {
  const look = ({ kind }: FileColumn): CellLook => ({
    bold: true,
    line: true,
    wrap: true,
    ...compact({ right: kind === 'text' || kind === 'date' ? undefined : true }),
  });
  sheet.row([{ text: title, look: { large: true } }]);
  sheet.row([{ text: line, look: illustrative ? { band: true, bold: true } : {} }]);
  sheet.row(columns.map(({ column, heading }) => ({ text: heading, look: look(column) })));
}

interface OpenSheetOptions extends SheetContext {
  readonly widths: readonly number[];
  /** The indexes of columns that no row fills. */
  readonly hidden: ReadonlySet<number>;
  /** Whether the rows are data to compute with, and not a page to print. */
  readonly isData: boolean;
}
/** Opens a sheet with its title, description and fixed headings. */
function openSheet(
  writer: XlsxWriter,
  title: string,
  columns: readonly SheetColumn[],
  { widths, hidden, isData, ...context }: OpenSheetOptions,
): Sheet {
  const { language } = context;
  const line = isData
    ? [context.line, sheetLabels[language].data_sheet].join(language === 'en' ? ' ' : '')
    : context.line;
  const sheet: Sheet = writer.sheet({
    name: title,
    widths,
    hidden,
    frozen: { rows: headRows, columns: columns[0]?.column.id === 'number' ? 2 : 1 },
    filterRow: headRows,
    footer: `${title} · ${context.zone}`,
    head: [title, line],
  });
  putHead(sheet, title, columns, { ...context, line });
  return sheet;
}

/** Arranges the columns of a table, with their widths and the look of their texts. */
function layOut(
  fileColumns: readonly FileColumn[],
  context: SheetContext,
  blankColumns: ReadonlySet<number>,
) {
  const columns = layColumns(fileColumns, context);
  const widths = columns.map((column) => columnWidth(column, context.language));
  const blankIndexes = new Set(
    columns.flatMap(({ at }, index) => (blankColumns.has(at) ? [index] : [])),
  );
  const { isData } = choosePrint(widths.filter((_, at) => !blankIndexes.has(at)));
  return {
    columns,
    layout: { ...context, widths, hidden: blankIndexes, isData },
    cellContext: { ...context, text: isData ? oneLine : severalLines },
  };
}

/**
 * Writes one table as a sheet: title, description, fixed headings, then the rows as typed cells.
 * Its headings repeat on each printed page. Rows beyond the most of a sheet continue in further ones.
 *
 * @param blankColumns - indexes of the columns of the table that no row fills: they are hidden
 */
export function tableSheet(
  writer: XlsxWriter,
  title: string,
  fileColumns: readonly FileColumn[],
  context: SheetContext,
  blankColumns: ReadonlySet<number> = new Set(),
): TableSheet {
  const { language } = context;
  const { columns, layout, cellContext } = layOut(fileColumns, context, blankColumns);
  const open = (part: number): Sheet =>
    openSheet(writer, part === 1 ? title : `${title.slice(0, mostTitle)} ${part}`, columns, layout);
  let [sheet, part] = [open(1), 1];
  const codeAt = fileColumns.findIndex(({ id }) => id === 'code');
  const sumOf = columns.map(({ column: { sums } }) =>
    columns.findIndex(({ column: { id } }) => id === sums),
  );
  let [at, group] = [headRows, undefined as string | null | undefined];
  /**
   * Adds the formula of a running sum. It continues the sum of the row above if both rows have the
   * same first cell.
   */
  const addFormula = (cell: SheetCell, i: number, continues: boolean): SheetCell =>
    cell !== null && 'number' in cell && (sumOf[i] ?? -1) >= 0 && continues
      ? { ...cell, formula: `${columnName(i)}${at - 1}+${columnName(sumOf[i] ?? 0)}${at}` }
      : cell;
  return {
    row: (cells) => {
      if (at === writer.mostRows) {
        sheet.end();
        part += 1;
        sheet = open(part);
        [at, group] = [headRows, undefined];
      }
      at += 1;
      const continues = cells[0] === group;
      group = cells[0] ?? null;
      sheet.row(
        columns.map((column, i) => {
          const value = cells[column.at] ?? null;
          if (value === null) return null;
          // A project without a name gets a neutral one.
          if (column.column.id === 'name' && codeAt >= 0)
            return {
              text: projectName({ code: cells[codeAt] ?? '', name: value }, language),
              look: cellContext.text,
            };
          return addFormula(makeCell(column, value, cells, cellContext), i, continues);
        }),
      );
    },
    end: () => {
      const isEmpty = at === headRows;
      if (isEmpty) sheet.row([{ text: sheetLabels[language].no_rows }]);
      sheet.end(isEmpty);
    },
  };
}
