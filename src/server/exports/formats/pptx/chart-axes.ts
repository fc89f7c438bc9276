import { compact } from '#domain/values/compact.ts';
import type { OfficeAxis } from '#charts/kit/office/office-chart.ts';
import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { readColumn } from '#charts/kit/table.ts';
import { dayNumber, toDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import { chartPoints, type Ink, textStyle, writeLine } from './chart-paint.ts';
import type { ChartSheet } from './chart-values.ts';

interface AxisOptions {
  readonly id: number;
  readonly cross: number;
  readonly tag: 'catAx' | 'dateAx' | 'valAx';
  readonly side: 'l' | 'b' | 't';
  readonly format: string;
  readonly hidden?: boolean;
  readonly grid?: string;
  readonly reverse?: boolean;
  readonly range?: readonly [number, number];
  readonly end: string;
  /** Whether the axis has no line. */
  readonly bare?: boolean;
  /** Whether the numbers are above the plot although the axis starts below. */
  readonly above?: boolean;
}
const writeAxis = (
  {
    id,
    cross,
    tag,
    side,
    format,
    hidden = false,
    grid = '',
    reverse = false,
    range,
    end,
    bare = false,
    above = false,
  }: AxisOptions,
  ink: Ink,
): string =>
  `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${reverse ? 'maxMin' : 'minMax'}"/>${range === undefined ? '' : `<c:max val="${range[1]}"/><c:min val="${range[0]}"/>`}</c:scaling><c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${side}"/>${grid}<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${above ? 'high' : 'low'}"/><c:spPr>${bare ? '<a:ln><a:noFill/></a:ln>' : writeLine(ink('axis'), 0.75)}</c:spPr>${textStyle(chartPoints, ink('ink-2'))}<c:crossAx val="${cross}"/><c:crosses val="autoZero"/>${end}</c:${tag}>`;

const lines = (name: 'majorGridlines' | 'minorGridlines', hex: string, points: number): string =>
  `<c:${name}><c:spPr>${writeLine(hex, points)}</c:spPr></c:${name}>`;
/**
 * Writes the grid lines at the steps of an axis. Lines at targets are strong. An axis without numbers
 * has no lines, as in the picture.
 */
function writeGrid(axis: OfficeAxis | undefined, ink: Ink): string {
  if (axis?.strong !== undefined)
    return lines('majorGridlines', ink('target'), 1.5) + lines('minorGridlines', ink('grid'), 0.75);
  return axis?.bare === true ? '' : lines('majorGridlines', ink('grid'), 0.75);
}
const writeSteps = (axis: OfficeAxis | undefined): string => {
  if (axis === undefined) return '';
  if (axis.strong === undefined) return `<c:majorUnit val="${axis.step}"/>`;
  return `<c:majorUnit val="${axis.strong}"/><c:minorUnit val="${axis.step}"/>`;
};

/** Options of a value axis. */
interface ValueAxisOptions {
  readonly id: number;
  readonly cross: number;
  readonly side: 'l' | 'b' | 't';
  readonly format: string;
  readonly axis: OfficeAxis | undefined;
  readonly between: 'between' | 'midCat';
  readonly above?: boolean;
}
/** Writes the axis of values of an office chart, in DrawingML. */
export const writeValueAxis = (
  { id, cross, side, format, axis, between, above = false }: ValueAxisOptions,
  ink: Ink,
): string =>
  writeAxis(
    {
      id,
      cross,
      tag: 'valAx',
      side,
      format: axis?.positive === true ? `${format};;${format}` : format,
      hidden: axis?.bare === true,
      grid: writeGrid(axis, ink),
      bare: true,
      above,
      ...compact({ range: axis === undefined ? undefined : ([axis.min, axis.max] as const) }),
      end: `<c:crossBetween val="${between}"/>${writeSteps(axis)}`,
    },
    ink,
  );

/** Writes the hidden vertical axis of rows. */
export const writeRowAxis = (id: number, cross: number, rows: number, ink: Ink): string =>
  writeAxis(
    {
      id,
      cross,
      tag: 'valAx',
      side: 'l',
      format: '0',
      hidden: true,
      range: [0, rows],
      end: '<c:crossBetween val="midCat"/><c:majorUnit val="1"/>',
    },
    ink,
  );

/** Writes the axis of names, which is hidden if a table around the chart has the names. */
export const writeNameAxis = (
  { id, cross, side, hidden }: { id: number; cross: number; side: 'l' | 'b'; hidden: boolean },
  ink: Ink,
): string =>
  writeAxis(
    {
      id,
      cross,
      tag: 'catAx',
      side,
      format: 'General',
      reverse: side === 'l',
      hidden,
      end: '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>',
    },
    ink,
  );

/** Months between two ticks of a time axis. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60] as const;
const mostTicks = 5;
const daysOfMonth = 30.44;

/**
 * Selects the ticks of a time axis: the first days of months at readable steps, from the month of
 * the first value. They are written as days, since most values are of the last day of a month.
 */
function chooseSteps({ native, table }: ChartSheet, width: number, language: Language) {
  const dates = native.kind === 'line' ? readColumn(table, native.across) : [];
  const days = dates.flatMap((day) => (day === null ? [] : [dayNumber(day)]));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // a text that is too wide for its step would be turned
  const most = Math.max(1, Math.min(mostTicks, Math.floor(width / dayWidth(language))));
  const months = (last - first) / daysOfMonth;
  const step = monthSteps.find((one) => months / one <= most + 0.1) ?? 120;
  return {
    end: `<c:majorUnit val="${step}"/><c:majorTimeUnit val="months"/>`,
    ...compact({
      range:
        days.length === 0
          ? undefined
          : ([
              dayNumber(`${toDate(first).slice(0, 7)}-01`) + sheetEpoch,
              last + sheetEpoch,
            ] as const),
    }),
  };
}

/**
 * The short day of each language as a code of ISO 29500 with the number of its language. Office
 * programs in another language draw the same day.
 */
const dayFormats: Readonly<Record<Language, string>> = {
  'zh-CN': '[$-804]yyyy"年"m"月"d"日"',
  ja: '[$-411]yyyy"年"m"月"d"日"',
  en: '[$-809]d mmm yyyy',
};

/** The width of the longest day, in points. Other fonts run wider than ours. */
const dayWidth = (language: Language): number =>
  textWidth(formatDate('2025-12-31', language, 'short'), chartPoints) / 0.86 + 8;

interface DayAxisOptions {
  readonly id: number;
  readonly cross: number;
  readonly language: Language;
  /** The width of the plot in points. */
  readonly width: number;
}
/** Writes the day axis of a line chart. */
export function writeDayAxis(
  sheet: ChartSheet,
  { id, cross, language, width }: DayAxisOptions,
  ink: Ink,
): string {
  const { end, ...range } = chooseSteps(sheet, width, language);
  return writeAxis(
    {
      id,
      cross,
      tag: 'dateAx',
      side: 'b',
      format: dayFormats[language],
      ...range,
      end: `<c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>${end}`,
    },
    ink,
  );
}
