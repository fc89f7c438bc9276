import { refused } from '#server/importing/failure.ts';
import { limits } from '#server/importing/limits.ts';
import { FormatWords } from './format-words.ts';
import { odsValue, repeats, withoutPrefix, type Attributes } from './ods-cell.ts';
import { cellTooLong, RowSink } from './row-sink.ts';
import { columnLetter, createPool, type Cell, type Merge, type Table } from './table.ts';
import { readXml } from './xml.ts';
import { enough, type ZipArchive } from './zip.ts';

/** A sheet of an OpenDocument workbook. */
export interface OdsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly table: Table;
}
interface ReadOptions {
  /** The sheets to read; all where none is named. */
  readonly only?: ReadonlySet<number>;
  readonly maxRows?: number;
  readonly onShare?: (share: number, rows: number) => void;
}

/** Whether an archive is an OpenDocument workbook. */
export const isOds = (zip: ZipArchive): boolean => zip.has('content.xml') && !zip.has('xl/workbook.xml');

/** Texts that stand in a cell and are no part of its value: notes, readings of characters, words in drawings. */
const asides: ReadonlySet<string> = new Set(['annotation', 'ruby-text', 'frame', 'custom-shape', 'tracked-changes']);
const isUnseen = (visibility: string | undefined): boolean => visibility === 'collapse' || visibility === 'filter';

/** Collects one sheet. A cell or row that stands for many is copied no further than a table may reach. */
class SheetReader {
  readonly #name: string;
  readonly #sink: RowSink;
  readonly #maxRows: number;
  readonly #pool = createPool();
  readonly #merges: Merge[] = [];
  readonly #hidden: number[] = [];
  readonly #hiddenColumns: number[] = [];
  readonly #uncomputed: { row: number; column: number }[] = [];
  readonly #words = new FormatWords();
  #column = 0;
  #row = 1;
  #times = 1;
  #cells: Cell[] = [];

  constructor(name: string, maxRows: number) {
    this.#name = name;
    this.#maxRows = maxRows;
    this.#sink = new RowSink(name);
  }
  get isFull(): boolean {
    return this.#sink.rows.length >= this.#maxRows;
  }
  get rows(): number {
    return this.#sink.rows.length;
  }

  /** Columns are described before the first row. */
  column({ visibility, 'number-columns-repeated': count }: Attributes): void {
    const last = Math.min(this.#column + repeats(count), limits.columns);
    if (isUnseen(visibility)) for (let c = this.#column; c < last; c += 1) this.#hiddenColumns.push(c);
    this.#column = last;
  }
  openRow({ visibility, 'number-rows-repeated': count }: Attributes): void {
    this.#times = repeats(count);
    this.#cells = [];
    this.#column = 0;
    if (isUnseen(visibility) && this.#hidden.length < limits.rows) this.#hidden.push(this.#row);
  }
  cell(attributes: Attributes, text: string): void {
    const times = repeats(attributes['number-columns-repeated']);
    const value = odsValue(attributes, text);
    const at = { row: this.#row, column: this.#column };
    if (value === '') {
      if (attributes['formula'] !== undefined && this.#uncomputed.length < limits.problems) this.#uncomputed.push(at);
    } else {
      const last = this.#column + times;
      if (last > limits.columns)
        throw refused(
          'too_many_columns',
          { limit: limits.columns },
          { sheet: this.#name, row: this.#row, column: columnLetter(this.#column) },
        );
      while (this.#cells.length < this.#column) this.#cells.push('');
      const words = attributes['value-type'] === 'currency' ? attributes['currency'] : undefined;
      for (let c = this.#column; c < last; c += 1)
        this.#cells[c] = typeof value === 'string' ? this.#pool(value) : this.#words.add(c, value, words, this.#sink.rows);
      this.#merge(attributes);
    }
    this.#column += times;
  }
  #merge({ 'number-columns-spanned': wide, 'number-rows-spanned': tall }: Attributes): void {
    const [columns, rows] = [repeats(wide), repeats(tall)];
    if ((columns === 1 && rows === 1) || this.#merges.length >= limits.merges) return;
    this.#merges.push({
      top: this.#row,
      left: this.#column,
      bottom: Math.min(this.#row + rows - 1, limits.rows),
      right: Math.min(this.#column + columns - 1, limits.columns - 1),
    });
  }
  closeRow(): void {
    const isBlank = this.#cells.every((cell) => cell === '');
    for (let n = 0; n < this.#times && !isBlank && !this.isFull; n += 1)
      this.#sink.add(this.#row + n, n === 0 ? this.#cells : [...this.#cells]);
    this.#row += this.#times;
  }
  tooLong(): Error {
    return cellTooLong(this.#row, this.#column, this.#name);
  }

  table(): Table {
    const currencies = this.#words.currencies();
    return {
      name: this.#name,
      rows: this.#sink.rows,
      merges: this.#merges,
      ...(this.#hidden.length > 0 ? { hidden: this.#hidden } : {}),
      ...(this.#hiddenColumns.length > 0 ? { hiddenColumns: this.#hiddenColumns } : {}),
      ...(this.#uncomputed.length > 0 ? { uncomputed: this.#uncomputed } : {}),
      ...(currencies.size > 0 ? { currencies } : {}),
    };
  }
}

/** Reads the content of an OpenDocument workbook as one stream. */
class ContentReader {
  readonly sheets: OdsSheet[] = [];
  readonly #options: ReadOptions;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: SheetReader | undefined;
  #isHidden = false;
  #name = '';
  #cell: Attributes | undefined;
  #text = '';
  #paragraphs = 0;
  #inText = 0;
  #aside = 0;

  constructor(options: ReadOptions) {
    this.#options = options;
  }
  get rows(): number {
    return this.#sheet?.rows ?? 0;
  }

  open(name: string, prefixed: Attributes): void {
    if (asides.has(name)) this.#aside += 1;
    if (this.#aside > 0) return;
    const attributes = withoutPrefix(prefixed);
    if (name === 'style') this.#style = attributes['name'] ?? '';
    else if (name === 'table-properties' && attributes['display'] === 'false') this.#hiddenStyles.add(this.#style);
    else if (name === 'table') this.#openSheet(attributes);
    else if (this.#sheet === undefined) return;
    else if (name === 'table-column') this.#sheet.column(attributes);
    else if (name === 'table-row') this.#sheet.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (this.#cell !== undefined) this.#openText(name, attributes);
  }
  #openSheet(attributes: Attributes): void {
    const { only, maxRows = Number.POSITIVE_INFINITY } = this.#options;
    this.#name = attributes['name'] ?? `${this.sheets.length + 1}`;
    this.#isHidden = this.#hiddenStyles.has(attributes['style-name'] ?? '');
    if (this.sheets.length >= limits.zipEntries) throw enough;
    this.#sheet = new SheetReader(this.#name, only === undefined || only.has(this.sheets.length) ? maxRows : 0);
  }
  #openCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#text = '';
    this.#paragraphs = 0;
  }
  #openText(name: string, attributes: Attributes): void {
    if (name === 'p' || name === 'h') {
      if (this.#paragraphs > 0) this.#text += '\n';
      this.#paragraphs += 1;
      this.#inText += 1;
    } else if (name === 's') this.#add(' '.repeat(Math.min(repeats(attributes['c']), 100)));
    else if (name === 'tab' || name === 'line-break') this.#add(' ');
  }
  #add(text: string): void {
    this.#text += text;
    if (this.#text.length > limits.cellCharacters) throw this.#sheet?.tooLong() ?? enough;
  }
  text(text: string): void {
    if (this.#aside === 0 && this.#inText > 0 && this.#cell !== undefined && this.#sheet?.isFull === false) this.#add(text);
  }

  close(name: string): void {
    if (asides.has(name)) {
      this.#aside -= 1;
      return;
    }
    if (this.#aside > 0 || this.#sheet === undefined) return;
    if (name === 'p' || name === 'h') this.#inText = Math.max(0, this.#inText - 1);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (!this.#sheet.isFull) this.#sheet.cell(this.#cell ?? {}, this.#text);
      this.#cell = undefined;
      this.#inText = 0;
    } else if (name === 'table-row') {
      if (!this.#sheet.isFull) this.#sheet.closeRow();
    } else if (name === 'table') this.#closeSheet(this.#sheet);
  }
  #closeSheet(sheet: SheetReader): void {
    this.sheets.push({ name: this.#name, hidden: this.#isHidden, table: sheet.table() });
    this.#sheet = undefined;
    const { only } = this.#options;
    if (only !== undefined && this.sheets.length > Math.max(...only)) throw enough;
  }
}

/**
 * Reads sheets of an OpenDocument workbook, in their order. A sheet that is not wanted has no rows.
 * @throws ImportFailure where the workbook is protected, broken or too large
 */
export function readOds(zip: ZipArchive, options: ReadOptions = {}): readonly OdsSheet[] {
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && zip.occurrences(manifest, 'encryption-data', 1) > 0) throw refused('password_protected');
  const reader = new ContentReader(options);
  readXml(
    zip,
    'content.xml',
    {
      open: (name, attributes) => reader.open(name, attributes),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    },
    (share) => options.onShare?.(share, reader.rows),
  );
  return reader.sheets;
}
