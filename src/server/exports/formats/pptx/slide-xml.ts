import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import { balanceText, textWidth, wrapText } from '#charts/kit/style/font-advances.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import { fitLogo } from '#domain/zone/report/report-logo.ts';
import { inkOf } from './chart-paint.ts';
import { head, namespaces, runText } from './ooxml.ts';
import { shareRows, takeRows } from './slide-chart.ts';
import type { PlacedChart } from './slide-frame.ts';
import { addParts, chartRoom } from './slide-parts.ts';
import { type Box, qrShape, Shapes, tagOf } from './slide-shapes.ts';
import type { DeckLogo, Slide, SlidePart } from './slide.ts';

/** Slide size in inches: 16:9, the default of every office program. */
export const slideSize = { width: 13.333, height: 7.5 } as const;
/** The places of the parts of every slide, in inches. */
export const slidePlaces = {
  margin: 0.583,
  zone: { y: 0.3, height: 0.26 },
  rule: 0.64,
  title: { y: 0.8, height: 0.46 },
  foot: 7.32,
} as const;
const { margin } = slidePlaces;
/** The width between the margins, in inches. */
export const slideRoom = slideSize.width - margin * 2;
const footPoints = 10.5;
const footLine = 0.175;
const qrSize = 0.9;
/** The room for the rule above the foot, in inches. */
const ruleRoom = 0.09;

/** The room for the logo at the right end of the head, in inches. */
const logoRoom = { width: 1.6, height: 0.42 } as const;
/** Places the logo on every slide. @returns its box in inches */
export function placeLogo(logo: Pick<DeckLogo, 'width' | 'height'>) {
  const size = fitLogo(logo, logoRoom);
  const y = slidePlaces.rule - 0.06 - logoRoom.height + (logoRoom.height - size.height) / 2;
  return { ...size, x: margin + slideRoom - size.width, y };
}

/** Adds the zone, the mark of invented values and a rule. The master has the logo. */
function addHead(shapes: Shapes, { zone, mark }: Slide, logo: DeckLogo | undefined): void {
  const { y, height } = slidePlaces.zone;
  const wide = mark === undefined ? 0 : textWidth(mark, 11, true) / 72 + 0.55;
  const room = slideRoom - (logo === undefined ? 0 : placeLogo(logo).width + 0.15);
  const box = { x: margin, y, width: room - wide, height };
  shapes.text('Zone', box, [[{ text: zone, points: 12, ink: 'ink-2' }]], {
    placeholder: 'ftr',
    anchor: 'ctr',
  });
  if (mark !== undefined) {
    const x = margin + room - wide + 0.15;
    shapes.text(
      'Status',
      { x, y: y - 0.02, width: wide - 0.15, height: height + 0.02 },
      [[{ text: mark, points: 11, ink: 'illus-ink', bold: true }]],
      { align: 'ctr', anchor: 'ctr', fill: 'illus-bg', edge: 'illus-border' },
    );
  }
  shapes.bar(
    'Rule above',
    { x: margin, y: slidePlaces.rule, width: slideRoom, height: 0.016 },
    'rule-strong',
  );
}

/** Sizes of a title in points, the usual one first. */
const titlePoints = [24, 20, 18] as const;

/** Places title and subtitle. `bottom` is the top of the body in inches. */
function placeTitles({ title, subtitle }: Slide) {
  const { y, height } = slidePlaces.title;
  // other fonts are wider than ours
  const linesAt = (size: number): number =>
    balanceText(title, slideRoom * 72 * 0.86, size, true).length;
  // a smaller size in one line leaves the body more room than two lines
  const points =
    titlePoints.find((size) => linesAt(size) === 1) ??
    titlePoints.slice(1).find((size) => linesAt(size) === 2) ??
    16;
  const isWrapped = linesAt(points) > 1;
  const tall = isWrapped ? 0.7 : height;
  const below = y + tall;
  const count =
    subtitle === '' ? 0 : Math.min(2, wrapText(subtitle, slideRoom * 72 * 0.9, 13.5).length);
  return {
    y,
    points,
    isWrapped,
    tall,
    below,
    count,
    bottom: below + (count === 0 ? 0.15 : 0.28 * count + 0.14),
  };
}

/** Adds title and subtitle. */
function addTitles(shapes: Shapes, slide: Slide): void {
  const { y, points, isWrapped, tall, below, count } = placeTitles(slide);
  shapes.text(
    'Title',
    { x: margin, y, width: slideRoom, height: tall },
    [[{ text: slide.title, points, ink: 'ink', bold: true }]],
    { placeholder: 'title', anchor: isWrapped ? 't' : 'ctr' },
  );
  if (count === 0) return;
  const line = { x: margin, y: below, width: slideRoom, height: 0.28 * count };
  shapes.text('Subtitle', line, [[{ text: slide.subtitle, points: 13.5, ink: 'ink-2' }]]);
}

/** Computes the width at which the lines of the foot wrap. */
const footWidth = (address: string | undefined): number =>
  slideRoom - 0.6 - (address === undefined ? 0 : qrSize + 0.15);
const footHeight = ({ foot, address }: Slide): number => {
  const lines = foot.flatMap((line) => wrapText(line, footWidth(address) * 72 * 0.92, footPoints));
  return Math.max(lines.length * footLine, address === undefined ? 0 : qrSize);
};

/** Adds a rule, then status, source and day, the address as a QR code, and the slide number. */
function addFoot(shapes: Shapes, slide: Slide, page: number): void {
  const { foot, address } = slide;
  const height = footHeight(slide);
  const top = slidePlaces.foot - height;
  shapes.bar('Rule', { x: margin, y: top - ruleRoom, width: slideRoom, height: 0.01 }, 'rule');
  const box = { x: margin, y: top, width: footWidth(address), height };
  shapes.text(
    'Source',
    box,
    foot.map((text) => [{ text, points: footPoints, ink: 'ink-3' }]),
  );
  if (address !== undefined) {
    const x = slideSize.width - margin - qrSize - 0.5;
    qrShape(shapes, address, { x, y: top, width: qrSize, height: qrSize });
  }
  shapes.pageNumber(
    { x: slideSize.width - margin - 0.45, y: top, width: 0.45, height: 0.2 },
    page,
    11,
  );
}

/** Finds the box between the titles and the foot, in inches. */
function findBody(slide: Slide): Box {
  const y = placeTitles(slide).bottom;
  const bottom = slidePlaces.foot - footHeight(slide) - ruleRoom;
  return { x: margin, y, width: slideRoom, height: bottom - 0.12 - y };
}

/** Whether a chart has rows of its own, which slides can share. */
const hasOwnRows = (native: OfficeChart): boolean =>
  native.kind === 'scatter' ||
  (native.kind === 'bar' && native.table !== undefined && native.first === undefined);

/**
 * Spreads the rows of a chart with a table around them over slides, if one slide has no room for
 * all rows: a row that grows with its texts would move away from its marks. A brief foot that
 * keeps all rows on one slide comes first. Lines below the chart are on the last slide.
 */
export function spreadRows(slide: Slide): readonly Slide[] {
  const [part, ...others] = slide.parts;
  if (part?.kind !== 'chart' || others.some(({ kind }) => kind !== 'lines')) return [slide];
  const { native } = part.chart;
  const { frame, below, currencies } = native;
  if (!hasOwnRows(native) || frame === undefined || below !== undefined || currencies !== undefined)
    return [slide];
  const findEnds = (one: Slide): readonly number[] =>
    shareRows(native, frame, chartRoom(findBody(one), others));
  const { brief_foot, ...own } = slide;
  const brief = brief_foot === undefined ? slide : { ...own, foot: brief_foot };
  const ends = findEnds(slide);
  if (ends.length < 2) return [slide];
  if (findEnds(brief).length < 2) return [brief];
  return ends.map((end, at) => {
    const rows = takeRows(native, frame, ends[at - 1] ?? 0, end);
    const chart: SlidePart = { kind: 'chart', chart: { ...part.chart, native: rows } };
    return { ...slide, parts: at < ends.length - 1 ? [chart] : [chart, ...others] };
  });
}

/** A slide as XML, with the charts of its relations from rId3 on. */
export interface WrittenSlide {
  readonly xml: string;
  readonly charts: readonly PlacedChart[];
}

/** The context in which a slide is written. */
interface SlideContext {
  readonly language: Language;
  readonly theme: Theme;
  readonly page: number;
  readonly logo?: DeckLogo | undefined;
}

/** Writes the part `ppt/slides/slideN.xml`: head, titles, body and foot. */
export function writeSlide(
  slide: Slide,
  { language, theme, page, logo }: SlideContext,
): WrittenSlide {
  const shapes = new Shapes(language, inkOf(theme));
  addHead(shapes, slide, logo);
  addTitles(shapes, slide);
  addFoot(shapes, slide, page);
  const charts = addParts(shapes, findBody(slide), slide.parts, 3);
  const xml = `${head}<p:sld ${namespaces}><p:cSld><p:bg><p:bgPr>${shapes.paint('bg')}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
  return { xml, charts };
}

/** Writes the part of speaker notes of a slide, one paragraph for each note. */
export function notesXml(notes: readonly string[], language: Language): string {
  const tag = tagOf(language);
  const paragraphs = notes
    .map(
      (note) => `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${runText(note)}</a:t></a:r></a:p>`,
    )
    .join('');
  return `${head}<p:notes ${namespaces}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs || '<a:p/>'}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
