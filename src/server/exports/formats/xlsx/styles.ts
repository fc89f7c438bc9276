import { xmlText } from './xml.ts';

/** Style of a cell. `format` is a number format in the syntax of the file format. */
export interface CellLook {
  readonly format?: string;
  readonly bold?: boolean;
  readonly large?: boolean;
  /** Whether it has the background of the band that marks invented data. */
  readonly band?: boolean;
  /** Whether it has the bottom border of a heading. */
  readonly line?: boolean;
  readonly right?: boolean;
  readonly left?: boolean;
  /** Whether a text has room before it, because a number ends right there. */
  readonly indent?: boolean;
  readonly wrap?: boolean;
  /** Whether the cell stays text when a person edits it. */
  readonly quoted?: boolean;
}

const fonts = [
  '<font><sz val="10"/><name val="Arial"/></font>',
  '<font><b/><sz val="10"/><name val="Arial"/></font>',
  '<font><b/><sz val="14"/><name val="Arial"/></font>',
];
const firstFormat = 164;

/** Collects the styles of one workbook, numbered by first use. */
export class Styles {
  readonly #looks = new Map<string, number>();
  /** The numbers by object, since callers pass the same object up to a hundred times a row. */
  readonly #numbers = new WeakMap<CellLook, number>();
  readonly #xfs: string[] = [];
  readonly #formats = new Map<string, number>();
  constructor() {
    this.of({});
  }

  /** @returns the number of a style, for the `s` attribute of a cell */
  of(look: CellLook): number {
    const seenId = this.#numbers.get(look);
    if (seenId !== undefined) return seenId;
    const number = this.#numberOf(look);
    this.#numbers.set(look, number);
    return number;
  }

  #numberOf(look: CellLook): number {
    const key = JSON.stringify([
      look.format,
      look.bold,
      look.large,
      look.band,
      look.line,
      look.right,
      look.left,
      look.indent,
      look.wrap,
      look.quoted,
    ]);
    const lookId = this.#looks.get(key);
    if (lookId !== undefined) return lookId;
    const number = this.#xfs.length;
    this.#looks.set(key, number);
    this.#xfs.push(this.#xf(look));
    return number;
  }

  #xf({ format, bold, large, band, line, right, left, indent, wrap, quoted }: CellLook): string {
    // a number is beside the first line of a text that wraps
    const side = right ? 'right' : left || indent ? 'left' : undefined;
    const align = `<alignment${side === undefined ? '' : ` horizontal="${side}"`}${indent ? ' indent="1"' : ''} vertical="top"${wrap ? ' wrapText="1"' : ''}/>`;
    return (
      `<xf numFmtId="${format === undefined ? 0 : this.#formatId(format)}" fontId="${large ? 2 : bold ? 1 : 0}" fillId="${band ? 2 : 0}" borderId="${line ? 1 : 0}" xfId="0"` +
      `${format === undefined ? '' : ' applyNumberFormat="1"'}${bold || large ? ' applyFont="1"' : ''}${band ? ' applyFill="1"' : ''}${line ? ' applyBorder="1"' : ''}` +
      `${quoted ? ' quotePrefix="1"' : ''} applyAlignment="1">${align}</xf>`
    );
  }

  #formatId(format: string): number {
    const formatId = this.#formats.get(format);
    if (formatId !== undefined) return formatId;
    const id = firstFormat + this.#formats.size;
    this.#formats.set(format, id);
    return id;
  }

  xml(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
    );
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`}<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF6DC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#xfs.length}">${this.#xfs.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}
