import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import { compact } from '#domain/values/compact.ts';
import { dayNumber, isIsoDate } from '#domain/values/date.ts';
import type { Archive, ArchiveEntry } from '#server/exports/formats/zip/zip-stream.ts';
import { choosePrint, countOnPage, printPage, printProperties } from './print-setup.ts';
import { Styles, type CellLook } from './styles.ts';
import { cellText, xmlText } from './xml.ts';

/** A cell: an exact decimal as a number, a day as a date, or a text. Null is empty. */
export type SheetCell =
  | {
      readonly number: string;
      readonly look?: CellLook;
      /** A formula that computes the number from other cells. It never contains a user's text. */
      readonly formula?: string;
    }
  | { readonly day: string; readonly look?: CellLook }
  | { readonly text: string; readonly look?: CellLook }
  | null;
export interface SheetOptions {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** The columns that are hidden, on paper too, by their index. */
  readonly hidden?: ReadonlySet<number>;
  /** Rows and columns that stay visible while scrolling. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Row of the column headings, from 1. It gets a filter. */
  readonly filterRow?: number;
  /** Title and description, which stand above each page where the sheet needs several in width. */
  readonly head?: readonly string[];
  /** The text before the page number at the foot of each printed page. */
  readonly footer?: string;
}
export interface Sheet {
  row(cells: readonly SheetCell[]): void;
  /** Ends the sheet. Of a sheet without data, only the first page prints. */
  end(isEmpty?: boolean): void;
}
export interface WorkbookFacts {
  readonly title: string;
  readonly author: string;
  /** When the revision was recorded, in ISO 8601. */
  readonly moment: string;
}
/** The rows of a sheet that Excel opens. */
const usualMostRows = 1_048_576;
const mostCharacters = 32_767;
/** The days of Excel before March 1900 are unreliable. */
const firstDate = '1900-03-01';
const dateLook: CellLook = { format: 'yyyy\\-mm\\-dd', left: true };
const indentedDate: CellLook = { ...dateLook, indent: true };
const plain: CellLook = {};
const quoteLook: CellLook = { quoted: true };

/** The widths of the columns that a person sees. */
const visibleWidths = ({ widths, hidden }: SheetOptions): readonly number[] =>
  widths.filter((_, at) => hidden?.has(at) !== true);

/** Converts a column index to letters: 0 is A. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
/** Makes a valid sheet name: at most 31 characters without []:*?/\. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Writes a workbook row by row into an archive: numbers as numbers, days as dates, texts as texts
 * that never run as formulas. It holds one row in memory, and callers can fill sheets in parallel.
 * Equal rows give equal bytes.
 */
export class XlsxWriter {
  readonly #archive: Archive;
  readonly #facts: WorkbookFacts;
  readonly #styles = new Styles();
  readonly #names: string[] = [];
  readonly #filters: (string | undefined)[] = [];
  readonly #titles: (string | undefined)[] = [];
  readonly #areas: (string | undefined)[] = [];
  /** The most rows of a sheet. */
  readonly mostRows: number;
  constructor(into: Archive, facts: WorkbookFacts, mostRows = usualMostRows) {
    this.#archive = into;
    this.#facts = facts;
    this.mostRows = mostRows;
  }

  /**
   * Begins a sheet. Its rows are written as they come.
   * @throws RangeError from its rows, beyond the number that a sheet can have
   */
  sheet(options: SheetOptions): Sheet {
    const number = this.#names.push(sheetName(options.name));
    const entry = this.#archive.entry(`xl/worksheets/sheet${number}.xml`);
    entry.write(this.#opening(options, number === 1));
    let row = 0;
    const last = columnName(Math.max(0, options.widths.length - 1));
    const setup = choosePrint(visibleWidths(options));
    const texts = { footer: options.footer ?? this.#facts.title };
    const { fits, isData } = setup;
    const header = fits || isData || options.filterRow === undefined ? undefined : options.head;
    this.#titles[number - 1] = isData ? undefined : this.#printTitles(options);
    return {
      row: (cells) => {
        row += 1;
        if (row > this.mostRows)
          throw new RangeError(`A sheet holds ${this.mostRows} rows at most; narrow the filter.`);
        this.#row(entry, row, cells);
      },
      end: (isEmpty = false) => {
        const filter =
          options.filterRow === undefined || row <= options.filterRow
            ? undefined
            : `A${options.filterRow}:${last}${row}`;
        this.#filters[number - 1] = filter;
        const onPage = columnName(countOnPage(options.widths) - 1);
        if (isData && options.filterRow !== undefined)
          this.#areas[number - 1] = `A1:${onPage}${options.filterRow - 1}`;
        // title and description are in the page header there
        if (header !== undefined)
          this.#areas[number - 1] = `A${options.filterRow}:${isEmpty ? onPage : last}${row}`;
        entry.write(
          `</sheetData>${filter === undefined ? '' : `<autoFilter ref="${filter}"/>`}${printPage(setup, { ...texts, ...compact({ header }) })}</worksheet>`,
        );
        entry.end();
      },
    };
  }

  /**
   * Writes the reference to the heading row and the first columns, which each printed page repeats.
   */
  #printTitles({ filterRow, frozen }: SheetOptions): string | undefined {
    if (filterRow === undefined) return undefined;
    const columns = frozen?.columns ?? 0;
    return [
      ...(columns === 0 ? [] : [`$A:$${columnName(columns - 1)}`]),
      `$${filterRow}:$${filterRow}`,
    ].join(' ');
  }

  #opening(options: SheetOptions, first: boolean): string {
    const { widths, frozen, hidden } = options;
    const pane =
      frozen === undefined
        ? ''
        : `<pane${frozen.columns > 0 ? ` xSplit="${frozen.columns}"` : ''} ySplit="${frozen.rows}" topLeftCell="${columnName(frozen.columns)}${frozen.rows + 1}" activePane="${frozen.columns > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`;
    const columns = widths
      .map(
        (width, i) =>
          `<col min="${i + 1}" max="${i + 1}" width="${width}"${hidden?.has(i) === true ? ' hidden="1"' : ''} customWidth="1"/>`,
      )
      .join('');
    return `${head}<worksheet xmlns="${main}">${printProperties(choosePrint(visibleWidths(options)))}<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
  }

  #row(entry: ArchiveEntry, row: number, cells: readonly SheetCell[]): void {
    let xml = `<row r="${row}">`;
    cells.forEach((cell, index) => {
      if (cell !== null) xml += this.#cell(`${columnName(index)}${row}`, cell);
    });
    entry.write(`${xml}</row>`);
  }

  #cell(at: string, cell: Exclude<SheetCell, null>): string {
    if ('number' in cell && isNumber(cell.number)) {
      const formula = cell.formula === undefined ? '' : `<f>${cellText(cell.formula)}</f>`;
      return `<c r="${at}" s="${this.#styles.of(cell.look ?? plain)}">${formula}<v>${cell.number}</v></c>`;
    }
    if ('day' in cell && isIsoDate(cell.day) && cell.day >= firstDate)
      return `<c r="${at}" s="${this.#styles.of(cell.look?.indent === true ? indentedDate : dateLook)}"><v>${dayNumber(cell.day) + sheetEpoch}</v></c>`;
    const text = 'number' in cell ? cell.number : 'day' in cell ? cell.day : cell.text;
    const look = 'text' in cell ? (cell.look ?? plain) : plain;
    const style = this.#styles.of(
      /^[=+\-@\t\r]/.test(text) ? (look === plain ? quoteLook : { ...look, quoted: true }) : look,
    );
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text)}</t></is></c>`;
  }

  /** Writes the filter, the printed area and the repeated titles of each sheet. */
  #definedNames(): readonly string[] {
    return this.#filters.flatMap((ref, i) => {
      const inSheet = (range: string): string =>
        `'${xmlText((this.#names[i] ?? '').replaceAll("'", "''"))}'!${range}`;
      const titles = this.#titles[i]?.split(' ').map(inSheet).join(',');
      const entry = (name: string, range: string, more = ''): string =>
        `<definedName name="_xlnm.${name}" localSheetId="${i}"${more}>${range}</definedName>`;
      const fix = (range: string | undefined) => range?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
      const [filter, area] = [fix(ref), fix(this.#areas[i])];
      return [
        ...(filter === undefined ? [] : [entry('_FilterDatabase', inSheet(filter), ' hidden="1"')]),
        ...(area === undefined ? [] : [entry('Print_Area', inSheet(area))]),
        ...(titles === undefined ? [] : [entry('Print_Titles', titles)]),
      ];
    });
  }

  /** Writes the remaining parts. Call it after every sheet has ended. */
  end(): void {
    const put = (name: string, xml: string): void => {
      const entry = this.#archive.entry(name);
      entry.write(head + xml);
      entry.end();
    };
    const sheets = this.#names.map(
      (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    );
    const names = this.#definedNames();
    const parts = this.#names.map(
      (_, i) =>
        `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    );
    const links = this.#names.map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    );
    const entry = this.#archive.entry('xl/styles.xml');
    entry.write(this.#styles.xml());
    entry.end();
    put(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`,
    );
    put(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}">${links.join('')}<Relationship Id="rId${links.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    );
    const { title, author, moment } = this.#facts;
    put(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(moment)}</dcterms:created></cp:coreProperties>`,
    );
    put(
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    );
    put(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.join('')}</Types>`,
    );
  }
}
