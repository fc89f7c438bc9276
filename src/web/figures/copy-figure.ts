import type { TableColumn } from '#charts/kit/table.ts';
import { xml } from '#charts/kit/style/xml.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import { callFile } from '#web/data/files/file-transport.ts';

interface Rows {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

/**
 * Makes a figure's rows as a spreadsheet and a text program read them from the clipboard: exact
 * values, nothing that could run.
 */
export function tableCopies({ title, columns: all, rows }: Rows): {
  readonly plain: string;
  readonly html: string;
} {
  const columns = all.filter((column) => column.in_data !== true);
  const line = (row: Rows['rows'][number]): readonly string[] =>
    columns.map(({ id }) => row[id] ?? '');
  const cell = (text: string): string => spreadsheetSafe(text).replaceAll(/[\t\r\n]+/g, ' ');
  const lines = [columns.map(({ label }) => label), ...rows.map(line)];
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((text) => `<${tag}>${xml(spreadsheetSafe(text))}</${tag}>`).join('')}</tr>`;
  return {
    plain: lines.map((cells) => cells.map(cell).join('\t')).join('\n'),
    html: `<table><caption>${xml(title)}</caption>${lines.map((cells, index) => row(cells, index === 0 ? 'th' : 'td')).join('')}</table>`,
  };
}

/**
 * Copies the picture at an address to the clipboard. Browsers require the write at once, so it
 * takes a promise of the picture.
 * @throws ProblemError if the picture cannot be read; DOMException if the browser refuses the write
 */
export async function copyPicture(address: string, signal: AbortSignal): Promise<void> {
  const picture = callFile(address, signal);
  const clipboardWrite = navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  // a picture that can't be made reports its own error, before the clipboard does
  clipboardWrite.catch(() => undefined);
  await picture;
  await clipboardWrite;
}

/**
 * Copies a figure's rows to the clipboard, as a table and as text.
 * @throws ProblemError if the rows cannot be read; DOMException if the browser refuses the write
 */
export async function copyTable(address: string, signal: AbortSignal): Promise<void> {
  const copies = callFile(address, signal)
    .then((file) => file.text())
    .then((text) => tableCopies(JSON.parse(text) as Rows));
  const part = (kind: 'plain' | 'html'): Promise<Blob> =>
    copies.then((both) => new Blob([both[kind]], { type: `text/${kind}` }));
  const clipboardWrite = navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': part('plain'), 'text/html': part('html') }),
  ]);
  clipboardWrite.catch(() => undefined);
  await copies;
  await clipboardWrite;
}
