import type { LabelPlace, OfficeSeries } from '#charts/kit/office/office-chart.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import {
  chartPoints,
  hatchFill,
  type Ink,
  noFill,
  noLine,
  paleFill,
  textStyle,
  writeLine,
} from './chart-paint.ts';
import {
  type ChartSheet,
  listShortParts,
  writeCategories,
  writePlaces,
  writeSeriesName,
  writeValues,
} from './chart-values.ts';
import { runText, solid } from './ooxml.ts';

/** Options for writing a series. */
export interface SeriesOptions {
  readonly ink: Ink;
  readonly format: string;
  readonly index: number;
  /** The width and the height of the plot in points. */
  readonly width: number;
  readonly height: number;
}
const shows = (value: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** Whether a fill is too dark for text in the ink colour. */
const isStrong = (token: Token): boolean => token === 'accent' || /^stage-[4-7]$/.test(token);

/**
 * Writes the labels at the points of a series. The format allows no position for labels of an area.
 */
function writeTexts(series: OfficeSeries, place: LabelPlace | undefined, ink: Ink): string {
  const { labels = [], label_colour: token = 'ink', label_bold: bold = false } = series;
  const at = place === undefined ? '' : `<c:dLblPos val="${place}"/>`;
  const look = `sz="${chartPoints * 100}" b="${bold ? 1 : 0}"`;
  const run = (text: string): string =>
    `<a:p><a:pPr algn="l"/><a:r><a:rPr lang="en-US" ${look}>${solid(ink(token))}</a:rPr><a:t>${runText(text)}</a:t></a:r></a:p>`;
  const each = labels.map((text, index) =>
    text === null || text === ''
      ? ''
      : `<c:dLbl><c:idx val="${index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>${text.split('\n').map(run).join('')}</c:rich></c:tx>${noFill}${at}${shows(true)}</c:dLbl>`,
  );
  return `<c:dLbls>${each.join('')}${noFill}${textStyle(chartPoints, ink(token), bold)}${shows(false)}</c:dLbls>`;
}

/**
 * Writes the numbers of bars: after each bar, or inside the parts of a stack that are large enough.
 */
function writeNumbers(sheet: ChartSheet, series: OfficeSeries, options: SeriesOptions): string {
  const { native } = sheet;
  const { ink, format } = options;
  const isStack = native.kind === 'bar' && native.stacked === true;
  const shortParts = isStack ? listShortParts(sheet, series) : [];
  const paint = ink(
    isStack && isStrong(series.colour) && series.hatched !== true ? 'surface' : 'ink',
  );
  const code = isStack && !format.includes(';') ? `${format};-${format};;` : format;
  return `<c:dLbls>${shortParts.map((at) => `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`).join('')}<c:numFmt formatCode="${xmlText(code)}" sourceLinked="0"/>${noFill}${textStyle(11, paint)}<c:dLblPos val="${isStack ? 'ctr' : 'outEnd'}"/>${shows(true)}</c:dLbls>`;
}

function writeFill(series: OfficeSeries, ink: Ink): string {
  const hex = ink(series.colour);
  if (series.hidden === true) return noFill;
  if (series.hatched === true)
    return series.edgeless === true
      ? `<c:spPr>${hatchFill(hex, ink('bg'))}${noLine}</c:spPr>`
      : `<c:spPr>${hatchFill(hex, ink('stage-2'))}${writeLine(hex, 0.75)}</c:spPr>`;
  if (series.hollow === true)
    return `<c:spPr><a:noFill/>${writeLine(hex, 1, series.dashed === true ? 'sysDash' : '')}</c:spPr>`;
  if (series.pale === true) return `<c:spPr>${paleFill(hex, 60)}${noLine}</c:spPr>`;
  // an outline in the background colour separates the parts of a bar
  return `<c:spPr>${solid(hex)}${series.edgeless === true ? noLine : writeLine(ink('bg'), 0.5)}</c:spPr>`;
}

/** The share of a hollow mark that has the background colour. */
const insideShare = 0.62;

function writeMarker(
  { symbol = 'circle', size = 8, colour }: OfficeSeries,
  ink: Ink,
  inside = false,
): string {
  if (symbol === 'none') return '<c:marker><c:symbol val="none"/></c:marker>';
  const hex = ink(inside ? 'bg' : colour);
  const edge = symbol === 'x' || symbol === 'dash' ? writeLine(hex, 1.5) : noLine;
  const points = Math.max(2, Math.round(inside ? size * insideShare : size));
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="${points}"/><c:spPr>${solid(hex)}${edge}</c:spPr></c:marker>`;
}

/** Converts a thickness on the horizontal axis of a scatter, or in its rows, to points. */
function withThickness(
  { thickness, row_thickness, ...series }: OfficeSeries,
  { native }: ChartSheet,
  { width, height }: SeriesOptions,
): OfficeSeries {
  const { axis } = native;
  if (row_thickness !== undefined && native.kind === 'scatter')
    return { ...series, line: (row_thickness * height) / native.rows };
  if (thickness === undefined || axis === undefined) return series;
  return { ...series, line: (thickness / (axis.max - axis.min)) * width };
}

function writeStroke({ line, dashed, colour }: OfficeSeries, ink: Ink): string {
  if (line === undefined || line === 0)
    return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`;
  return `<c:spPr>${writeLine(ink(colour), line, dashed === true ? 'dash' : '')}</c:spPr>`;
}

/**
 * The order in which a series is drawn. LibreOffice draws the first series of a scatter on top,
 * other programs the one with the highest order; the inside of a hollow mark is above its mark.
 */
function orderOf({ native }: ChartSheet, index: number): number {
  if (native.kind !== 'scatter') return index;
  const isInside = index >= insideIndex;
  return (insideIndex - (index % insideIndex)) * 2 + (isInside ? 1 : 0);
}

const start = (sheet: ChartSheet, series: OfficeSeries, index: number): string =>
  `<c:ser><c:idx val="${index}"/><c:order val="${orderOf(sheet, index)}"/>${writeSeriesName(sheet, series)}`;

/** Writes a series of bars or columns. */
export function writeBars(sheet: ChartSheet, series: OfficeSeries, options: SeriesOptions): string {
  const { ink, format, index } = options;
  const labels =
    series.labels !== undefined
      ? writeTexts(series, series.label_place ?? 'inBase', ink)
      : sheet.native.frame === undefined && sheet.native.kind === 'bar' && series.hidden !== true
        ? writeNumbers(sheet, series, options)
        : '';
  return `${start(sheet, series, index)}${writeFill(series, ink)}<c:invertIfNegative val="0"/>${labels}${writeCategories(sheet)}${writeValues(sheet, series, 'val', format)}</c:ser>`;
}

/** Writes a series of an area under a line. */
export const writeArea = (
  sheet: ChartSheet,
  series: OfficeSeries,
  { ink, format, index }: SeriesOptions,
): string =>
  `${start(sheet, series, index)}${writeFill(series, ink)}${writeCategories(sheet)}${writeValues(sheet, series, 'val', format)}</c:ser>`;

/** Writes the lines from points to the axis: error bars, because LibreOffice draws no drop lines. */
const writeDrop = ({ drop, colour }: OfficeSeries, ink: Ink): string =>
  drop === true
    ? `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/><c:spPr>${writeLine(ink(colour), 1)}</c:spPr></c:errBars>`
    : '';

/** A series of marks: its points as XML, and the place of its labels. */
interface Dots {
  readonly series: OfficeSeries;
  readonly points: string;
  readonly place: LabelPlace;
}
/**
 * Writes a series of marks. Some programs fill every mark, so a second, smaller mark in the
 * background colour on the same cells makes a hollow one. In a scatter LibreOffice draws the first
 * series on top.
 */
function writeDots(
  sheet: ChartSheet,
  { series, points, place }: Dots,
  options: SeriesOptions,
): string {
  const { ink, index } = options;
  const labels = series.labels === undefined ? '' : writeTexts(series, place, ink);
  const dots = `${start(sheet, series, index)}${writeStroke(series, ink)}${writeMarker(series, ink)}${labels}${writeDrop(series, ink)}${points}<c:smooth val="0"/></c:ser>`;
  if (series.hollow !== true) return dots;
  const inside = `${start(sheet, series, index + insideIndex)}${writeStroke({ ...series, line: 0 }, ink)}${writeMarker(series, ink, true)}${points}<c:smooth val="0"/></c:ser>`;
  return sheet.native.kind === 'scatter' ? inside + dots : dots + inside;
}
/** The index of the first inside of a hollow mark. */
const insideIndex = 100;

/** Writes a series of a line, with or without marks at its points. */
export function writeLineSeries(
  sheet: ChartSheet,
  series: OfficeSeries,
  options: SeriesOptions,
): string {
  const isPlan = series.dashed === true;
  const drawnSeries: OfficeSeries = {
    line: isPlan ? 1.5 : 2.5,
    symbol: isPlan ? 'none' : 'circle',
    size: 5,
    ...series,
  };
  const points = `${writeCategories(sheet)}${writeValues(sheet, series, 'val', options.format)}`;
  return writeDots(
    sheet,
    { series: drawnSeries, points, place: series.label_place ?? 'r' },
    options,
  );
}

/** Writes a series of a scatter: points with a horizontal place and a value. */
export function writeScatter(
  sheet: ChartSheet,
  series: OfficeSeries,
  options: SeriesOptions,
): string {
  const points = `${writePlaces(sheet, series, options.format)}${writeValues(sheet, series, 'yVal', '0.0')}`;
  const drawnSeries = withThickness(series, sheet, options);
  return writeDots(
    sheet,
    { series: drawnSeries, points, place: series.label_place ?? 'r' },
    options,
  );
}
