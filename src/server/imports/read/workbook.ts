import { createRejection } from './failure.ts';
import { limits } from './limits.ts';
import { readBuiltInStyle, readFormatStyle, type CellStyle } from './number-format.ts';
import { createPool } from './table.ts';
import { readXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

type OnShare = (share: number, rows: number) => void;
export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly strings: readonly string[] | undefined;
  readonly styles: readonly CellStyle[];
  /** The number of the fill colour of each cell style; 0 for none. */
  readonly fills: readonly number[];
}

const resolve = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const p of target.split('/')) {
    if (p === '..') parts.pop();
    else if (p !== '.' && p !== '') parts.push(p);
  }
  return parts.join('/');
};

function relations(
  zip: ZipArchive,
  part: string,
): Map<string, { readonly type: string; readonly target: string }> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const rels = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const out = new Map<string, { type: string; target: string }>();
  if (!zip.has(rels)) return out;
  readXml(zip, rels, {
    open: (name, a) => {
      if (name === 'Relationship' && a.TargetMode !== 'External')
        out.set(a.Id ?? '', { type: a.Type ?? '', target: resolve(part, a.Target ?? '') });
    },
  });
  return out;
}

/**
 * Makes the key of a fill's colour, which is equal for fills that look alike. It is empty for an
 * invisible fill.
 */
const readColour = ({ rgb, theme, tint, indexed }: Readonly<Record<string, string>>): string => {
  const isWhite =
    /^(?:..)?f{6}$/i.test(rgb ?? '') ||
    (theme === '0' && Number(tint ?? 0) === 0) ||
    indexed === '9' ||
    indexed === '64';
  return isWhite ? '' : [rgb, theme, tint, indexed].join(' ');
};

function readStyles(zip: ZipArchive, part: string): Pick<Workbook, 'styles' | 'fills'> {
  const custom = new Map<number, CellStyle>();
  const styles: CellStyle[] = [];
  const fills: number[] = [];
  // the colours by index of their fill
  const colours: string[] = [];
  const numbers = new Map([['', 0]]);
  let [inCells, inFills, isSolid] = [false, false, false];
  readXml(zip, part, {
    open: (name, a) => {
      if (name === 'numFmt') custom.set(Number(a.numFmtId), readFormatStyle(a.formatCode ?? ''));
      else if (name === 'fills') inFills = true;
      else if (name === 'fill' && inFills && colours.length < 100_000) colours.push('');
      else if (name === 'patternFill' && inFills) {
        isSolid =
          a.patternType !== undefined && a.patternType !== 'none' && a.patternType !== 'gray125';
        if (isSolid) colours[colours.length - 1] = `fill ${colours.length}`;
      } else if (name === 'fgColor' && inFills && isSolid)
        colours[colours.length - 1] = readColour(a);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && styles.length < 100_000) {
        styles.push(custom.get(Number(a.numFmtId)) ?? readBuiltInStyle(Number(a.numFmtId)));
        const colour = colours[Number(a.fillId ?? 0)] ?? '';
        if (!numbers.has(colour)) numbers.set(colour, numbers.size);
        fills.push(numbers.get(colour) ?? 0);
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
      else if (name === 'fills') inFills = false;
    },
  });
  return { styles, fills };
}

/** Reads shared strings without phonetic readings (`rPh`). */
function readStrings(zip: ZipArchive, part: string, onShare: OnShare | undefined): string[] {
  const tooMany = () => createRejection('too_many_cells', { limit: limits.cells });
  if (zip.occurrences(part, '<si', limits.cells) > limits.cells) throw tooMany();
  const strings: string[] = [];
  const pool = createPool();
  let current = '';
  let inText = false;
  let phonetic = 0;
  readXml(
    zip,
    part,
    {
      open: (name) => {
        if (name === 'si') current = '';
        else if (name === 'rPh') phonetic += 1;
        else if (name === 't') inText = phonetic === 0;
      },
      text: (text) => {
        if (!inText) return;
        current += text;
        if (current.length > limits.cellCharacters)
          throw createRejection('shared_string_too_long', { limit: limits.cellCharacters });
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'si') {
          if (strings.length >= limits.cells) throw tooMany();
          strings.push(pool(unescapeX(current)));
        }
      },
    },
    (share) => onShare?.(share / 2, 0),
  );
  return strings;
}

/**
 * Replaces `_x000D_`, the format's notation of a control character. Line ends later become spaces.
 */
export const unescapeX = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

/**
 * Reads the parts that every sheet needs. It never reads macros and links.
 * @throws ImportFailure if a part is missing, broken or beyond a limit
 */
export function readWorkbook(zip: ZipArchive, onShare?: OnShare): Workbook {
  const main =
    [...relations(zip, '').values()].find((r) => r.type.endsWith('/officeDocument'))?.target ??
    'xl/workbook.xml';
  const rels = relations(zip, main);
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  readXml(zip, main, {
    open: (name, a) => {
      if (name === 'workbookPr') date1904 = a.date1904 === '1' || a.date1904 === 'true';
      if (name === 'sheet' && sheets.length < 200) {
        const id = Object.entries(a).find(([k]) => k === 'id' || k.endsWith(':id'))?.[1] ?? '';
        const rel = rels.get(id);
        if (rel && zip.has(rel.target))
          sheets.push({
            name: a.name ?? `${sheets.length + 1}`,
            part: rel.target,
            hidden: a.state === 'hidden' || a.state === 'veryHidden',
          });
      }
    },
  });
  const findPart = (type: string): string | undefined =>
    [...rels.values()].find((r) => r.type.endsWith(type) && zip.has(r.target))?.target;
  const stringsPart = findPart('/sharedStrings');
  const stylesPart = findPart('/styles');
  const styles = stylesPart === undefined ? { styles: [], fills: [] } : readStyles(zip, stylesPart);
  return {
    sheets,
    date1904,
    strings: stringsPart === undefined ? undefined : readStrings(zip, stringsPart, onShare),
    ...styles,
  };
}
