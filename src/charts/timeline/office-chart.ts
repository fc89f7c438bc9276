import type { ChartContext } from '#charts/kit/definition.ts';
import {
  drawnTable,
  type OfficeChart,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { officeWords } from '#charts/kit/office/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineWords } from './labels/index.ts';
import { partPaint } from './marks.ts';
import {
  timelineSeries,
  type TimelineMark,
  type TimelineRow,
  type TimelineSeries,
} from './series.ts';

/** Day number of 1970-01-01 in a workbook. */
const epoch = 25_569;
const year = 365.25;
/** The number of projects that fit on a slide: those with the longest delays. */
const mostRows = 10;

const shapes = {
  start: 'circle',
  completion: 'diamond',
  operation: 'square',
  full_capacity: 'triangle',
} as const;

type Points = readonly (readonly [day: number, row: number] | null)[];
const toSeries = (points: Points, rows: number): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: points.map((point) => (point === null ? null : String(point[0] + epoch))),
  values: points.map((point) => (point === null ? null : rowPlace(rows, point[1]))),
});

/** Finds the marks of one kind of milestone, done or future. */
const findMarks = (rows: readonly TimelineRow[], is: (mark: TimelineMark) => boolean): Points =>
  rows.flatMap(({ marks }, row) => marks.filter(is).map(({ x }) => [x, row] as const));

/**
 * Finds the lines from the original date to the present one, where it is later; a gap separates
 * them.
 */
const findDelays = (rows: readonly TimelineRow[]): Points =>
  rows.flatMap(({ marks }, row) =>
    marks
      .filter(({ original, slip }) => original !== undefined && slip > 0)
      .flatMap(({ original = 0, x }) => [[original, row] as const, [x, row] as const, null]),
  );

function markSeries(rows: readonly TimelineRow[], language: Language): readonly OfficeSeries[] {
  const { marks: names, states } = timelineWords[language];
  return (Object.keys(shapes) as (keyof typeof shapes)[]).flatMap((type) =>
    [true, false].map(
      (done): OfficeSeries => ({
        name: `${names[type]}, ${done ? states.done : states.planned}`,
        colour: 'accent',
        symbol: shapes[type],
        hollow: !done,
        size: 9,
        ...toSeries(
          findMarks(rows, (mark) => mark.type === type && mark.done === done),
          rows.length,
        ),
      }),
    ),
  );
}

/** Chooses the rows that fit on a slide: those with the longest delays, in their order. */
function chooseRows({ rows }: TimelineSeries): readonly TimelineRow[] {
  const chosenCodes = new Set(
    rows
      .toSorted((a, b) => b.behind - a.behind)
      .slice(0, mostRows)
      .map(({ code }) => code),
  );
  return rows.filter(({ code }) => chosenCodes.has(code));
}

/** Makes the day of the data, the delays, and the marks of the milestones. */
function makeSeries(
  { today }: TimelineSeries,
  rows: readonly TimelineRow[],
  language: Language,
): readonly OfficeSeries[] {
  const { states } = timelineWords[language];
  const words = officeWords[language];
  const day = String(today + epoch);
  const gates = findMarks(rows, ({ type }) => type === 'gate');
  const all: readonly OfficeSeries[] = [
    {
      name: words.today,
      colour: 'ink',
      symbol: 'none',
      line: 1.5,
      places: [day, day],
      values: ['0', String(rows.length)],
    },
    {
      name: words.delay,
      colour: 'behind',
      symbol: 'none',
      line: 3,
      ...toSeries(findDelays(rows), rows.length),
    },
    ...markSeries(rows, language),
    {
      name: states.gate,
      colour: 'illus-border',
      symbol: 'diamond',
      hollow: true,
      size: 7,
      ...toSeries(gates, rows.length),
    },
  ];
  return all.filter(({ values = [] }) => values.length > 0);
}

function makeKey(language: Language): readonly OfficeKey[] {
  const { marks, states } = timelineWords[language];
  return [
    { label: marks.start, colour: 'accent', shape: 'circle' },
    { label: marks.operation, colour: 'accent', shape: 'square' },
    { label: marks.full_capacity, colour: 'accent', shape: 'triangle' },
    { label: states.planned, colour: 'accent', shape: 'ring' },
    { label: officeWords[language].delay, colour: 'behind', shape: 'line' },
  ];
}

/** Extends the end of an axis to the beginning of a year. */
const wholeYear = (day: number, round: (value: number) => number): number =>
  Math.round(round(day / year) * year) + epoch;

function rowsChart(timeline: TimelineSeries, language: Language): OfficeChart {
  const text = timelineWords[language];
  const rows = chooseRows(timeline);
  const omittedCount = timeline.rows.length - rows.length;
  return {
    kind: 'scatter',
    rows: rows.length,
    days: true,
    unit: { id: 'days', like: '100' },
    ...(omittedCount > 0
      ? { subtitle: `${text.longest} · ${text.more(String(omittedCount))}` }
      : {}),
    axis: {
      min: wholeYear(timeline.from, Math.floor),
      max: wholeYear(timeline.to, Math.ceil),
      step: year,
    },
    frame: {
      before: [{ head: '', width: 165 }],
      after: [{ head: timeline.against, width: 150, right: true }],
      rows: rows.map(({ name, verdict, behind }) => ({
        cells: [
          { text: name },
          { text: verdict, ...(behind > 0 ? { colour: 'behind' as const } : {}) },
        ],
      })),
      marks: [{ at: timeline.today + epoch, text: timeline.todayText }],
    },
    key: makeKey(language),
    table: { columns: [], rows: [] },
    series: makeSeries(timeline, rows, language),
  };
}

/** Makes columns of the quarters, divided by the states of their milestones. */
function quartersChart({ bars }: TimelineSeries, language: Language): OfficeChart {
  const text = timelineWords[language];
  return {
    kind: 'column',
    stacked: true,
    across: 'row',
    gap: 40,
    unit: { id: 'projects', like: '100' },
    key: partPaint.map(({ part, colour, hollow }) => ({
      label: text.parts[part],
      colour,
      shape: hollow ? ('box' as const) : ('square' as const),
    })),
    table: drawnTable(
      '',
      bars.map(({ short, year: name = '' }) => `${short} ${name}`.trim()),
    ),
    series: partPaint.map(({ part, colour, hollow }, at) => ({
      name: text.parts[part],
      colour,
      hollow,
      values: bars.map(({ counts }) => String(counts[at] ?? 0)),
    })),
  };
}

/** Makes milestones of each project on one axis of time, or their number in each quarter. */
export function timelineOfficeChart(
  overview: Overview,
  { language, options }: ChartContext,
): OfficeChart | undefined {
  const series = timelineSeries(overview, language, options.zoom);
  if (series === undefined) return undefined;
  return series.form === 'quarters' ? quartersChart(series, language) : rowsChart(series, language);
}
