import { decimalText, parseNumber, type ExactDecimal } from '#server/importing/cells/number.ts';
import type { Cell, Merge, Row } from '#server/importing/files/table.ts';
import { inList, noteStarts, subtotalWords, totalWords } from '#server/importing/words.ts';
import type { TableHeader } from './header.ts';

export interface SortedRows {
  readonly data: readonly Row[];
  readonly totals: readonly {
    readonly row: Row;
    readonly sub: boolean /** How many data rows stood above it. */;
    readonly above: number;
  }[];
  readonly notes: readonly string[];
  /** The heading above each row, by row number. */
  readonly sections: ReadonlyMap<number, string>;
}
const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';

const numeric = /^[\d\s.,%()+-]*$/;
const mayBeTotal = /计|計|계|total|sum|gesamt|soma|итого|всего|tổng|cộng|รวม/i;

function totalKind(row: Row): 'total' | 'subtotal' | undefined {
  const first = row.cells.find((c): c is string => isText(c) && !numeric.test(c))?.trim();
  if (first === undefined || first.length > 40 || !mayBeTotal.test(first)) return undefined;
  if (inList(totalWords, first)) return inList(subtotalWords, first) ? 'subtotal' : 'total';
  // デジタル庁 合計, 合计（30个）: the word at an end, and nothing but numbers beside it.
  const texts = row.cells.filter((c) => isText(c) && parseNumber(c).kind !== 'value');
  if (texts.length !== 1) return undefined;
  if (/(?:小计|小計|subtotal)/i.test(first)) return 'subtotal';
  return /(?:^(?:合计|总计|合計|総計)|(?:合计|总计|合計|総計)$|^(?:grand )?total\b)/i.test(first) ? 'total' : undefined;
}

const starts = noteStarts.map((s) => s.normalize('NFKC').toLowerCase());
const isNote = (row: Row): boolean => {
  const first = row.cells.find((c) => c !== '');
  if (typeof first !== 'string' || (row.cells.length > 1 && row.cells.filter((c) => c !== '').length > 2)) return false;
  const text = first.slice(0, 20).normalize('NFKC').trim().toLowerCase();
  return starts.some((s) => text.startsWith(s));
};

/** The columns by which a project is told. */
export interface Identity {
  readonly names: readonly number[];
  readonly codes: readonly number[];
}

/** A heading between rows: one text alone, numbered or merged across, or outside the column of names. */
function isSection(row: Row, width: number, { names, codes }: Identity, merges: ReadonlyMap<number, Merge>): boolean {
  if (width < 4) return false;
  const at = row.cells.findIndex((c) => c !== '');
  if (row.cells.filter((c) => c !== '').length !== 1 || !isText(row.cells[at] ?? '')) return false;
  const merge = merges.get(row.number);
  if (merge && merge.right - merge.left >= 2) return true;
  return (
    /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章部分类])/.test(String(row.cells[at])) ||
    (names.length > 0 && !names.includes(at) && !codes.includes(at)) ||
    // a code alone, without a name and without a digit, is none
    (names.length > 0 && codes.includes(at) && !names.includes(at) && !/\d/.test(String(row.cells[at])))
  );
}

/** Sorts the rows below the header into projects, totals and notes; repeated headers are dropped, headings kept with the rows below. */
export function sortRows(rows: readonly Row[], header: TableHeader, identity: Identity, merges: readonly Merge[]): SortedRows {
  const data: Row[] = [];
  const totals: { row: Row; sub: boolean; above: number }[] = [];
  const notes: string[] = [];
  const sections = new Map<number, string>();
  let section: string | undefined;
  const byRow = new Map(merges.filter((m) => m.top === m.bottom).map((m) => [m.top, m]));
  const first = header.columns.find((c) => c.child !== '');
  const repeated = header.columns.map((c) => c.child).join('\u0000');
  for (const row of rows.slice(header.first)) {
    const total = totalKind(row);
    if (total) totals.push({ row, sub: total === 'subtotal', above: data.length });
    else if (isNote(row)) notes.push(String(row.cells.find((c) => c !== '')));
    else if (isSection(row, header.columns.length, identity, byRow)) section = String(row.cells.find((c) => c !== ''));
    else if (
      first &&
      String(row.cells[first.index] ?? '').trim() === first.child &&
      header.columns
        .map((c) =>
          String(row.cells[c.index] ?? '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .join('\u0000') === repeated
    )
      continue;
    else {
      data.push(row);
      if (section !== undefined) sections.set(row.number, section);
    }
  }
  return { data, totals, notes, sections };
}

/** Takes a last row without a code for the total that it is, whatever it calls itself: each of its amounts is the sum of those above. */
export function withUnnamedTotal(sorted: SortedRows, codes: readonly number[], amounts: readonly number[]): SortedRows {
  const row = sorted.data.at(-1);
  const above = sorted.data.slice(0, -1);
  if (row === undefined || codes.length === 0 || above.length < 2 || amounts.length === 0) return sorted;
  const blank = (r: Row): boolean => codes.every((c) => String(r.cells[c] ?? '').trim() === '');
  if (!blank(row) || above.some(blank)) return sorted;
  let equal = 0;
  for (const column of amounts) {
    const printed = parseNumber(row.cells[column] ?? '');
    if (printed.kind !== 'value') continue;
    if (decimalText(printed.value) !== decimalText(sumOf(above, column)) || printed.value.digits === 0n) return sorted;
    equal += 1;
  }
  return equal === 0 ? sorted : { ...sorted, data: above, totals: [...sorted.totals, { row, sub: false, above: above.length }] };
}

function plainValue(cell: Cell, _column: number): ExactDecimal | undefined {
  const n = parseNumber(cell);
  return n.kind === 'value' && !n.percent ? n.value : undefined;
}
/** The sum of a column's numbers, exact; shares are not added. */
const sumOf = (rows: readonly Row[], column: number, numberOf = plainValue): ExactDecimal =>
  rows.reduce<ExactDecimal>(
    (sum, row) => {
      const value = numberOf(row.cells[column] ?? '', column);
      return value === undefined ? sum : addDecimals(sum, value);
    },
    { digits: 0n, scale: 0 },
  );

/** Copies the value of a vertically merged cell into the rows below it, for columns of words. Amounts are never copied. */
export function fillDown(rows: readonly Row[], merges: readonly Merge[], columns: ReadonlySet<number>): void {
  const tall = merges.filter((m) => m.bottom > m.top && m.left === m.right && columns.has(m.left));
  if (tall.length === 0) return;
  const byNumber = new Map(rows.map((r) => [r.number, r]));
  for (const m of tall) {
    const value = byNumber.get(m.top)?.cells[m.left] ?? '';
    for (let n = m.top + 1; n <= m.bottom && value !== ''; n += 1) {
      const row = byNumber.get(n);
      if (!row || (row.cells[m.left] ?? '') !== '') continue;
      while (row.cells.length < m.left) row.cells.push('');
      row.cells[m.left] = value;
    }
  }
}

export const addDecimals = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => {
  const scale = Math.max(a.scale, b.scale);
  return { digits: a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale), scale };
};
export interface PrintedTotal {
  readonly column: string;
  readonly printed: string;
  readonly sum: string;
  readonly agrees: boolean;
  readonly row: number;
}

/**
 * Compares each printed total with the rows: with all of them, or with those since the total before. Sums are in the
 * file's own unit and exact.
 */
export function checkTotals(
  sorted: SortedRows,
  header: TableHeader,
  /** Columns of names or codes: what a total says there is how many there are. Words are never added. */
  taken: (column: number) => 'added' | 'counted' | 'left',
  numberOf: (cell: Cell, column: number) => ExactDecimal | undefined = plainValue,
): PrintedTotal[] {
  const out: PrintedTotal[] = [];
  const sums = (column: number, from: number, to: number): ExactDecimal =>
    taken(column) === 'counted'
      ? { digits: BigInt(Math.min(to, sorted.data.length) - from), scale: 0 }
      : sumOf(sorted.data.slice(from, to), column, numberOf);
  for (const [i, total] of sorted.totals.slice(0, 200).entries()) {
    const before = sorted.totals[i - 1]?.above ?? 0;
    const next = sorted.totals[i + 1]?.above ?? sorted.data.length;
    for (const { index, key } of header.columns) {
      if (taken(index) === 'left') continue;
      const printed = numberOf(total.row.cells[index] ?? '', index);
      if (printed === undefined) continue;
      const all = sums(index, 0, sorted.data.length);
      const section = total.above === before ? sums(index, total.above, next) : sums(index, before, total.above);
      const text = decimalText(printed);
      const wanted = total.sub ? section : all;
      const agrees = [all, section].some((s) => decimalText(s) === text);
      out.push({ column: key, printed: text, sum: agrees ? text : decimalText(wanted), agrees, row: total.row.number });
    }
  }
  return out;
}
