import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import {
  chooseAxis,
  type OfficeAxis,
  type OfficeChart,
  type OfficeFrame,
  type OfficeKey,
  type OfficeSeries,
  rowPlace,
} from '#charts/kit/office/office-chart.ts';
import { markToken, type MarkShape, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import type { IndustryMark } from '#domain/zone/zone.ts';
import { otherWord } from '#charts/pipeline/industries.ts';
import { chartCurrency, pipelineUnit, toMajorUnits } from '#charts/pipeline/amounts.ts';
import { pipelineSeries } from '#charts/pipeline/series.ts';
import type { Dot, PipelineSeries } from '#charts/pipeline/series-types.ts';
import { pipelineWords } from '#charts/pipeline/labels/index.ts';

/** The symbol in office programs for each shape. */
const symbols: Readonly<Record<MarkShape, NonNullable<OfficeSeries['symbol']>>> = {
  circle: 'circle',
  ring: 'circle',
  diamond: 'diamond',
  cross: 'x',
};

/** Dots that are nearer than this share of the axis are beside each other. */
const nearness = 0.022;
const lanes = [0, 0.24, -0.24] as const;

interface PlacedDot {
  readonly dot: Dot;
  readonly row: number;
  /** Its horizontal position, in major units; left of zero where it has no amount. */
  readonly x: string;
  readonly lane: number;
}

/** Places the dots of a stage at their amounts, and those without an amount left of zero. */
function placeDots(
  dots: readonly Dot[],
  row: number,
  amounts: Amounts,
  { max: most, step }: OfficeAxis,
): PlacedDot[] {
  const knownDots = dots
    .flatMap((dot) => {
      const exact = dot.v === null ? undefined : amounts.get(dot.code);
      return exact === undefined ? [] : [{ dot, x: exact }];
    })
    .toSorted((a, b) => Number(a.x) - Number(b.x));
  const ends = lanes.map(() => Number.NEGATIVE_INFINITY);
  const placed = knownDots.map(({ dot, x }): PlacedDot => {
    const free = ends.findIndex((end) => Number(x) - end > most * nearness);
    const lane = Math.max(0, free);
    ends[lane] = Number(x);
    return { dot, row, x, lane: lanes[lane] ?? 0 };
  });
  const unknown = dots.filter(({ v }) => v === null);
  // in the room left of zero, which is half a step
  const columns = Math.max(1, Math.ceil(unknown.length / lanes.length) - 1);
  const between = Math.min(most * 0.03, (step * 0.45 - most * nearness) / columns);
  return [
    ...placed,
    ...unknown.map(
      (dot, at): PlacedDot => ({
        dot,
        row,
        x: String(-(most * nearness) - Math.floor(at / lanes.length) * Math.max(0, between)),
        lane: lanes[at % lanes.length] ?? 0,
      }),
    ),
  ];
}

type Amounts = ReadonlyMap<string, string>;
/** The amounts of single projects in the currency of the axis, by code. */
const readAmounts = (overview: Overview): Amounts =>
  new Map(
    overview.strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ dots }) =>
        dots.flatMap(({ code, money }) =>
          money?.currency === chartCurrency(overview) ? [[code, toMajorUnits(money)] as const] : [],
        ),
      ),
    ),
  );

/** The rows of the table around the dots: a band for each group, then its stages. */
const listRows = ({ groups }: PipelineSeries) =>
  groups.flatMap(({ label, count, sum, note = '', rows }) => [
    { band: true, dots: [] as readonly Dot[], cells: [label, note, count, sum], top: undefined },
    ...rows.map((row) => ({ ...row, band: false, cells: [row.label, '', row.count, row.sum] })),
  ]);

function makeFrame(series: PipelineSeries, heads: readonly string[]): OfficeFrame {
  const [stage = '', count = ''] = heads;
  return {
    before: [{ head: stage, width: 150 }],
    after: [
      { head: count, width: 62, right: true },
      { head: series.unit, width: 92, right: true },
    ],
    rows: listRows(series).map(({ band, cells: [label = '', , projects = '', sum = ''] }) => ({
      band,
      cells: [
        { text: label, bold: band },
        { text: projects, bold: band },
        { text: sum, bold: band },
      ],
    })),
  };
}

/** The input of the drawing of dots. */
interface Plot {
  readonly rows: ReturnType<typeof listRows>;
  readonly placed: readonly PlacedDot[];
  readonly axis: OfficeAxis;
}
const isKnown = ({ x }: PlacedDot): boolean => Number(x) >= 0;

/** Converts dots to the positions and rows of a series. */
const toPoints = (dots: readonly PlacedDot[], { rows }: Plot) => ({
  places: dots.map(({ x }) => x),
  values: dots.map(({ row, lane }) => rowPlace(rows.length, row, lane)),
});

function plotDots(overview: Overview, series: PipelineSeries): Plot | undefined {
  const rows = listRows(series);
  const amounts = readAmounts(overview);
  const largest = Math.max(0, ...[...amounts.values()].map(Number));
  if (!(largest > 0)) return undefined;
  const axis = chooseAxis(largest * 1.02);
  return {
    rows,
    axis,
    placed: rows.flatMap(({ dots }, row) => placeDots(dots, row, amounts, axis)),
  };
}

/** Writes the name of the largest project of each stage, on the side with room. */
function topSeries(plot: Plot): readonly OfficeSeries[] {
  const tops = plot.rows.flatMap(({ top }, row) => {
    const one = plot.placed
      .filter((dot) => dot.row === row && isKnown(dot))
      .toSorted((a, b) => Number(b.x) - Number(a.x))[0];
    return top === undefined || one === undefined ? [] : [{ ...one, top }];
  });
  const isRight = ({ x }: PlacedDot): boolean => Number(x) > plot.axis.max * 0.72;
  const write = (list: typeof tops, place: 'l' | 'r'): readonly OfficeSeries[] => {
    if (list.length === 0) return [];
    const labels = list.map(({ top }) =>
      place === 'r' ? `\u00a0\u00a0${top}` : `${top}\u00a0\u00a0`,
    );
    return [{ ...hiddenPoints, ...toPoints(list, plot), label_place: place, labels }];
  };
  return [
    ...write(
      tops.filter((one) => !isRight(one)),
      'r',
    ),
    ...write(tops.filter(isRight), 'l'),
  ];
}
/** Points of which only the texts are visible. */
const hiddenPoints = { name: '·', colour: 'ink', symbol: 'none', label_colour: 'ink-2' } as const;

/**
 * Makes a series for each colour of the industries, in their order, and one for projects without an
 * amount.
 */
function markSeries(overview: Overview, plot: Plot, language: Language): readonly OfficeSeries[] {
  const { industries } = overview.zone;
  const { placed } = plot;
  const nameOf = (mark: IndustryMark): string => {
    const named = mark === 'other' ? undefined : industries.find(({ colour }) => colour === mark);
    return named?.short[language] ?? otherWord(overview, language);
  };
  const marks = [...new Set(placed.map(({ dot }) => dot.mark))].toSorted(
    (a, b) => orderOf(industries, a) - orderOf(industries, b),
  );
  const unknown = placed.filter((dot) => !isKnown(dot));
  const noAmount: OfficeSeries = {
    name: pipelineWords[language].undisclosed,
    colour: 'ink-3',
    symbol: 'square',
    hollow: true,
    size: 7,
    ...toPoints(unknown, plot),
  };
  return [
    ...marks.map(
      (mark): OfficeSeries => ({
        name: nameOf(mark),
        colour: markToken(mark),
        symbol: symbols[findMarkShape(mark)],
        hollow: findMarkShape(mark) === 'ring',
        size: 9,
        ...toPoints(
          placed.filter((dot) => isKnown(dot) && dot.dot.mark === mark),
          plot,
        ),
      }),
    ),
    ...(unknown.length === 0 ? [] : [noAmount]),
  ];
}
const keyShape = ({ symbol, hollow }: OfficeSeries): OfficeKey['shape'] => {
  if (symbol === 'square') return 'box';
  if (symbol === 'x') return 'cross';
  return symbol === 'diamond' ? 'diamond' : hollow === true ? 'ring' : 'circle';
};

/**
 * Makes a point for each project in the row of its stage: its position is the amount in the zone's
 * currency; without one it is hollow and left of zero. Each industry is one series, and the written
 * names are another.
 */
export function dotsOfficeChart(
  overview: Overview,
  { language }: ChartContext,
): OfficeChart | undefined {
  const series = pipelineSeries(overview, language);
  const plot = plotDots(overview, series);
  if (plot === undefined) return undefined;
  const { rows, placed, axis } = plot;
  const marks = markSeries(overview, plot, language);
  const hasUnknown = placed.some((dot) => !isKnown(dot));
  const { like } = pipelineUnit(overview, language);
  const text = pipelineWords[language];
  return {
    kind: 'scatter',
    rows: rows.length,
    unit: { id: chartCurrency(overview), like: String(like) },
    axis: { ...axis, min: hasUnknown ? -axis.step : 0, positive: true },
    frame: makeFrame(series, [text.columns.stage, text.columns.count]),
    key: marks.map((one) => ({ label: one.name, colour: one.colour, shape: keyShape(one) })),
    table: { columns: [], rows: [] },
    series: [
      ...marks,
      ...noteSeries(rows.map(({ cells: [, note = ''] }) => note)),
      ...topSeries(plot),
    ].filter(({ values = [] }) => values.length > 0),
  };
}

/** Writes how many projects of a group have an amount, from the line of zero on. */
function noteSeries(notes: readonly string[]): readonly OfficeSeries[] {
  const noted = notes.flatMap((note, row) => (note === '' ? [] : [{ note, row }]));
  if (noted.length === 0) return [];
  return [
    {
      ...hiddenPoints,
      places: noted.map(() => '0'),
      values: noted.map(({ row }) => rowPlace(notes.length, row)),
      labels: noted.map(({ note }) => `\u00a0${note}`),
    },
  ];
}

/** The place of a colour in the order of the zone's industries; other colours come last. */
const orderOf = (industries: Overview['zone']['industries'], mark: IndustryMark): number => {
  const at = industries.findIndex(({ colour }) => colour === mark);
  return at < 0 || mark === 'other' ? industries.length : at;
};
