import { hasUtf8, isMistakenEncoding } from '#server/imports/read/encodings/mojibake.ts';
import { parseMistake } from '#server/imports/read/encodings/names.ts';
import type { Reading } from '#server/imports/read/encodings/encoding-previews.ts';
import { countHeaderWords } from '#server/imports/headers/match-header.ts';
import type { ReadFile, Table } from '#server/imports/read/table.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { Problems } from '#server/imports/context/problems.ts';
import type { Choice } from '#server/imports/context/questions.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Asks for the encoding of a file that is readable in several encodings. Shows lines in each of
 * them.
 */
export function askEncoding({ questions }: ImportContext, { encoding, readings }: ReadFile): void {
  if (readings.length < 2) return;
  const isMistaken = readings.some(({ encoding }) => parseMistake(encoding) !== undefined);
  questions.ask(
    'encoding',
    isMistaken ? 'q_encoding_mistaken' : 'q_encoding',
    readings.map(({ encoding, lines }): Choice => {
      const mistake = parseMistake(encoding);
      const label: Choice['label'] = (language) =>
        mistake === undefined
          ? encoding
          : formatMessage('c_encoding_mended', language, { encoding: mistake });
      return { value: encoding, label, examples: lines };
    }),
    !isMistaken && encoding !== undefined && encoding === findEncodingOfHeadings(readings)
      ? { settled: true, default: encoding }
      : {},
  );
}

/**
 * Finds the reading in which the lines have headings that a register has. Headings that all
 * readings have decide nothing.
 * @returns undefined if no reading has such headings, or if several have
 */
function findEncodingOfHeadings(readings: readonly Reading[]): string | undefined {
  const cells = readings.map(({ lines }) => lines.flatMap((line) => line.split(/[;,\t|]/)));
  const own = readings.filter((_, at) =>
    (cells[at] ?? []).some(
      (cell, i) =>
        countHeaderWords([cell.replaceAll('"', '')]) > 0 &&
        cells.every((others, other) => other === at || others[i] !== cell),
    ),
  );
  return own.length === 1 ? own[0]?.encoding : undefined;
}

/** Reports cells with bytes that are no characters, at most one per row. */
export function noteLostCharacters({ rows }: Table, problems: Problems): void {
  for (const { number, cells } of rows) {
    const index = cells.findIndex((cell) => typeof cell === 'string' && cell.includes('\ufffd'));
    if (index >= 0)
      problems.add('characters_lost', { row: number, index, value: String(cells[index]) });
  }
}

/**
 * Reports cells that are UTF-8 in a file of another encoding, at most one per row. They come from
 * another file.
 */
export function noteMixedEncoding({ rows }: Table, encoding: string, problems: Problems): void {
  if (!isMistakenEncoding(encoding)) return;
  for (const { number, cells } of rows) {
    const index = cells.findIndex((cell) => typeof cell === 'string' && hasUtf8(cell, encoding));
    if (index >= 0)
      problems.add('characters_mixed', { row: number, index, value: String(cells[index]) });
  }
}
