import { createRejection } from './failure.ts';
import { limits } from './limits.ts';
import { countRepeats, removePrefix, type Attributes } from './ods-cell.ts';
import { SheetReader } from './ods-sheet.ts';
import type { Table } from './table.ts';
import { readXml } from './xml.ts';
import { enough, type ZipArchive } from './zip.ts';

/** A sheet of an OpenDocument workbook. */
export interface OdsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly table: Table;
}
interface ReadOptions {
  /** The indexes of the sheets to read. Omit it for all. */
  readonly only?: ReadonlySet<number>;
  readonly maxRows?: number;
  readonly onShare?: (share: number, rows: number) => void;
}

/** Whether an archive is an OpenDocument workbook. */
export const isOds = (zip: ZipArchive): boolean =>
  zip.has('content.xml') && !zip.has('xl/workbook.xml');

/** Elements whose text is no part of a cell's value: notes, phonetic readings, drawings. */
const asides: ReadonlySet<string> = new Set([
  'annotation',
  'ruby-text',
  'frame',
  'custom-shape',
  'tracked-changes',
]);
/** Reads the content of an OpenDocument workbook as one stream. */
class ContentReader {
  readonly sheets: OdsSheet[] = [];
  readonly #options: ReadOptions;
  readonly #hiddenStyles = new Set<string>();
  /** The number of each cell style's colour. */
  readonly #fills = new Map<string, number>();
  readonly #colours = new Map<string, number>();
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

  open(name: string, rawAttributes: Attributes): void {
    if (asides.has(name)) this.#aside += 1;
    if (this.#aside > 0) return;
    const attributes = removePrefix(rawAttributes);
    if (name === 'style') this.#style = attributes['name'] ?? '';
    else if (name === 'table-properties' && attributes['display'] === 'false')
      this.#hiddenStyles.add(this.#style);
    else if (name === 'table-cell-properties') this.#takeColour(attributes['background-color']);
    else if (name === 'table') this.#openSheet(attributes);
    else if (this.#sheet === undefined) return;
    else if (name === 'table-column') this.#sheet.column(attributes);
    else if (name === 'table-row') this.#sheet.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(attributes);
    else if (this.#cell !== undefined) this.#openText(name, attributes);
  }
  #takeColour(colour: string | undefined): void {
    if (
      colour === undefined ||
      /^(?:transparent|#f{6})$/i.test(colour) ||
      this.#fills.size >= limits.columns
    )
      return;
    const number = this.#colours.get(colour) ?? this.#colours.size + 1;
    this.#colours.set(colour, number);
    this.#fills.set(this.#style, number);
  }
  #openSheet(attributes: Attributes): void {
    const { only, maxRows = Number.POSITIVE_INFINITY } = this.#options;
    this.#name = attributes['name'] ?? `${this.sheets.length + 1}`;
    this.#isHidden = this.#hiddenStyles.has(attributes['style-name'] ?? '');
    if (this.sheets.length >= limits.zipEntries) throw enough;
    this.#sheet = new SheetReader(
      this.#name,
      only === undefined || only.has(this.sheets.length) ? maxRows : 0,
      (style) => (style === undefined ? 0 : (this.#fills.get(style) ?? 0)),
    );
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
    } else if (name === 's') this.#add(' '.repeat(Math.min(countRepeats(attributes['c']), 100)));
    else if (name === 'tab' || name === 'line-break') this.#add(' ');
  }
  #add(text: string): void {
    this.#text += text;
    if (this.#text.length > limits.cellCharacters) throw this.#sheet?.tooLong() ?? enough;
  }
  text(text: string): void {
    if (
      this.#aside === 0 &&
      this.#inText > 0 &&
      this.#cell !== undefined &&
      this.#sheet?.isFull === false
    )
      this.#add(text);
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
 * Reads sheets of an OpenDocument workbook in their order. A sheet that is not read has no rows.
 * @throws ImportFailure if the workbook is protected, broken or too large
 */
export function readOds(zip: ZipArchive, options: ReadOptions = {}): readonly OdsSheet[] {
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && zip.occurrences(manifest, 'encryption-data', 1) > 0)
    throw createRejection('password_protected');
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
