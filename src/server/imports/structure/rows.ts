import { parseAmount } from '#domain/values/reading/amount.ts';
import type { UnusedRowReason } from '#domain/changes/unused-rows.ts';
import {
  addUp,
  addUpBetween,
  plainValue,
  type NumberOf,
} from '#server/imports/values/column-sums.ts';
import { formatDecimal, parseNumber, type ExactDecimal } from '#server/imports/values/number.ts';
import type { Cell, Merge, Row } from '#server/imports/read/table.ts';
import {
  isInList,
  noteStarts,
  subtotalWords,
  totalWords,
} from '#server/imports/vocabulary/words.ts';
import type { TableHeader } from './table-header.ts';
import { Headings, type Heading, type Identity } from './headings.ts';

export interface SortedRows {
  readonly data: Row[];
  readonly totals: readonly {
    readonly row: Row;
    readonly sub: boolean;
    /** The number of data rows above it. */
    readonly above: number;
  }[];
  /** Rows that are neither data nor totals nor headings. */
  readonly others: readonly { readonly row: Row; readonly reason: 'note' | 'repeated_header' }[];
  /** Headings between the rows, with the number of data rows above each. */
  readonly headings: readonly (Heading & { readonly row: Row; readonly above: number })[];
  /** The heading above each row, by row number: of projects, subtotals and headings themselves. */
  readonly sections: ReadonlyMap<number, Heading>;
}
const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';

const numeric = /^[\d\s.,%()+-]*$/;
const mayBeTotal =
  /计|計|계|共|total|sum|somme|gesamt|insgesamt|soma|итого|всего|toplam|razem|celkem|összesen|totaal|totalt|jumlah|ukupno|укупно|вкупно|общо|усього|разом|skupaj|spolu|yhteensä|summa|i alt|σύνολ|tổng|cộng|รวม|جمالي|مجموع/i;
/** Matches a mere count of projects: 共35个项目, 全3社. */
const countOf = /^(?:共计?|总共|总计|全部|全)\s*[\d,]+\s*(?:个|家|项|件|社|名)/;
const isAmount = (cell: Cell): boolean =>
  parseNumber(cell).kind === 'value' ||
  ['money', 'range'].includes(parseAmount(String(cell), { unit: '1', currency: 'CNY' }).kind);

function totalKind(row: Row): 'total' | 'subtotal' | undefined {
  const first = row.cells.find((c): c is string => isText(c) && !numeric.test(c))?.trim();
  if (first === undefined || first.length > 40 || !mayBeTotal.test(first)) return undefined;
  if (isInList(totalWords, first)) return isInList(subtotalWords, first) ? 'subtotal' : 'total';
  // The word for totals may be at an end with only numbers beside it: デジタル庁 合計, 合计（30个）.
  const texts = row.cells.filter((c) => isText(c) && !isAmount(c));
  if (texts.length !== 1) return undefined;
  if (/小计|小計|소계|\b(?:sub|sous)[\s-]?total|^zwischensumme/i.test(first)) return 'subtotal';
  const text = first.normalize('NFKC');
  return countOf.test(text) ||
    /^(?:合计|总计|合計|総計)|(?:合计|总计|合計|総計|\s計)$|^(?:grand )?total\b|\btotal(?:\s*\(.*\))?:?$/i.test(
      text,
    )
    ? 'total'
    : undefined;
}

const starts = noteStarts.map((s) => s.normalize('NFKC').toLowerCase());
const isNote = (row: Row): boolean => {
  const first = row.cells.find((c) => c !== '');
  if (
    typeof first !== 'string' ||
    (row.cells.length > 1 && row.cells.filter((c) => c !== '').length > 2)
  )
    return false;
  const text = first.slice(0, 20).normalize('NFKC').trim().toLowerCase();
  return starts.some((s) => text.startsWith(s));
};

type TotalKinds = ReadonlyMap<Row, 'total' | 'subtotal'>;
/** Finds the rows below the header that hold totals. */
export function findTotals(rows: readonly Row[], header: TableHeader): TotalKinds {
  const kinds = new Map<Row, 'total' | 'subtotal'>();
  for (const row of rows.slice(header.first)) {
    const kind = totalKind(row);
    if (kind !== undefined) kinds.set(row, kind);
  }
  return kinds;
}

/**
 * Sorts the rows below the header into projects, totals and notes. Each row keeps the heading above
 * it.
 * @param kinds the rows that hold totals
 */
export function sortRows(
  rows: readonly Row[],
  header: TableHeader,
  identity: Identity,
  merges: readonly Merge[],
  kinds: TotalKinds = findTotals(rows, header),
): SortedRows {
  const data: Row[] = [];
  const totals: { row: Row; sub: boolean; above: number }[] = [];
  const others: { row: Row; reason: 'note' | 'repeated_header' }[] = [];
  const headings: (Heading & { row: Row; above: number })[] = [];
  const sections = new Map<number, Heading>();
  let section: Heading | undefined;
  const below = rows.slice(header.first);
  const headingTexts = new Headings(
    below,
    header.columns.length,
    identity,
    merges,
    [...kinds.keys()].map((row) => String(row.cells.find(isText))),
  );
  const first = header.columns.find((c) => c.child !== '');
  const headerText = header.columns.map((c) => c.child).join('\u0000');
  for (const row of below) {
    const total = kinds.get(row);
    const heading = total === undefined && !isNote(row) ? headingTexts.of(row) : undefined;
    if (total) {
      totals.push({ row, sub: total === 'subtotal', above: data.length });
      if (total === 'subtotal' && section !== undefined) sections.set(row.number, section);
    } else if (isNote(row)) others.push({ row, reason: 'note' });
    else if (heading !== undefined) {
      section = heading;
      headings.push({ ...heading, row, above: data.length });
      sections.set(row.number, heading);
    } else if (
      first &&
      String(row.cells[first.index] ?? '').trim() === first.child &&
      header.columns
        .map((c) =>
          String(row.cells[c.index] ?? '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .join('\u0000') === headerText
    )
      others.push({ row, reason: 'repeated_header' });
    else {
      data.push(row);
      if (section !== undefined) sections.set(row.number, section);
    }
  }
  return { data, totals, others, headings, sections };
}

/** Lists the rows without a project, with the reason. */
export const listRowsWithoutProject = ({
  totals,
  headings,
  others,
}: SortedRows): { readonly reason: UnusedRowReason; readonly row: number }[] => [
  ...totals.map(({ row }) => ({ reason: 'total' as const, row: row.number })),
  ...headings.map(({ row }) => ({ reason: 'heading' as const, row: row.number })),
  ...others.map(({ reason, row }) => ({ reason, row: row.number })),
];

/**
 * Moves a last row without a code or running number to the totals if each of its amounts is the sum of those above,
 * whatever its name.
 */
export function moveUnnamedTotal(
  sortedRows: SortedRows,
  { names, codes, numbers = [] }: Identity,
  amounts: readonly number[],
): SortedRows {
  const row = sortedRows.data.at(-1);
  const above = sortedRows.data.slice(0, -1);
  if (row === undefined || above.length < 2 || amounts.length === 0) return sortedRows;
  const blank = (r: Row, columns: readonly number[]): boolean =>
    columns.every((c) => String(r.cells[c] ?? '').trim() === '');
  const lacks = (columns: readonly number[]): boolean =>
    columns.length > 0 && blank(row, columns) && !above.some((r) => blank(r, columns));
  if (codes.length > 0 && !lacks(codes)) return sortedRows;
  // without codes it must hold only a name and numbers, and more sums must match than by chance
  if (
    codes.length === 0 &&
    row.cells.some((c, at) => isText(c) && !names.includes(at) && parseNumber(c).kind !== 'value')
  )
    return sortedRows;
  let equal = 0;
  for (const column of amounts) {
    const printedNumber = parseNumber(row.cells[column] ?? '');
    if (printedNumber.kind !== 'value') continue;
    if (
      formatDecimal(printedNumber.value) !== formatDecimal(addUp(above, column)) ||
      printedNumber.value.digits === 0n
    )
      return sortedRows;
    equal += 1;
  }
  const enough = codes.length > 0 || lacks(numbers) || above.length >= 5 ? 1 : 2;
  return equal < enough
    ? sortedRows
    : {
        ...sortedRows,
        data: above,
        totals: [...sortedRows.totals, { row, sub: false, above: above.length }],
      };
}

const inUnit = (digits: bigint, scale: number): ExactDecimal =>
  scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
export interface PrintedTotal {
  readonly column: string;
  readonly printed: string;
  readonly sum: string;
  readonly agrees: boolean;
  readonly row: number;
}

const mostTotals = 200;
/** A row with totals, and the data rows of its section. */
interface TotalRow {
  readonly row: Row;
  readonly from: number;
  readonly to: number;
  readonly sub: boolean;
}
/** Lists the first totals, and the first headings, which may have totals of the rows below. */
function listTotalRows({ data, totals, headings }: SortedRows): TotalRow[] {
  const all = data.length;
  return [
    ...totals.slice(0, mostTotals).map(({ row, above, sub }, i) => {
      const before = totals[i - 1]?.above ?? 0;
      return above === before
        ? { row, sub, from: above, to: totals[i + 1]?.above ?? all }
        : { row, sub, from: before, to: above };
    }),
    // a total in a heading is the sum of the rows below it, up to the next heading of its level
    ...headings.slice(0, mostTotals).map(({ row, above, level }, i) => {
      const next = headings.slice(i + 1).find((other) => other.level <= level);
      return { row, sub: true, from: above, to: next?.above ?? all };
    }),
  ];
}

/**
 * Compares each printed total with the sum of all rows, and with that of the rows after the
 * previous total. Sums are exact and in the unit of the total.
 */
export function checkTotals(
  sortedRows: SortedRows,
  header: TableHeader,
  /** Returns whether totals sum a column, count it (names and codes) or ignore it (words). */
  fate: (column: number) => 'added' | 'counted' | 'left',
  numberOf: NumberOf = plainValue,
  /** Returns the power of ten between the unit of a row and that of a column. */
  aboveUnit: (row: number, column: number) => number = () => 0,
): PrintedTotal[] {
  const totalRows = listTotalRows(sortedRows);
  const all = sortedRows.data.length;
  const printedNumbers = totalRows.flatMap(({ row, ...section }) =>
    header.columns.flatMap(({ index, key }) => {
      if (fate(index) === 'left') return [];
      const value = numberOf(row.cells[index] ?? '', index, row.number);
      return value === undefined ? [] : [{ ...section, row: row.number, index, key, value }];
    }),
  );
  const sumOf = addUpBetween(
    sortedRows.data,
    [...new Set(printedNumbers.map(({ index }) => index))].filter((at) => fate(at) === 'added'),
    new Set(totalRows.flatMap(({ from, to }) => [from, to])),
    numberOf,
  );
  const sums = (column: number, from: number, to: number): ExactDecimal =>
    fate(column) === 'counted'
      ? { digits: BigInt(Math.min(to, all) - from), scale: 0 }
      : sumOf(column, from, to);
  return printedNumbers
    .map(({ row, index, key, value, from, to, sub }) => {
      const [whole, section] = [sums(index, 0, all), sums(index, from, to)];
      const agrees = [whole, section].some((s) => formatDecimal(s) === formatDecimal(value));
      const write = ({ digits, scale }: ExactDecimal): string =>
        formatDecimal(inUnit(digits, scale + aboveUnit(row, index)));
      return {
        column: key,
        printed: write(value),
        sum: write(agrees ? value : sub ? section : whole),
        agrees,
        row,
      };
    })
    .sort((a, b) => a.row - b.row);
}
