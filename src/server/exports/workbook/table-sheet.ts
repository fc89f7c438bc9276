import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { projectName } from '#domain/labels/index.ts';
import type { FileColumn, FileRow } from '#server/exports/tables/table.ts';
import {
  selectFormat,
  numberFormat,
  ratioFormat,
} from '#server/exports/formats/xlsx/number-formats.ts';
import type { Translate } from './cell-labels.ts';
import type { CellLook } from '#server/exports/formats/xlsx/styles.ts';
import {
  columnName,
  type Sheet,
  type SheetCell,
  type XlsxWriter,
} from '#server/exports/formats/xlsx/xlsx-writer.ts';

/** Context of every sheet of one workbook. */
export interface SheetContext {
  readonly language: Language;
  readonly translate: Translate;
  /** The line under each title: day, status, units. */
  readonly line: string;
  readonly illustrative: boolean;
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
const wideColumns = new Set([
  'name',
  'progress_text',
  'next_step',
  'issue_text',
  'remark',
  'wording',
  'title',
  'definition',
  'reason',
  'content',
  'label',
]);

/** Title, description and headings stand above the rows. */
const headRows = 3;

const looks = new Map<string, CellLook>();
/** Caches one style object per format, so that a workbook finds its number at once. */
function findLook(format: string): CellLook {
  const known = looks.get(format) ?? { format };
  looks.set(format, known);
  return known;
}

function makeCell(
  value: string,
  column: FileColumn,
  unit: string | null,
  { language, translate }: SheetContext,
): SheetCell {
  switch (column.kind) {
    case 'amount':
      return {
        number: value,
        look: findLook(selectFormat(value, unit, language, column.large, column.digits)),
      };
    case 'ratio':
      return { number: value, look: findLook(ratioFormat) };
    case 'number':
      return { number: value, look: findLook(numberFormat(value, column.digits)) };
    case 'date':
      return { day: value };
    default:
      return { text: translate(column.id, value) };
  }
}

/**
 * Writes one table as a sheet: title, description, fixed headings, then the rows as typed cells.
 */
export function tableSheet(
  writer: XlsxWriter,
  title: string,
  columns: readonly FileColumn[],
  context: SheetContext,
): TableSheet {
  const { language } = context;
  const sheet: Sheet = writer.sheet({
    name: title,
    widths: columns.map((c) =>
      wideColumns.has(c.id)
        ? 34
        : Math.max(
            widthOf[c.kind],
            Math.min(24, [...c.label[language]].length * (language === 'en' ? 1.1 : 2.1)),
          ),
    ),
    frozen: { rows: 3, columns: columns[0]?.id === 'number' ? 2 : 1 },
    filterRow: 3,
  });
  const heading = ({ kind }: FileColumn): CellLook => ({
    bold: true,
    line: true,
    wrap: true,
    ...compact({ right: kind === 'text' || kind === 'date' ? undefined : true }),
  });
  sheet.row([{ text: title, look: { large: true } }]);
  sheet.row([{ text: context.line, look: context.illustrative ? { band: true, bold: true } : {} }]);
  sheet.row(columns.map((column) => ({ text: column.label[language], look: heading(column) })));
  const unitAt = columns.map(({ unit_in }) =>
    unit_in === undefined ? -1 : columns.findIndex(({ id }) => id === unit_in),
  );
  const codeAt = columns.findIndex(({ id }) => id === 'code');
  const sumOf = columns.map(({ sums }) => columns.findIndex(({ id }) => id === sums));
  let [at, group] = [headRows, undefined as string | null | undefined];
  /** Adds a running sum to the one above, within the rows of one first cell. */
  const addFormula = (cell: SheetCell, i: number, continues: boolean): SheetCell =>
    cell !== null && 'number' in cell && (sumOf[i] ?? -1) >= 0 && continues
      ? { ...cell, formula: `${columnName(i)}${at - 1}+${columnName(sumOf[i] ?? 0)}${at}` }
      : cell;
  return {
    row: (cells) => {
      at += 1;
      const continues = cells[0] === group;
      group = cells[0] ?? null;
      sheet.row(
        columns.map((column, i) => {
          const value = cells[i] ?? null;
          if (value === null) return null;
          // A project without a name gets a neutral one.
          if (column.id === 'name' && codeAt >= 0)
            return { text: projectName({ code: cells[codeAt] ?? '', name: value }, language) };
          const unit = cells[unitAt[i] ?? -1] ?? null;
          return addFormula(makeCell(value, column, unit, context), i, continues);
        }),
      );
    },
    end: () => sheet.end(),
  };
}
