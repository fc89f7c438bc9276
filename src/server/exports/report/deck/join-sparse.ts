import type { Slide, SlidePart } from '#server/exports/formats/pptx/slide.ts';
import { linesHeight, tableHeight } from '#server/exports/formats/pptx/slide-parts.ts';
import { slideRoom } from '#server/exports/formats/pptx/slide-xml.ts';
import type { DeckSlide } from './deck-input.ts';
import { tableRoom } from './deck-tables.ts';

/** A slide with at most this number of rows is joined with its neighbour. */
const fewRows = 3;
/** The neighbour keeps at least this number of rows. */
const leastRows = 4;
/** The height of the title above the joined tables with the gaps around it, in inches. */
const titleHeight = 1;
const gap = 0.2;

/** Counts the rows of the highest column of parts. */
const countRows = (parts: readonly SlidePart[]): number =>
  parts.reduce((sum, part) => {
    if (part.kind === 'table') return sum + part.table.rows.length;
    if (part.kind === 'lines') return sum + part.lines.length;
    if (part.kind !== 'columns') return sum;
    return sum + Math.max(...part.columns.map((column) => countRows(column.parts)));
  }, 0);

/** Measures parts without charts, in inches. */
function measureParts(parts: readonly SlidePart[], width: number): number {
  return parts.reduce((sum, part) => {
    if (part.kind === 'table') return sum + tableHeight(part.table, width);
    if (part.kind === 'lines') return sum + linesHeight(part.lines, width) + gap;
    if (part.kind !== 'columns') return sum;
    const total = part.columns.reduce((all, { share }) => all + share, 0);
    const heights = part.columns.map((column) =>
      measureParts(column.parts, (width * column.share) / total),
    );
    return sum + Math.max(...heights);
  }, 0);
}

/**
 * Puts the tables of a sparse slide below those of its neighbour.
 *
 * @returns undefined if the neighbour would keep too few rows
 */
function joinBelow(main: DeckSlide, { topic, slide }: DeckSlide): DeckSlide | undefined {
  if (main.makeSlide === undefined || main.sparse !== undefined) return undefined;
  const room = tableRoom - measureParts(slide.parts, slideRoom) - titleHeight;
  const texts = main.slide.parts.filter(({ kind }) => kind === 'lines');
  const smaller = main.makeSlide(room - measureParts(texts, slideRoom));
  const rows = countRows(smaller.parts);
  if (rows < Math.min(leastRows, countRows(main.slide.parts))) return undefined;
  if (measureParts(smaller.parts, slideRoom) > room) return undefined;
  const heading = { kind: 'lines', lines: [slide.title], points: 16 } as const;
  const foot = [...new Set([...slide.foot, ...smaller.foot])];
  const joint: Slide = { ...smaller, parts: [...smaller.parts, heading, ...slide.parts], foot };
  return { ...main, slide: joint, sparse: { topic, title: slide.title } };
}

const isSparse = ({ makeSlide, sparse, slide }: DeckSlide): boolean =>
  makeSlide !== undefined && sparse === undefined && countRows(slide.parts) <= fewRows;

/**
 * Joins each slide of few rows with the nearest slide of tables, the one before it first. Without
 * room there it stays a slide.
 */
export function joinSparse(slides: readonly DeckSlide[]): readonly DeckSlide[] {
  const at = slides.findIndex(
    (slide, index) => isSparse(slide) && joinAt(slides, index) !== undefined,
  );
  const joint = at < 0 ? undefined : joinAt(slides, at);
  return joint === undefined ? slides : joinSparse(joint);
}

/** Joins the slide at a place, if a neighbour has room. */
function joinAt(slides: readonly DeckSlide[], at: number): readonly DeckSlide[] | undefined {
  const own = slides[at];
  const before = slides.findLastIndex(
    ({ makeSlide }, index) => index < at && makeSlide !== undefined,
  );
  const after = slides.findIndex(({ makeSlide }, index) => index > at && makeSlide !== undefined);
  for (const place of [before, after]) {
    const main = slides[place];
    const joint = main === undefined || own === undefined ? undefined : joinBelow(main, own);
    if (joint !== undefined) return slides.with(place, joint).toSpliced(at, 1);
  }
  return undefined;
}
