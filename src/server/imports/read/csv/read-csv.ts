import { compact } from '#domain/values/compact.ts';
import { CsvParser } from './csv-parser.ts';
import { detectDelimiter, detectQuoting } from './csv-dialect.ts';
import { RowSink } from '#server/imports/read/row-sink.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import type { Table } from '#server/imports/read/table.ts';

function readHead(head: string, delimiter: string, sink: RowSink): void {
  new CsvParser(delimiter, sink, { maxRows: 60 }).push(head);
}

/**
 * Reads pieces of text into one table.
 * @throws ImportFailure beyond the limits of rows, columns and cells, and for a quote that is never
 * closed before the first row
 */
export function readCsv(
  pieces: Iterable<{ readonly text: string; readonly share: number }>,
  onPiece?: (share: number, rows: number) => void,
  packing?: Packing,
): Table {
  const sink = new RowSink(undefined, packing);
  let parser: CsvParser | undefined;
  for (const piece of pieces) {
    let text = piece.text;
    if (!parser) {
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      const head = text.slice(0, 65_536);
      const { delimiter, skip } = detectDelimiter(head, readHead);
      parser = new CsvParser(delimiter, sink, {
        firstRow: skip > 0 ? 2 : 1,
        ...detectQuoting(head, delimiter),
      });
      text = text.slice(skip);
    }
    parser.push(text);
    onPiece?.(piece.share, sink.rows.length);
  }
  parser?.end();
  const stray = parser?.stray ?? [];
  return {
    rows: sink.rows,
    merges: [],
    ...compact({ strayQuotes: stray.length > 0 ? stray : undefined }),
  };
}
