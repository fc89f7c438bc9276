import type { OfficeSeries } from '#charts/kit/office/office-chart.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import type { Language } from '#domain/values/language.ts';
import { writeDayAxis, writeNameAxis, writeRowAxis, writeValueAxis } from './chart-axes.ts';
import { chartPoints, inkOf, noLine, textStyle } from './chart-paint.ts';
import {
  type SeriesOptions,
  writeArea,
  writeBars,
  writeLineSeries,
  writeScatter,
} from './chart-series.ts';
import { axisFormat } from './chart-scale.ts';
import type { ChartSheet } from './chart-values.ts';
import { head } from './ooxml.ts';

/** The place of the plot in its frame, as shares of the frame, and its size in points. */
export interface PlotPlace {
  readonly points: { readonly width: number; readonly height: number };
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const [acrossId, upId] = [1001, 1002];
const ids = `<c:axId val="${acrossId}"/><c:axId val="${upId}"/>`;

type Writer = (sheet: ChartSheet, series: OfficeSeries, options: SeriesOptions) => string;
/** The common properties of all series of a chart. */
type PlotOptions = Omit<SeriesOptions, 'index'>;
/** Writes the series of one kind, numbered by their order in the chart. */
const writeAll = (
  sheet: ChartSheet,
  as: OfficeSeries['as'],
  write: Writer,
  options: PlotOptions,
): string =>
  sheet.native.series
    .map((series, index) => (series.as === as ? write(sheet, series, { ...options, index }) : ''))
    .join('');
const lineGroup = (series: string): string =>
  series === ''
    ? ''
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>`;

function writeBarPlot(sheet: ChartSheet, options: PlotOptions): string {
  const { ink, format } = options;
  const { native } = sheet;
  if (native.kind !== 'bar' && native.kind !== 'column') return '';
  const lying = native.kind === 'bar';
  const isStack = native.stacked === true;
  const apart = native.series.every(({ column }) => column !== undefined);
  const overlap = isStack
    ? 100
    : native.kind === 'bar' && native.overlap !== undefined
      ? native.overlap
      : apart && lying
        ? -10
        : 100;
  const bars = writeAll(sheet, undefined, writeBars, options);
  const lines = writeAll(sheet, 'line', writeLineSeries, options);
  return `<c:barChart><c:barDir val="${lying ? 'bar' : 'col'}"/><c:grouping val="${isStack ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${bars}<c:gapWidth val="${native.gap ?? (apart ? 60 : 40)}"/><c:overlap val="${overlap}"/>${ids}</c:barChart>${lineGroup(lines)}${writeNameAxis({ id: acrossId, cross: upId, side: lying ? 'l' : 'b', hidden: lying ? native.frame !== undefined : native.kind === 'column' && native.nameless === true }, ink)}${writeValueAxis({ id: upId, cross: acrossId, side: lying ? 't' : 'l', format, axis: native.axis, between: 'between' }, ink)}`;
}

function writePlot(sheet: ChartSheet, options: PlotOptions, language: Language): string {
  const { ink, format } = options;
  const { native } = sheet;
  if (native.kind === 'scatter')
    return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${writeAll(sheet, undefined, writeScatter, options)}${ids}</c:scatterChart>${writeValueAxis({ id: acrossId, cross: upId, side: 't', format: native.days === true ? 'yyyy' : format, axis: native.axis, between: 'midCat', above: true }, ink)}${writeRowAxis(upId, acrossId, native.rows, ink)}`;
  if (native.kind !== 'line') return writeBarPlot(sheet, options);
  const areas = writeAll(sheet, 'area', writeArea, options);
  const areaGroup =
    areas === ''
      ? ''
      : `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${areas}${ids}</c:areaChart>`;
  return `${areaGroup}${lineGroup(writeAll(sheet, undefined, writeLineSeries, options))}${writeDayAxis(sheet, { id: acrossId, cross: upId, language, width: options.width }, ink)}${writeValueAxis({ id: upId, cross: acrossId, side: 'l', format, axis: native.axis, between: 'midCat' }, ink)}`;
}

/**
 * Writes the part `ppt/charts/chartN.xml`: a chart with its rows, which office programs draw and
 * can edit.
 */
export function chartXml(
  sheet: ChartSheet,
  { x, y, width, height, points }: PlotPlace,
  { language, theme }: { readonly language: Language; readonly theme: Theme },
): string {
  const ink = inkOf(theme);
  const format = axisFormat(sheet.native);
  const part = (value: number): string => String(Math.round(value * 1e5) / 1e5);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${part(x)}"/><c:y val="${part(y)}"/><c:w val="${part(width)}"/><c:h val="${part(height)}"/></c:manualLayout></c:layout>`;
  return `${head}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout}${writePlot(sheet, { ink, format, ...points }, language)}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${noLine}</c:spPr>${textStyle(chartPoints, ink('ink-2'))}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
