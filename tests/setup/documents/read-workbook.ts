import { strFromU8, unzipSync } from 'fflate';

/** A sheet of a workbook of ours, read back. */
export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly headings: readonly string[];
  /** The rows below the headings, each by heading; numbers as they are stored. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The number format of each column's first number, by heading. */
  readonly formats: Readonly<Record<string, string>>;
}
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly workbook: string;
  readonly styles: string;
}
const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

function readCells(row: string): ReadonlyMap<string, { value: string; style: number }> {
  return new Map(
    [...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"[^>]*>(.*?)<\/c>/gs)].map(
      ([, column = '', style, inner = '']) => {
        const text = /<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1];
        const number = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
        return [column, { value: unescapeXml(text ?? number ?? ''), style: Number(style) }];
      },
    ),
  );
}

/** Number formats by style. */
function readFormats(styles: string): readonly string[] {
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      unescapeXml(code ?? ''),
    ]),
  );
  const cells = /<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return [...cells.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id]) => formats.get(id) ?? 'General');
}

/** Reads a workbook of ours. `headingRow` counts from 1. */
export function readWorkbookFile(bytes: Uint8Array, headingRow = 3): ReadWorkbook {
  const parts = unzipSync(bytes);
  const readPart = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const workbook = readPart('xl/workbook.xml');
  const styles = readPart('xl/styles.xml');
  const formatOf = readFormats(styles);
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) =>
    unescapeXml(name ?? ''),
  );
  const sheets = names.map((name, at): ReadSheet => {
    const xml = readPart(`xl/worksheets/sheet${at + 1}.xml`);
    const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)].map(
      ([, number, inner = '']) => ({ number: Number(number), cells: readCells(inner) }),
    );
    const head = rows.find(({ number }) => number === headingRow)?.cells ?? new Map();
    const below = rows.filter(({ number }) => number > headingRow);
    const headings = [...head.values()].map(({ value }) => value as string);
    const byHeading = below.map(({ cells }) =>
      Object.fromEntries([...cells].map(([column, { value }]) => [head.get(column)?.value, value])),
    );
    const formats = below.flatMap(({ cells }) =>
      [...cells].flatMap(([column, { style }]) => {
        const format = formatOf[style] ?? 'General';
        return format === 'General' ? [] : [[head.get(column)?.value, format] as const];
      }),
    );
    return {
      name,
      xml,
      headings,
      rows: byHeading,
      formats: Object.fromEntries(formats.toReversed()),
    };
  });
  return { sheets, workbook, styles };
}
