import { decodePieces } from '#server/imports/read/encoding.ts';
import type { Encoding } from './names.ts';

/** One reading of a file with an uncertain encoding, with some of its lines. */
export interface Reading {
  readonly encoding: Encoding;
  readonly lines: readonly string[];
}
const lineLength = 120;
/** Decodes the first lines in an encoding. @returns undefined if a byte is invalid */
function firstLines(
  bytes: Uint8Array,
  encoding: Encoding,
  faults: boolean,
): readonly string[] | undefined {
  try {
    for (const { text } of decodePieces(bytes.subarray(0, 1 << 20), encoding, { faults }))
      return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  } catch {
    return undefined;
  }
  return undefined;
}
/** Cuts a line around the first character in which the readings differ. */
function cutLine(line: string, others: readonly string[]): string {
  const at = [...line].findIndex((_, i) => others.some((other) => other[i] !== line[i]));
  const start = Math.max(0, at - lineLength / 2);
  return `${start > 0 ? '…' : ''}${line.slice(start, start + lineLength).trim()}${line.length > start + lineLength ? '…' : ''}`;
}

/**
 * Reads three lines in each encoding, in which the readings differ, so that the user can choose.
 */
export function readLines(
  bytes: Uint8Array,
  encodings: readonly Encoding[],
  faults = false,
): readonly Reading[] {
  const texts = encodings.flatMap((encoding) => {
    const lines = firstLines(bytes, encoding, faults);
    return lines === undefined ? [] : [{ encoding, lines }];
  });
  const [first] = texts;
  if (first === undefined) return [];
  const differ = first.lines
    .flatMap((line, i) => (line !== '' && texts.some(({ lines }) => lines[i] !== line) ? [i] : []))
    .slice(0, 3);
  return texts.map(({ encoding, lines }) => ({
    encoding,
    lines: differ.map((i) =>
      cutLine(
        lines[i] ?? '',
        texts.map((one) => one.lines[i] ?? ''),
      ),
    ),
  }));
}
