import { tokens, type Token } from '#charts/kit/style/tokens.ts';
import type { OfficeSeries } from '#charts/kit/office-chart.ts';
import { readColumn } from '#charts/kit/table.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import {
  listShortParts,
  writeCategories,
  type ChartSheet,
  writeSeriesName,
  valueFormat,
  writeValues,
} from './chart-values.ts';
import { colour, head, runText, solid } from './ooxml.ts';

const paint = (token: Token): string => tokens.light[token];
const line = (hex: string, points: number, dash = ''): string =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${solid(hex)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
const noLine = '<a:ln><a:noFill/></a:ln>';
const words = (size: number, hex: string, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${solid(hex)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

/** Whether ink on a fill could not be read. */
const isStrong = (token: Token): boolean => token === 'accent' || /^stage-[4-7]$/.test(token);
/**
 * Writes value labels of bars: behind them, or inside the parts of a stack, without zeros, in the
 * number format of the workbook. `hidden` are the places without room for one.
 */
const barLabels = (
  format: string,
  { colour: token }: OfficeSeries,
  stacked: boolean,
  hidden: readonly number[],
): string =>
  `<c:dLbls>${hidden.map((at) => `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`).join('')}<c:numFmt formatCode="${xmlText(stacked && !format.includes(';') ? `${format};-${format};;` : format)}" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${words(11, paint(stacked && isStrong(token) ? 'surface' : 'ink'))}<c:dLblPos val="${stacked ? 'ctr' : 'outEnd'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function barFill({ colour: token, hatched }: OfficeSeries): string {
  const hex = paint(token);
  // Invented values are hatched, as on the page.
  return hatched
    ? `<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr>${colour(hex)}</a:fgClr><a:bgClr>${colour(paint('accent-weak'))}</a:bgClr></a:pattFill>${line(hex, 0.75)}</c:spPr>`
    : `<c:spPr>${solid(hex)}</c:spPr>`;
}
const marker = (shape: string, size: number, fill: string, edge: string): string =>
  `<c:marker><c:symbol val="${shape}"/>${shape === 'none' ? '' : `<c:size val="${size}"/><c:spPr>${fill}${edge}</c:spPr>`}</c:marker>`;

const isStacked = ({ native }: ChartSheet): boolean =>
  native.kind === 'bar' && native.stacked === true;

function writeSeries(
  sheet: ChartSheet,
  series: OfficeSeries,
  index: number,
  format: string,
): string {
  const { kind } = sheet.native;
  const start = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${writeSeriesName(sheet, series)}`;
  const hex = paint(series.colour);
  if (kind === 'bar')
    return `${start}${barFill(series)}<c:invertIfNegative val="0"/>${barLabels(format, series, isStacked(sheet), isStacked(sheet) ? listShortParts(sheet, series) : [])}${writeCategories(sheet, format)}${writeValues(sheet, series, 'val', format)}</c:ser>`;
  if (kind === 'line')
    return `${start}<c:spPr>${line(hex, series.dashed === true ? 1.5 : 2.5, series.dashed === true ? 'dash' : '')}</c:spPr>${
      series.dashed === true
        ? marker('none', 0, '', '')
        : marker('circle', 5, solid(hex), line(hex, 0.75))
    }${writeCategories(sheet, format)}${writeValues(sheet, series, 'val', format)}<c:smooth val="0"/></c:ser>`;
  const { symbol = 'circle' } = series;
  return `${start}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${marker(symbol, 9, solid(hex), symbol === 'x' ? line(hex, 1.5) : line(paint('surface'), 0.75))}${writeCategories(sheet, format)}${writeValues(sheet, series, 'yVal', '0')}<c:smooth val="0"/></c:ser>`;
}

/** Writes the row names of a scatter chart, as labels of invisible points at the left edge. */
function rowNames(rows: readonly string[], index: number): string {
  const label = (name: string, at: number): string =>
    `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="1200">${solid(paint('ink-2'))}</a:rPr><a:t>${runText(name)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="l"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`;
  const literal = (values: readonly number[]): string =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numLit>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>${marker('none', 0, '', '')}<c:dLbls>${rows.map(label).join('')}<c:spPr><a:noFill/>${noLine}</c:spPr>${words(12, paint('ink-2'))}<c:dLblPos val="l"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:xVal>${literal(rows.map(() => 0))}</c:xVal><c:yVal>${literal(rows.map((_, at) => rows.length - at))}</c:yVal><c:smooth val="0"/></c:ser>`;
}

interface Axis {
  readonly id: number;
  readonly cross: number;
  readonly tag: 'catAx' | 'dateAx' | 'valAx';
  readonly side: 'l' | 'b' | 't';
  readonly format: string;
  readonly hidden?: boolean;
  readonly grid?: boolean;
  readonly reverse?: boolean;
  readonly range?: readonly [number, number];
  readonly end: string;
}
const axis = ({
  id,
  cross,
  tag,
  side,
  format,
  hidden = false,
  grid = false,
  reverse = false,
  range,
  end,
}: Axis): string =>
  `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${reverse ? 'maxMin' : 'minMax'}"/>${range === undefined ? '' : `<c:max val="${range[1]}"/><c:min val="${range[0]}"/>`}</c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${side}"/>${
    grid ? `<c:majorGridlines><c:spPr>${line(paint('grid'), 0.75)}</c:spPr></c:majorGridlines>` : ''
  }<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(paint('axis'), 0.75)}</c:spPr>${words(12, paint('ink-2'))}<c:crossAx val="${cross}"/><c:crosses val="${reverse && tag === 'valAx' ? 'max' : 'autoZero'}"/>${end}</c:${tag}>`;

/**
 * Selects the ticks of a time axis: years when it spans more than two, else readable steps of
 * months.
 */
function chooseTimeAxis({ native, table }: ChartSheet): {
  readonly format: string;
  readonly step: string;
} {
  const days =
    native.kind === 'line'
      ? readColumn(table, native.across).flatMap((day) => (day === null ? [] : [dayNumber(day)]))
      : [];
  const months = (Math.max(0, ...days) - Math.min(...days, Number.POSITIVE_INFINITY)) / 30;
  return months > 24
    ? { format: 'yyyy', step: '<c:majorUnit val="1"/><c:majorTimeUnit val="years"/>' }
    : {
        format: 'yyyy\\-mm',
        step: `<c:majorUnit val="${Math.max(1, Math.ceil(months / 8))}"/><c:majorTimeUnit val="months"/>`,
      };
}

function writePlot(sheet: ChartSheet, format: string): string {
  const { native } = sheet;
  const series = native.series.map((one, index) => writeSeries(sheet, one, index, format)).join('');
  const ids = '<c:axId val="1001"/><c:axId val="1002"/>';
  const [across, up] = [
    { id: 1001, cross: 1002 },
    { id: 1002, cross: 1001 },
  ];
  if (native.kind === 'bar') {
    const stacked = isStacked(sheet);
    const apart = native.series.every(({ column }) => column !== undefined);
    return `<c:barChart><c:barDir val="bar"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${apart ? 60 : 40}"/><c:overlap val="${apart && !stacked ? -10 : 100}"/>${ids}</c:barChart>${axis({ ...across, tag: 'catAx', side: 'l', format: 'General', reverse: true, end: '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>' })}${axis({ ...up, tag: 'valAx', side: 't', format, grid: true, end: '<c:crossBetween val="between"/>' })}`;
  }
  const time = chooseTimeAxis(sheet);
  if (native.kind === 'line')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${ids}</c:lineChart>${axis({ ...across, tag: 'dateAx', side: 'b', format: time.format, end: `<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>${time.step}` })}${axis({ ...up, tag: 'valAx', side: 'l', format, grid: true, end: '<c:crossBetween val="midCat"/>' })}`;
  const names = rowNames(native.rows, native.series.length);
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${names}${ids}</c:scatterChart>${axis({ ...across, tag: 'valAx', side: 'b', format, grid: true, end: '<c:crossBetween val="midCat"/>' })}${axis({ ...up, tag: 'valAx', side: 'l', format: '0', hidden: true, range: [0, native.rows.length + 1], end: '<c:crossBetween val="midCat"/><c:majorUnit val="1"/>' })}`;
}

/**
 * Writes the part `ppt/charts/chartN.xml`: a chart that office programs draw and edit, with its
 * rows.
 */
export function chartXml(sheet: ChartSheet, language: Language): string {
  const { native } = sheet;
  // The subtitle names the unit once.
  const format = valueFormat(native, language).replaceAll(/"[^"]*"/g, '');
  const layout =
    native.kind === 'scatter'
      ? '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.16"/><c:y val="0.03"/><c:w val="0.81"/><c:h val="0.76"/></c:manualLayout></c:layout>'
      : '<c:layout/>';
  const unnamed =
    native.kind === 'scatter'
      ? `<c:legendEntry><c:idx val="${native.series.length}"/><c:delete val="1"/></c:legendEntry>`
      : '';
  const legend =
    native.series.length > 1
      ? `<c:legend><c:legendPos val="b"/>${unnamed}<c:overlay val="0"/>${words(12, paint('ink-2'))}</c:legend>`
      : '';
  return `${head}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout}${writePlot(sheet, format)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/>${noLine}</c:spPr>${words(12, paint('ink-2'))}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
