import type { Comparison } from '#charts/kit/comparison.ts';
import type {
  ChartContext,
  ChartDefinition,
  ChartWords,
  LogicalWidth,
  OfficeModule,
} from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { keepResults } from '#charts/kit/keep-results.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { listSentences, makeSubtitle } from '#charts/kit/text/subtitle.ts';
import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { writeVersus } from '#domain/overview/read-versus.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { compareLabels } from './labels/index.ts';
import {
  type SeriesOrPair,
  type DrawnSide,
  isPair,
  layPair,
  type PairDrawing,
  pairFocusPoints,
} from './layout.ts';
import { pairTable, type SideTable } from './pair-table.ts';
import { listSides, type Side } from './sides.ts';

type Sides = readonly [Side, Side];
/** The context of one side, without a title and filters: those belong to the whole chart. */
const plainContext = ({ language, options }: ChartContext): ChartContext => {
  const { title: _title, filters: _filters, ...own } = options;
  return { language, options: { ...own, beside: true } };
};

/** Joins the notes of both sides. A note of one side only is preceded by the name of that side. */
function joinNotes(
  [a, b]: readonly [ChartWords, ChartWords],
  [first, second]: Sides,
  words: (typeof compareLabels)['en'],
): readonly string[] {
  const [own, other] = [new Set(a.notes), new Set(b.notes)];
  return [
    words.differenceIs(first.name, second.name),
    words.sideNote(first.name, a.title),
    words.sideNote(second.name, b.title),
    ...a.notes.filter((note) => other.has(note)),
    ...a.notes.filter((note) => !other.has(note)).map((note) => words.sideNote(first.name, note)),
    ...b.notes.filter((note) => !own.has(note)).map((note) => words.sideNote(second.name, note)),
  ];
}

/** Joins the subtitles of both sides: the first sentence once, and every other one of either. */
function joinSubtitles([a, b]: readonly [ChartWords, ChartWords], language: Language) {
  const [own, other] = [listSentences(a), listSentences(b)];
  const more = own.length === 0 ? other : other.slice(1);
  const last = sentenceStart(compareLabels[language].oneScale);
  return makeSubtitle([...new Set([...own, ...more]), last], language);
}

function pairWords(
  chart: ChartDefinition<unknown>,
  sides: Sides,
  context: ChartContext,
): ChartWords {
  const { language } = context;
  const [text, frame] = [compareLabels[language], kitLabels[language]];
  const [first, second] = sides;
  const say = ({ own }: Side): ChartWords => writeWords(chart, own, plainContext(context));
  const [a, b] = [say(first), say(second)];
  const name = chart.subject?.(first.overview, context) ?? chart.name(language);
  const title = text.title(name, first.name, second.name);
  return {
    ...a,
    title,
    ...joinSubtitles([a, b], language),
    unit: a.unit === '' ? b.unit : a.unit,
    alt: [title, text.sideNote(first.name, a.alt), text.sideNote(second.name, b.alt)].join(
      frame.separator,
    ),
    notes: joinNotes([a, b], sides, text),
    key: [...a.key, ...b.key.filter(({ label }) => !a.key.some((one) => one.label === label))],
  };
}

interface SideRows extends SideTable {
  readonly overview: Overview;
}
function tablesOf(
  chart: ChartDefinition<unknown>,
  [a, b]: Sides,
  context: ChartContext,
): readonly [SideRows, SideRows] {
  const read = ({ name, overview, unknown, of }: Side): SideRows => ({
    name,
    overview,
    table: makeTable(chart, overview, plainContext(context)),
    isUnknown: unknown !== undefined,
    ...compact({ day: overview.as_of === a.overview.as_of ? undefined : overview.as_of, of }),
  });
  return [read(a), read(b)];
}

const drawnSide = <S>({ name, unknown, of }: Side, series: S): DrawnSide<S> => ({
  name,
  series,
  ...compact({ unknown, of }),
});

type FindSides = (overview: Overview, context: ChartContext) => Sides | undefined;

const makePairTable = (
  chart: ChartDefinition<unknown>,
  sides: Sides,
  { keys, versus }: { readonly keys: readonly string[]; readonly versus: string },
  context: ChartContext,
): ChartTable => {
  const [a, b] = tablesOf(chart, sides, context);
  return pairTable([a, b], { keys, versus, as_of: a.overview.as_of }, context.language);
};

async function loadPairOffice(
  chart: ChartDefinition<unknown>,
  sidesOf: FindSides,
): Promise<OfficeModule> {
  const [{ officeChart }, { pairOfficeChart }] = await Promise.all([
    chart.loadOffice(),
    import('./pair-office-chart.ts'),
  ]);
  return {
    officeChart: (overview, context, table) => {
      const sides = sidesOf(overview, context);
      if (sides === undefined) return officeChart(overview, context, table);
      const draw = ({ overview: own, ...side }: SideRows) => ({
        ...side,
        chart: side.isUnknown ? undefined : officeChart(own, plainContext(context), side.table),
      });
      const [a, b] = tablesOf(chart, sides, context);
      return pairOfficeChart([draw(a), draw(b)]);
    },
  };
}

/** Makes the words and the table of a chart for files: of one side, or of both. */
function makeContent<S>(
  chart: ChartDefinition<S>,
  keys: readonly string[],
  sidesOf: FindSides,
): Pick<ChartDefinition<unknown>, 'words' | 'toTable' | 'loadOffice'> {
  const own = chart as ChartDefinition<unknown>;
  return {
    words: (overview, context) => {
      const sides = sidesOf(overview, context);
      return sides === undefined ? chart.words(overview, context) : pairWords(own, sides, context);
    },
    toTable: (overview, context) => {
      const sides = sidesOf(overview, context);
      const { compared } = overview;
      return sides === undefined
        ? chart.toTable(overview, context)
        : makePairTable(
            own,
            sides,
            { keys, versus: compared === undefined ? '' : writeVersus(compared.versus) },
            context,
          );
    },
    loadOffice: () => loadPairOffice(own, sidesOf),
  };
}

/** How a chart draws a comparison: block by block, if it has blocks. */
function toDrawing<S>(chart: ChartDefinition<S>, { divide }: Comparison<S>): PairDrawing<S> {
  // one drawing of a block for all layouts of a series
  const drawBlocks = keepResults((side: { readonly series: S }) => divide?.(side.series) ?? []);
  return {
    heightOf: (width, series) => chart.height(width as LogicalWidth, series),
    divide: drawBlocks,
  };
}

/**
 * Makes a chart that can be shown beside another one of its kind: on another day, or for other
 * projects. Where the overview holds no comparison it is unchanged.
 */
export function comparable<S>(
  chart: ChartDefinition<S>,
  comparison: Comparison<S>,
): ChartDefinition<SeriesOrPair<S>> {
  const { keys, align } = comparison;
  const sidesOf: FindSides = (overview, context) => listSides(chart, comparison, overview, context);
  const drawing = toDrawing(chart, comparison);
  const height = (width: number, series: SeriesOrPair<S>): number =>
    isPair(series) ? layPair(series, width, drawing).height : drawing.heightOf(width, series);
  return {
    ...chart,
    ...makeContent(chart, keys, sidesOf),
    takesComparison: true,
    // both sides of a comparison have no common rows
    loadRows: async (overview, context) =>
      overview.compared === undefined ? chart.loadRows?.(overview, context) : undefined,
    annotationAxes: (series, width) =>
      isPair(series) ? [] : (chart.annotationAxes?.(series, width) ?? []),
    divide: (series) => (isPair(series) ? [] : (comparison.divide?.(series) ?? [])),
    hasData: ({ compared, ...overview }, options) =>
      chart.hasData(overview, options) ||
      (compared !== undefined && chart.hasData({ ...overview, ...compared.parts }, options)),
    loadView: async () => {
      const [{ View }, { comparedView }] = await Promise.all([
        chart.loadView(),
        import('./PairView.tsx'),
      ]);
      return { View: comparedView(View, drawing) };
    },
    height,
    leastHeight: (width, series) =>
      isPair(series) ? height(width, series) : chart.leastHeight(width, series),
    focus: {
      ...chart.focus,
      points: (series, width, high) =>
        isPair(series)
          ? pairFocusPoints(layPair(series, width, drawing).placed, chart.focus.points)
          : chart.focus.points(series, width, high),
    },
    toSeries: (overview, context) => {
      const sides = sidesOf(overview, context);
      if (sides === undefined) return chart.toSeries(overview, context);
      const [a, b] = sides;
      const [first, second] = align(
        chart.toSeries(a.overview, context),
        chart.toSeries(b.overview, context),
      );
      return { sides: [drawnSide(a, first), drawnSide(b, second)] };
    },
  };
}
