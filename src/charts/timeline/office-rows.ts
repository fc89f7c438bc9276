import { compact } from '#domain/values/compact.ts';
import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import {
  type OfficeChart,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { shadeRows } from '#charts/kit/office/shade.ts';
import { officeLabels } from '#charts/kit/office/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineLabels } from './labels/index.ts';
import type { TimelineMark, TimelineRow, TimelineSeries } from './series.ts';

const year = 365.25;
/** The number of projects that fit on a slide. */
const mostRows = 10;
/** A tick at an original date is this high, above and below the line of its row. */
const tickHeight = 0.2;

const looks: Readonly<Record<TimelineMark['type'], Pick<OfficeSeries, 'symbol' | 'size'>>> = {
  start: { symbol: 'circle', size: 9 },
  completion: { symbol: 'square', size: 6 },
  operation: { symbol: 'square', size: 9 },
  full_capacity: { symbol: 'triangle', size: 10 },
  gate: { symbol: 'diamond', size: 8 },
};
const types = Object.keys(looks) as readonly TimelineMark['type'][];
const markStates = ['done', 'planned', 'overdue'] as const;
const stateOf = ({ done, overdue }: TimelineMark): (typeof markStates)[number] =>
  overdue ? 'overdue' : done ? 'done' : 'planned';

type Point = readonly [day: number, row: number, shift?: number];

/** Places points on the axis of days, which begins and ends with the time that is shown. */
const toSeries = (
  points: readonly (Point | null)[],
  { from, to }: TimelineSeries,
  rows: number,
): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: points.map((point) =>
    point === null ? null : String(Math.min(to, Math.max(from, point[0])) + sheetEpoch),
  ),
  values: points.map((point) => (point === null ? null : rowPlace(rows, point[1], point[2]))),
});
const along = (row: number, from: number, to: number): readonly (Point | null)[] => [
  [from, row],
  [to, row],
  null,
];

/** Makes the marks of each kind of milestone: done, to come, and overdue. */
function makeMarks(
  timeline: TimelineSeries,
  rows: readonly TimelineRow[],
  language: Language,
): readonly OfficeSeries[] {
  const { marks: names, states } = timelineLabels[language];
  return types.flatMap((type) =>
    markStates.map((state): OfficeSeries => {
      const points = rows.flatMap(({ marks }, row) =>
        marks
          .filter((mark) => mark.type === type && stateOf(mark) === state)
          .map(({ x }): Point => [x, row]),
      );
      const name = type === 'gate' ? states.gate : names[type];
      const colour = state === 'overdue' ? 'behind' : type === 'gate' ? 'ink-3' : 'accent';
      return {
        name: `${name}, ${states[state]}`,
        colour,
        hollow: state !== 'done',
        ...looks[type],
        ...toSeries(points, timeline, rows.length),
      };
    }),
  );
}

/** Makes the spans from the original date to the present one, with a tick at the original date. */
function makeSlips(
  timeline: TimelineSeries,
  rows: readonly TimelineRow[],
  language: Language,
): readonly OfficeSeries[] {
  const { states } = timelineLabels[language];
  const slips = rows.flatMap(({ marks }, row) =>
    marks.flatMap(({ original, slip, done, x }) =>
      original === undefined || slip === 0 ? [] : [{ row, original, x, isLate: slip > 0 && !done }],
    ),
  );
  const spans = (isLate: boolean) =>
    toSeries(
      slips
        .filter((slip) => slip.isLate === isLate)
        .flatMap(({ row, original, x }) => along(row, original, x)),
      timeline,
      rows.length,
    );
  const ticks = slips.flatMap(({ row, original }): (Point | null)[] => [
    [original, row, tickHeight],
    [original, row, -tickHeight],
    null,
  ]);
  const line = { symbol: 'none', line: 3 } as const;
  return [
    {
      name: states.original,
      colour: 'ink',
      symbol: 'none',
      line: 1.5,
      ...toSeries(ticks, timeline, rows.length),
    },
    { name: officeLabels[language].delay, colour: 'behind', ...line, ...spans(true) },
    { name: `${states.original} (2)`, colour: 'accent', ...line, ...spans(false) },
  ];
}

/** Makes the line of each project, and on it the part from its first finished milestone to today. */
function makeLines(
  timeline: TimelineSeries,
  rows: readonly TimelineRow[],
  language: Language,
): readonly OfficeSeries[] {
  const { states } = timelineLabels[language];
  const elapsed = rows.flatMap(({ marks }, row) => {
    const days = marks.filter(({ done }) => done).map(({ x }) => x);
    const isOver = marks.every(({ done, type }) => done || type === 'gate');
    return days.length === 0 || isOver ? [] : along(row, Math.min(...days), timeline.today);
  });
  const whole = rows.flatMap(({ marks }, row) => {
    const days = marks.map(({ x }) => x);
    return days.length === 0 ? [] : along(row, Math.min(...days), Math.max(...days));
  });
  const line = (
    name: string,
    look: Pick<OfficeSeries, 'colour' | 'line'>,
    points: typeof whole,
  ) => ({
    name,
    symbol: 'none' as const,
    ...look,
    ...toSeries(points, timeline, rows.length),
  });
  return [
    line(states.done, { colour: 'accent', line: 2.5 }, elapsed),
    line(states.planned, { colour: 'rule', line: 0.75 }, whole),
  ];
}

/** Makes the line of the day and, behind all marks, the band of the next days. */
function makeGround(
  { today, soon, soonText, to }: TimelineSeries,
  rows: number,
  language: Language,
): readonly OfficeSeries[] {
  const day = String(today + sheetEpoch);
  const shades = Array.from({ length: rows }, (_, row) => ({
    row,
    from: today + sheetEpoch,
    to: Math.min(soon, to) + sheetEpoch,
  }));
  return [
    {
      name: officeLabels[language].today,
      colour: 'ink',
      symbol: 'none',
      line: 1.5,
      places: [day, day],
      values: ['0', String(rows)],
    },
    shadeRows({ name: soonText, colour: 'accent-weak' }, shades, { rows, height: 1 }),
  ];
}

/**
 * Chooses the rows that fit on a slide, in their order: those with the longest delays, then those
 * with the nearest milestones. Projects without a date come last.
 */
function chooseRows({ rows, to }: TimelineSeries): readonly TimelineRow[] {
  const nextDay = ({ next, marks }: TimelineRow): number => next ?? to + (marks.length > 0 ? 1 : 2);
  const chosenCodes = new Set(
    rows
      .toSorted((a, b) => b.behind - a.behind || nextDay(a) - nextDay(b))
      .slice(0, mostRows)
      .map(({ code }) => code),
  );
  return rows.filter(({ code }) => chosenCodes.has(code));
}

function makeKey({ soonText }: TimelineSeries, language: Language): readonly OfficeKey[] {
  const { marks, states } = timelineLabels[language];
  return [
    { label: marks.start, colour: 'accent', shape: 'circle' },
    { label: marks.operation, colour: 'accent', shape: 'square' },
    { label: marks.full_capacity, colour: 'accent', shape: 'triangle' },
    { label: states.gate, colour: 'ink-3', shape: 'diamond' },
    { label: states.planned, colour: 'accent', shape: 'ring' },
    { label: officeLabels[language].delay, colour: 'behind', shape: 'line' },
    { label: soonText, colour: 'accent-weak', shape: 'square' },
  ];
}

/** Extends the end of an axis to the beginning of a year. */
const wholeYear = (day: number, round: (value: number) => number): number =>
  Math.round(round(day / year) * year) + sheetEpoch;

/** Makes a row for each project with its milestones, delays and finished part. */
export function makeRowsChart(timeline: TimelineSeries, language: Language): OfficeChart {
  const text = timelineLabels[language];
  const rows = chooseRows(timeline);
  const omittedCount = timeline.rows.length - rows.length;
  const choice = rows.some(({ behind }) => behind > 0) ? text.longest : text.nearest;
  const series = [
    ...makeMarks(timeline, rows, language),
    ...makeSlips(timeline, rows, language),
    ...makeLines(timeline, rows, language),
    ...makeGround(timeline, rows.length, language),
  ];
  const colourOf = ({ behind, early }: TimelineRow) =>
    behind > 0 ? 'behind' : early ? 'accent' : 'ink-2';
  return {
    kind: 'scatter',
    rows: rows.length,
    days: true,
    unit: { id: 'days', like: '100' },
    ...compact({
      subtitle: omittedCount > 0 ? `${choice} · ${text.more(String(omittedCount))}` : undefined,
    }),
    axis: {
      min: wholeYear(timeline.from, Math.floor),
      max: wholeYear(timeline.to, Math.ceil),
      step: year,
    },
    frame: {
      before: [{ head: '', width: 165 }],
      after: [{ head: timeline.against, width: 150, right: true }],
      rows: rows.map((row) => ({
        cells: [
          { text: row.name },
          { text: row.verdict, bold: row.behind > 0, colour: colourOf(row) },
        ],
      })),
      marks: [{ at: timeline.today + sheetEpoch, text: timeline.todayText }],
    },
    key: makeKey(timeline, language),
    table: { columns: [], rows: [] },
    series: series.filter(({ values = [] }) => values.length > 0),
  };
}
