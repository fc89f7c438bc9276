import type { ChartContext } from '#charts/kit/definition.ts';
import {
  type OfficeChart,
  type OfficeFrame,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { officeWords } from '#charts/kit/office/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stageTimeWords } from './labels/index.ts';
import {
  type CaseMark,
  hasStrips,
  stageTimeSeries,
  type StageTimeChartRow,
  type StageTimeSeries,
} from './series.ts';
import type { Language } from '#domain/values/language.ts';

/** Open cases are above the middle of their row, closed ones below it. */
const lines = { open: 0.22, closed: -0.22 } as const;
/** How the cases of each kind are drawn. */
const looks: Readonly<
  Record<CaseMark['kind'], Pick<OfficeSeries, 'colour' | 'symbol' | 'hollow' | 'size'>>
> = {
  open: { colour: 'accent', symbol: 'circle', hollow: true, size: 7 },
  over: { colour: 'behind', symbol: 'diamond', size: 8 },
  moved_on: { colour: 'accent', symbol: 'circle', size: 7 },
  left: { colour: 'ink-2', symbol: 'x', size: 7 },
};

const kinds = ['open', 'over', 'moved_on', 'left'] as const;
const shapes = { open: 'ring', over: 'diamond', moved_on: 'circle', left: 'cross' } as const;
type Strip = NonNullable<StageTimeChartRow['open']['strip']>;

/** Makes a line from one position to another in each row; a gap separates it from the next. */
function rowLines(
  rows: readonly StageTimeChartRow[],
  ends: (row: StageTimeChartRow) => readonly (readonly [days: number, shift: number])[],
): Pick<OfficeSeries, 'places' | 'values'> {
  const points = rows.flatMap((row, at) => {
    const own = ends(row).map(
      ([days, shift]) => [String(days), rowPlace(rows.length, at, shift)] as const,
    );
    return own.length === 0 ? [] : [...own, [null, null] as const];
  });
  return { places: points.map(([x]) => x), values: points.map(([, y]) => y) };
}

/** Makes the points of the cases of one kind. */
function casePoints(rows: readonly StageTimeChartRow[], kind: CaseMark['kind']) {
  const points = rows.flatMap(({ open, closed }, at) =>
    (
      [
        [open, lines.open],
        [closed, lines.closed],
      ] as const
    ).flatMap(([line, shift]) =>
      (line.marks ?? [])
        .filter((mark) => mark.kind === kind)
        .map(({ days }) => [String(days), rowPlace(rows.length, at, shift)] as const),
    ),
  );
  return { places: points.map(([x]) => x), values: points.map(([, y]) => y) };
}

/**
 * Makes the limit of each stage, then the strips of many cases, then single cases.
 */
function makeSeries({ rows, words }: StageTimeSeries, language: Language): readonly OfficeSeries[] {
  const text = stageTimeWords[language];
  const { median } = officeWords[language];
  const strips = (line: 'open' | 'closed', read: (spread: Strip) => readonly [number, number]) =>
    rowLines(rows, (row) => {
      const { strip } = row[line];
      return strip === undefined ? [] : read(strip).map((days) => [days, lines[line]] as const);
    });
  const limits = rowLines(rows, ({ limit }) =>
    limit === undefined
      ? []
      : [
          [limit.days, 0.42],
          [limit.days, -0.42],
        ],
  );
  const ofLine = (line: 'open' | 'closed'): readonly OfficeSeries[] => {
    const name = text[line === 'open' ? 'openCases' : 'closedCases'];
    const range = strips(line, ({ p10, p90 }) => [p10, p90]);
    const middle = strips(line, (spread) => [spread.median, spread.median]);
    return [
      { name: `${name}, 10–90%`, colour: 'cone-50', symbol: 'none', line: 7, ...range },
      { name: `${name}, ${median}`, colour: 'accent', symbol: 'diamond', size: 8, ...middle },
    ];
  };
  const cases = kinds.map(
    (kind): OfficeSeries => ({
      name: text.kinds[kind],
      ...looks[kind],
      ...casePoints(rows, kind),
    }),
  );
  const limit: OfficeSeries = {
    name: words.limit,
    colour: 'ink',
    symbol: 'none',
    line: 3,
    ...limits,
  };
  return [limit, ...ofLine('open'), ...ofLine('closed'), ...cases].filter(({ values = [] }) =>
    values.some((value) => value !== null),
  );
}

/** Makes a point for each case, or its median and its range, with the limit of each stage. */
export function stageTimeOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const timeSeries = stageTimeSeries(overview, language);
  const { rows, end, ticks } = timeSeries;
  if (rows.length === 0) return undefined;
  const names = stageTimeWords[language].kinds;
  const step = (ticks[1]?.days ?? 100) - (ticks[0]?.days ?? 0);
  const max = Math.max(step, Math.ceil(end / step) * step);
  const series = makeSeries(timeSeries, language);
  return {
    kind: 'scatter',
    rows: rows.length,
    unit: { id: 'days', like: '100' },
    axis: { min: 0, max, step },
    frame: makeFrame(timeSeries),
    key: kinds
      .filter((kind) => series.some(({ name }) => name === names[kind]))
      .map((kind) => ({ label: names[kind], colour: looks[kind].colour, shape: shapes[kind] })),
    // a slide has no ground over the limit
    ...(hasStrips(timeSeries) ? {} : { subtitle: stageTimeWords[language].subtitleSlide }),
    table: { columns: [], rows: [] },
    series,
  };
}

/** Makes the table around the cases: names, limits, medians and the number over the limit. */
const makeFrame = ({ rows, words }: StageTimeSeries): OfficeFrame => ({
  before: [{ head: words.days, width: 150 }],
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
      { text: over, bold: isOver, ...(isOver ? { colour: 'behind' as const } : {}) },
    ],
  })),
});
