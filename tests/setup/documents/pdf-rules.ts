import { compact } from '#domain/values/compact.ts';
import { SaxesParser } from 'saxes';
import {
  entry,
  follow,
  isDictionary,
  ofType,
  type PdfDictionary,
  type PdfObjects,
  type PdfValue,
  readPdfObjects,
} from './pdf-objects.ts';

/** An element of the structure of a PDF. */
export interface PdfElement {
  readonly type: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly children: readonly PdfElement[];
  /** The number of pieces of pages that it holds itself. */
  readonly pieces: number;
}

const list = (value: PdfValue | undefined): readonly PdfValue[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as PdfValue];

function readElement(objects: PdfObjects, value: PdfDictionary): PdfElement {
  const kids = list(entry(objects, value, 'K')).map((kid) => follow(objects, kid));
  const elements = kids.filter(isDictionary).filter(({ entries }) => entries.has('S'));
  const alt = entry(objects, value, 'Alt');
  const scope = entry(objects, entry(objects, value, 'A'), 'Scope');
  return {
    type: String(entry(objects, value, 'S')).slice(1),
    ...compact({
      alt: typeof alt === 'string' ? alt : undefined,
      scope: typeof scope === 'string' ? scope.slice(1) : undefined,
    }),
    children: elements.map((kid) => readElement(objects, kid)),
    pieces: kids.length - elements.length,
  };
}

/** Reads the structure of a PDF from its root down. @returns undefined where it has none */
export function readPdfTree(objects: PdfObjects): PdfElement | undefined {
  const [catalog] = ofType(objects, '/Catalog');
  const [top] = list(entry(objects, entry(objects, catalog, 'StructTreeRoot'), 'K'));
  const root = follow(objects, top);
  return isDictionary(root) ? readElement(objects, root) : undefined;
}
/** Lists an element and all its descendants, in reading order. */
export const flatten = (element: PdfElement): readonly PdfElement[] => [
  element,
  ...element.children.flatMap(flatten),
];

/** Which parents an element may have. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
};
function* nestingFaults(element: PdfElement): Generator<string> {
  for (const child of element.children) {
    const parentNames = parents[child.type];
    if (parentNames !== undefined && !parentNames.includes(element.type))
      yield `a ${child.type} stands in a ${element.type}`;
    yield* nestingFaults(child);
  }
}
function* elementFaults({
  type,
  alt = '',
  scope,
  children,
  pieces,
}: PdfElement): Generator<string> {
  if (type === 'Figure' && alt === '') yield 'a Figure has no alternative text';
  if (type === 'TH' && scope === undefined) yield 'a TH has no scope';
  if (['H1', 'H2', 'P', 'LBody', 'Link'].includes(type) && pieces + children.length === 0)
    yield `a ${type} is empty`;
  if (type !== 'Table') return;
  const [head, ...rows] = children;
  if (head?.children.some((cell) => cell.type !== 'TH')) yield 'a Table has no head';
  if (rows.some(({ children: cells }) => cells.length !== head?.children.length))
    yield 'a Table has rows of different lengths';
}
/** Headings begin with one H1, and none skips a level. */
function* headingFaults(elements: readonly PdfElement[]): Generator<string> {
  const levels = elements.flatMap(({ type }) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  if (levels.filter((level) => level === 1).length !== 1) yield 'it has not one H1';
  if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1))
    yield 'a heading skips a level';
}

const painting = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', 'Do', 'sh']);
/** Content that a page paints outside a tag, and tags that are not closed. */
function* contentFaults(content: string): Generator<string> {
  const bare = content
    .replaceAll(/<[0-9a-fA-F\s]*>(?!>)/g, ' ')
    .replaceAll(/\((?:\\.|[^\\)])*\)/gs, ' ');
  const open: string[] = [];
  let last = '';
  for (const word of bare.split(/\s+/)) {
    if (word === 'BDC' || word === 'BMC') open.push(last);
    else if (word === 'EMC' && open.pop() === undefined) yield 'a tag is closed twice';
    else if (painting.has(word) && open.length === 0) yield 'a page paints without a tag';
    last = word;
  }
  if (open.length > 0) yield 'a tag is left open';
}
function* pageFaults(objects: PdfObjects): Generator<string> {
  for (const page of ofType(objects, '/Page')) {
    if (entry(objects, page, 'Tabs') !== '/S') yield 'a page has no order of tabs';
    const content = entry(objects, page, 'Contents');
    if (isDictionary(content)) yield* contentFaults(content.stream ?? '');
    for (const annotation of list(entry(objects, page, 'Annots')))
      if (entry(objects, follow(objects, annotation), 'Contents') === undefined)
        yield 'an annotation has no description';
  }
}

function* fontFaults(objects: PdfObjects): Generator<string> {
  for (const font of ofType(objects, '/Font')) {
    if (entry(objects, font, 'Subtype') === '/Type0' && !font.entries.has('ToUnicode'))
      yield 'a font does not say its characters';
    const descriptor = entry(objects, font, 'FontDescriptor');
    const isWhole = ['FontFile', 'FontFile2', 'FontFile3'].some(
      (name) => entry(objects, descriptor, name) !== undefined,
    );
    if (!isWhole && entry(objects, font, 'Subtype') !== '/Type0') yield 'a font is not embedded';
  }
}

/** The metadata, when they are well-formed. */
function readMetadata(xml: string): { readonly title: string; readonly part: string } | undefined {
  try {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser
      .write(xml.replace(/^<\?xpacket[^>]*\?>/, '').replace(/<\?xpacket[^>]*\?>\s*$/, ''))
      .close();
  } catch {
    return undefined;
  }
  return {
    title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(xml)?.[1] ?? '',
    part: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(xml)?.[1] ?? '',
  };
}
function* documentFaults(objects: PdfObjects): Generator<string> {
  const [catalog] = ofType(objects, '/Catalog');
  const readEntry = (name: string) => entry(objects, catalog, name);
  if (typeof readEntry('Lang') !== 'string') yield 'it has no language';
  if (entry(objects, readEntry('MarkInfo'), 'Marked') !== true) yield 'it is not tagged';
  if (entry(objects, readEntry('ViewerPreferences'), 'DisplayDocTitle') !== true)
    yield 'its title is not displayed';
  const metadata = readEntry('Metadata');
  const bytes = isDictionary(metadata) ? (metadata.stream ?? '') : '';
  const xmp = readMetadata(Buffer.from(bytes, 'latin1').toString('utf8'));
  if (xmp === undefined) yield 'its metadata are no XML';
  else {
    if (xmp.title === '') yield 'its metadata have no title';
    if (xmp.part !== '1') yield 'it does not say that it keeps PDF/UA-1';
  }
}

/**
 * Checks a PDF by rules of ISO 14289-1 (PDF/UA-1) that its bytes show.
 *
 * @returns each fault once
 */
export function findPdfFaults(pdf: Uint8Array): readonly string[] {
  const objects = readPdfObjects(pdf);
  const tree = readPdfTree(objects);
  const elements = tree === undefined ? [] : flatten(tree);
  return [
    ...new Set([
      ...documentFaults(objects),
      ...(tree === undefined ? ['it has no structure'] : nestingFaults(tree)),
      ...elements.flatMap((element) => [...elementFaults(element)]),
      ...headingFaults(elements),
      ...pageFaults(objects),
      ...fontFaults(objects),
    ]),
  ];
}
