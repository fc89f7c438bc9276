import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Checks whether a program that opens documents is installed. Otherwise npm test prints NOT RUN.
 */
const isInstalled = (program: string, ...version: string[]): boolean => {
  try {
    execFileSync(program, version, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
export const hasPoppler = isInstalled('pdftotext', '-v');
export const hasOffice = isInstalled('soffice', '--version');
export const hasLibrsvg = isInstalled('rsvg-convert', '--version');
/** Whether a program can control LibreOffice (package python3-uno). */
export const canEditInOffice = hasOffice && isInstalled('/usr/bin/python3', '-c', 'import uno');

/** Runs a program on one file in a temporary folder. @returns the files that it wrote, by name */
function runOnFile(
  name: string,
  bytes: Uint8Array,
  work: (folder: string, file: string) => void,
): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-viewer-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    mkdirSync(join(folder, 'out'));
    work(folder, file);
    return new Map(
      readdirSync(join(folder, 'out')).map((one) => [one, readFileSync(join(folder, 'out', one))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the text of a PDF without spaces */
export function pdfText(pdf: Uint8Array): string {
  const outputs = runOnFile('a.pdf', pdf, (folder, file) =>
    execFileSync('pdftotext', [file, join(folder, 'out/text')]),
  );
  return (outputs.get('text') ?? Buffer.of()).toString().replaceAll(/\s/g, '');
}
/** @returns the output of pdfinfo */
export const pdfFacts = (pdf: Uint8Array): string =>
  (
    runOnFile('a.pdf', pdf, (folder, file) =>
      writeFileSync(join(folder, 'out/facts'), execFileSync('pdfinfo', [file])),
    ).get('facts') ?? ''
  ).toString();

export interface PdfTag {
  readonly type: string;
  readonly text: string;
}
/** @returns the elements of the structure of a PDF, each with its text, in the order of reading */
export function pdfStructure(pdf: Uint8Array): readonly PdfTag[] {
  const outputs = runOnFile('a.pdf', pdf, (folder, file) =>
    writeFileSync(
      join(folder, 'out/tags'),
      execFileSync('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file]),
    ),
  );
  const lines = (outputs.get('tags') ?? Buffer.of()).toString().split('\n');
  const tags: { type: string; text: string }[] = [];
  for (const line of lines) {
    const [, type] = /^ *([A-Z][A-Za-z0-9]*)(?: \(\w+\))?$/.exec(line) ?? [];
    if (type !== undefined) tags.push({ type, text: '' });
    const last = tags.at(-1);
    if (last !== undefined) last.text += /^ *"(.*)"$/.exec(line)?.[1] ?? '';
  }
  return tags;
}

/** @returns the grey values of the pixels on the first page, which is A4 across */
export function pdfRaster(pdf: Uint8Array): Buffer {
  const outputs = runOnFile('a.pdf', pdf, (folder, file) =>
    execFileSync('pdftoppm', ['-r', '40', '-gray', '-singlefile', file, join(folder, 'out/page')]),
  );
  const image = outputs.get('page.pgm') ?? Buffer.of();
  return image.subarray(image.length - 468 * 331);
}
/** @returns the share of dark pixels on the first page, 0–1 */
export function pdfInk(pdf: Uint8Array): number {
  const pixels = pdfRaster(pdf);
  return pixels.reduce((dark, grey) => dark + (grey < 128 ? 1 : 0), 0) / Math.max(1, pixels.length);
}

let officeProfile: string | undefined;
/**
 * The folder of LibreOffice's settings, one for all files of this process: to make new settings
 * takes as long as to convert a file.
 */
export function findOfficeProfile(): string {
  if (officeProfile !== undefined) return officeProfile;
  const folder = mkdtempSync(join(tmpdir(), 'headway-profile-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  officeProfile = folder;
  return folder;
}

/** Converts a file with LibreOffice. */
export function officeTurns(name: string, bytes: Uint8Array, into: string): Buffer {
  const outputs = runOnFile(name, bytes, (folder, file) =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${findOfficeProfile()}`,
        '--headless',
        '--convert-to',
        into,
        '--outdir',
        join(folder, 'out'),
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    ),
  );
  const [first] = outputs.values();
  if (first === undefined) throw new Error(`LibreOffice could not open ${name}.`);
  return first;
}

/**
 * The values of a chart before and after its first number was tripled, and the saved presentation.
 */
export interface EditedChart {
  readonly before: readonly (readonly (number | null)[])[];
  readonly after: readonly (readonly (number | null)[])[];
  readonly saved: Buffer;
}
const runOffice = (work: 'chart' | 'sum', files: readonly string[]): string =>
  execFileSync(
    '/usr/bin/python3',
    [join(import.meta.dirname, 'edit-in-office.py'), work, ...files],
    {
      encoding: 'utf8',
      timeout: 150_000,
    },
  );
/**
 * Edits files in LibreOffice. It sometimes exits while it closes a file; then all files are edited
 * once more.
 */
function editInOffice(work: 'chart' | 'sum', files: readonly string[]): unknown {
  try {
    return JSON.parse(runOffice(work, files));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('DisposedException')) throw error;
    return JSON.parse(runOffice(work, files));
  }
}
function inFolder<T>(
  files: readonly Uint8Array[],
  extension: string,
  work: (paths: readonly string[]) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'headway-office-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.${extension}`);
      writeFileSync(path, bytes);
      return path;
    });
    return work(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
/** Edits the chart of each presentation in LibreOffice, saves it and opens it again. */
export const editCharts = (decks: readonly Uint8Array[]): readonly EditedChart[] =>
  inFolder(decks, 'pptx', (paths) =>
    (editInOffice('chart', paths) as Omit<EditedChart, 'saved'>[]).map((one, index) => ({
      ...one,
      saved: readFileSync(`${paths[index]}.new`),
    })),
  );
/**
 * @returns sum and count of the numbers in each column of each workbook's first sheet, computed by
 *   LibreOffice
 */
export const sumColumns = (
  books: readonly Uint8Array[],
): readonly (readonly { readonly sum: number; readonly count: number }[])[] =>
  inFolder(books, 'xlsx', (paths) =>
    (editInOffice('sum', paths) as { sums: { sum: number; count: number }[] }[]).map(
      ({ sums }) => sums,
    ),
  );
