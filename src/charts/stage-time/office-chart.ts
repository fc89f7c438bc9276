import { compact } from '#domain/values/compact.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  rowPlace,
  wordWidth,
} from '#charts/kit/office/office-chart.ts';
import { shadeRows } from '#charts/kit/office/shade.ts';
import { officeLabels } from '#charts/kit/office/labels/index.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import { swarmOffsets } from '#charts/pipeline/beeswarm.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stageTimeLabels } from './labels/index.ts';
import { beyondText } from './layout.ts';
import { overShade } from './marks.ts';
import {
  type CaseMark,
  stageTimeSeries,
  type StageTimeChartRow,
  type StageTimeSeries,
} from './series.ts';
import type { Language } from '#domain/values/language.ts';

/** Open cases are above the middle of their row, closed ones below it. */
const shifts = { open: 0.22, closed: -0.22 } as const;
type LineId = keyof typeof shifts;
const lineIds = Object.keys(shifts) as readonly LineId[];
/** Limits and their shading are as high as this part of their row. */
const limitEnds = [0.44, -0.44] as const;
/** How the cases of each kind are drawn. */
const looks: Readonly<
  Record<CaseMark['kind'], Pick<OfficeSeries, 'colour' | 'symbol' | 'hollow' | 'size'>>
> = {
  open: { colour: 'accent', symbol: 'circle', hollow: true, size: 7 },
  over: { colour: 'behind', symbol: 'diamond', size: 8 },
  moved_on: { colour: 'accent', symbol: 'circle', size: 7 },
  left: { colour: 'ink-3', symbol: 'x', size: 7 },
};
const kinds = ['open', 'over', 'moved_on', 'left'] as const;
const shapes = { open: 'ring', over: 'diamond', moved_on: 'circle', left: 'cross' } as const;
/** The colours of the bars of many cases, as in the picture. */
const stripColours: Readonly<Record<LineId, { readonly most: Token; readonly half: Token }>> = {
  open: { most: 'stage-2', half: 'accent' },
  closed: { most: 'rule', half: 'axis' },
};
/** The usual width of the plot and height of a row, in points: dots that would touch move apart. */
const usual = { plot: 500, row: 36, dot: 7.5, room: 6 } as const;

type Strip = NonNullable<StageTimeChartRow['open']['strip']>;
type Point = readonly [days: number, row: number, shift: number];

const toSeries = (
  points: readonly (Point | null)[],
  rows: number,
): Pick<OfficeSeries, 'places' | 'values'> => ({
  places: points.map((point) => (point === null ? null : String(point[0]))),
  values: points.map((point) => (point === null ? null : rowPlace(rows, point[1], point[2]))),
});

/** Makes the points of the cases of one kind; a case beyond the axis is at its end. */
function casePoints({ rows, end }: StageTimeSeries, kind: CaseMark['kind']): readonly Point[] {
  return rows.flatMap((row, at) =>
    lineIds.flatMap((id) => {
      const marks = row[id].marks ?? [];
      const days = marks.map((mark) => Math.min(mark.days, end));
      const offsets = swarmOffsets(
        days.map((one) => (one / end) * usual.plot),
        usual.dot,
        usual.room,
      );
      return marks.flatMap((mark, index): Point[] =>
        mark.kind === kind
          ? [[days[index] ?? 0, at, shifts[id] - (offsets[index] ?? 0) / usual.row]]
          : [],
      );
    }),
  );
}

/** Writes the longest case beyond the axis, and how many there are, after the end of the axis. */
function makeBeyond({ rows, end }: StageTimeSeries, name: string): OfficeSeries {
  const texts = rows.flatMap((row, at) =>
    lineIds.flatMap((id) => {
      const text = beyondText(row[id], end);
      return text === undefined ? [] : [{ text, point: [end, at, shifts[id]] as const }];
    }),
  );
  return {
    name,
    colour: 'ink-2',
    symbol: 'none',
    label_colour: 'ink-2',
    labels: texts.map(({ text }) => text),
    ...toSeries(
      texts.map(({ point }) => point),
      rows.length,
    ),
  };
}

/** Makes the bars of 8 in 10 and of half of the cases, with the median across them. */
function makeStrips(
  { rows, end, words }: StageTimeSeries,
  id: LineId,
  language: Language,
): readonly OfficeSeries[] {
  const name = words[id === 'open' ? 'openCases' : 'closedCases'];
  const line = (read: (strip: Strip) => readonly (readonly [days: number, shift: number])[]) =>
    toSeries(
      rows.flatMap((row, at) => {
        const { strip } = row[id];
        if (strip === undefined) return [];
        const own = read(strip).map(
          ([days, shift]): Point => [Math.min(days, end), at, shifts[id] + shift],
        );
        return [...own, null];
      }),
      rows.length,
    );
  const along = (from: number, to: number) => [[from, 0] as const, [to, 0] as const];
  const { most, half } = stripColours[id];
  const base = { symbol: 'none' } as const;
  return [
    {
      ...base,
      name: `${name}, ${officeLabels[language].median}`,
      colour: 'ink',
      line: 1.5,
      ...line(({ median }) => [
        [median, 0.16],
        [median, -0.16],
      ]),
    },
    {
      ...base,
      name: `${name}, 25–75%`,
      colour: half,
      line: 8,
      ...line(({ p25, p75 }) => along(p25, p75)),
    },
    {
      ...base,
      name: `${name}, 10–90%`,
      colour: most,
      line: 5,
      ...line(({ p10, p90 }) => along(p10, p90)),
    },
  ];
}

/** Makes the limit of each stage, and the shading from there to the end of the axis. */
function makeLimits({ rows, words, end }: StageTimeSeries, over: string): readonly OfficeSeries[] {
  const limits = rows.flatMap(({ limit }, at) =>
    limit === undefined ? [] : [{ days: limit.days, at }],
  );
  const upright = (days: number, at: number): readonly (Point | null)[] => [
    ...limitEnds.map((shift): Point => [days, at, shift]),
    null,
  ];
  return [
    {
      name: words.limit,
      colour: 'ink',
      symbol: 'none',
      line: 3,
      ...toSeries(
        limits.flatMap(({ days, at }) => upright(days, at)),
        rows.length,
      ),
    },
    shadeRows(
      { name: over, colour: overShade },
      limits.map(({ days, at }) => ({ row: at, from: days, to: end })),
      { rows: rows.length, height: limitEnds[0] - limitEnds[1] },
    ),
  ];
}

/** Makes cases, then the bars of many cases, limits and shadings: the first is on top. */
function makeSeries(series: StageTimeSeries, language: Language): readonly OfficeSeries[] {
  const { kinds: names } = stageTimeLabels[language];
  const cases = kinds.map(
    (kind): OfficeSeries => ({
      name: names[kind],
      ...looks[kind],
      ...toSeries(casePoints(series, kind), series.rows.length),
    }),
  );
  return [
    ...cases,
    makeBeyond(series, series.words.days),
    ...lineIds.flatMap((id) => makeStrips(series, id, language)),
    ...makeLimits(series, series.words.over),
  ].filter(({ values = [] }) => values.some((value) => value !== null));
}

/** The size of the line below a name, as a part of that of the name. */
const smallLine = 5 / 6;
/** Makes the table around the cases: names, limits, medians and the number over the limit. */
const makeFrame = ({ rows, words }: StageTimeSeries): OfficeFrame => ({
  before: [
    {
      head: words.days,
      width:
        smallLine *
        wordWidth(
          rows.map(({ cases }) => cases),
          150 / smallLine,
          270,
        ),
    },
  ],
  after: [
    { head: words.limit, width: 60, right: true },
    { head: words.median, width: 66, right: true },
    { head: words.over, width: 52, right: true },
  ],
  rows: rows.map(({ name, cases, limitText, median, closedMedian, over, isOver }) => ({
    cells: [
      { text: name, under: cases, bold: true },
      { text: limitText },
      { text: median, under: closedMedian, bold: true },
      { text: over, bold: isOver, ...compact({ colour: isOver ? 'behind' : undefined }) },
    ],
  })),
});

/**
 * Makes a point for each case, or its median and its range, with the limit of each stage.
 * @returns undefined without a stage that has cases
 */
export function stageTimeOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const timeSeries = stageTimeSeries(overview, language);
  const { rows, end, ticks } = timeSeries;
  if (rows.length === 0) return undefined;
  const names = stageTimeLabels[language].kinds;
  const series = makeSeries(timeSeries, language);
  return {
    kind: 'scatter',
    rows: rows.length,
    unit: { id: 'days', like: '100' },
    axis: { min: 0, max: end, step: ticks[1]?.days ?? end },
    frame: makeFrame(timeSeries),
    key: kinds
      .filter((kind) => series.some(({ name }) => name === names[kind]))
      .map((kind) => ({ label: names[kind], colour: looks[kind].colour, shape: shapes[kind] })),
    table: { columns: [], rows: [] },
    series,
  };
}
