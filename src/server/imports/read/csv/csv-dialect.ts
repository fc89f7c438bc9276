import { RowSink } from '#server/imports/read/row-sink.ts';

/** Codes of characters that end a line or separate words. */
export const LF = 10;
export const CR = 13;
export const BLANK = 32;
export const delimiters = [',', ';', '\t', '|'] as const;
/** Parses the beginning of a file, without an incomplete last row. */
type ReadHead = (head: string, delimiter: string, sink: RowSink) => void;

/**
 * Finds the delimiter that splits most rows into the same number of columns. A `sep=` line decides
 * at once.
 */
export function detectDelimiter(
  head: string,
  readHead: ReadHead,
): { readonly delimiter: string; readonly skip: number } {
  const declaration = /^sep=(.)\r?\n?/.exec(head);
  if (declaration?.[1]) return { delimiter: declaration[1], skip: declaration[0].length };
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const sink = new RowSink();
    try {
      readHead(head, delimiter, sink);
    } catch {
      if (sink.rows.length === 0) continue;
    }
    const widths = sink.rows.map((r) => r.cells.length).sort((a, b) => a - b);
    const median = widths[Math.floor(widths.length / 2)] ?? 1;
    const near =
      widths.filter((w) => Math.abs(w - median) <= 1).length / Math.max(1, widths.length);
    const score = (median - 1) * near * near;
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** The way in which fields are quoted. */
export interface Quoting {
  readonly quote: '"' | "'";
  /** Whether there are blanks between a delimiter and the next quote. */
  readonly isSpaced: boolean;
  /** Whether a backslash escapes a quote in the text. */
  readonly isEscaped: boolean;
}
const escapeText = (text: string): string => text.replace(/[|\\\t]/g, '\\$&');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Detects the quoting from the beginning of a file. It detects single quotes and blanks before
 * quotes if the file has no plain double quotes, and escaping by backslash if no quote is doubled.
 */
export function detectQuoting(head: string, delimiter: string): Quoting {
  const d = escapeText(delimiter);
  const [before, after] = [`(?<=^|[${d}\\r\\n])`, `(?=[${d}\\r\\n]|$)`];
  const quoteCount = count(head, new RegExp(`${before}"`, 'g'));
  const spaceCount = count(head, new RegExp(`(?<=[${d}]) +"`, 'g'));
  const single = count(head, new RegExp(`${before}'(?:[^'\\r\\n]|'')*'${after}`, 'g'));
  const lines = count(head, /[\r\n]+/g) + 1;
  const slashCount = count(head, new RegExp(`\\\\"(?![${d}\\r\\n]|$)`, 'g'));
  const doubleCount = count(head, new RegExp(`(?<![${d}\\r\\n\\\\ "]|^)""(?!")`, 'g'));
  const quote = quoteCount + spaceCount === 0 && single >= Math.max(2, lines - 1) ? "'" : '"';
  return {
    quote,
    isSpaced: spaceCount > quoteCount && spaceCount >= 2,
    isEscaped: slashCount > 0 && doubleCount === 0,
  };
}

/**
 * Finds the quote that closes a field with an earlier unescaped quote in its text, as in `"5" pipe,
 * blue"`.
 * @param from - the index behind the earlier quote
 * @param dialect - the character codes of the quote (`mark`) and of the delimiter
 * @returns its index in the same line; undefined if a quote opens another field first
 */
export function findClosingQuote(
  text: string,
  from: number,
  dialect: { readonly mark: number; readonly delimiter: number },
): number | undefined {
  const { mark, delimiter } = dialect;
  let before = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return undefined;
    if (code === mark) {
      if (before === delimiter) return undefined;
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : LF;
      if (next === delimiter || next === LF || next === CR) return at;
      if (next === mark) at += 1;
    }
    if (code !== BLANK) before = code;
  }
  return undefined;
}
