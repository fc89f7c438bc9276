import { type AnnotationAxis, usualAxesWidth } from '#charts/kit/annotation-axis.ts';
import type {
  ChartContext,
  ChartDefinition,
  ChartWords,
  LogicalWidth,
  OfficeModule,
} from '#charts/kit/definition.ts';
import type { FocusPoint } from '#charts/kit/focus.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { scaleByTen, toDecimal } from '#domain/values/decimal.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { formatDate, formatNumber, isApart } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import { formatExactly } from '#domain/values/unit-power.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import { annotateLabels } from './labels/index.ts';
import { type WithNotes, type DrawnAnnotation, isAnnotated, layAnnotations } from './layout.ts';

/** Writes the day or value of an annotation. */
function writePlace(
  { at, unit }: Annotation,
  axes: readonly AnnotationAxis[],
  { language }: ChartContext,
): string {
  if (isIsoDate(at)) return formatDate(at, language);
  const own = axes.find((axis) => axis.unit?.unit === unit)?.unit;
  if (own !== undefined && isCurrency(own.unit))
    return formatExactly(toDecimal(at), own.unit, language, { like: scaleByTen('1', own.scale) });
  const value = formatNumber(scaleByTen(at, -(own?.scale ?? 0)), language);
  const word = own?.word ?? unit ?? '';
  if (word === '') return value;
  return isApart(unit ?? '', word, language) ? `${value} ${word}` : value + word;
}

const draw = (
  annotations: readonly Annotation[],
  axes: readonly AnnotationAxis[],
  context: ChartContext,
): readonly DrawnAnnotation[] =>
  annotations.map((one, at) => ({
    ...compact({ unit: one.unit }),
    n: String(at + 1),
    at: one.at,
    text: one.text,
    place: writePlace(one, axes, context),
  }));

function withNotes(
  words: ChartWords,
  drawnNotes: readonly DrawnAnnotation[],
  { language }: ChartContext,
): ChartWords {
  const annotations = drawnNotes.map(({ n, place, text }) =>
    annotateLabels[language].note(n, place, text),
  );
  return {
    ...words,
    annotations,
    notes: [...annotations, ...words.notes],
    alt: [words.alt, ...annotations].join(kitLabels[language].separator),
  };
}

/** Fetches the office chart of a chart, with the numbers of its annotations. */
async function loadMarkedOffice<S>(chart: ChartDefinition<S>): Promise<OfficeModule> {
  const [{ officeChart }, { markOffice }] = await Promise.all([
    chart.loadOffice(),
    import('./mark-office.ts'),
  ]);
  return {
    officeChart: (overview, context, table) =>
      markOffice(officeChart(overview, context, table), context.options.annotations ?? []),
  };
}

/**
 * Makes a chart that a person can annotate. Without annotations it is unchanged. Where its drawing
 * has no axis for an annotation, only the notes show it.
 */
export function annotateChart<S>(chart: ChartDefinition<S>): ChartDefinition<WithNotes<S>> {
  const { annotationAxes: axesOf = () => [] } = chart;
  const layOut = (series: Parameters<typeof layAnnotations<S>>[0], width: number, high?: number) =>
    layAnnotations(series, width, axesOf, high);
  const height = (width: number, series: WithNotes<S>, of: typeof chart.leastHeight): number => {
    if (!isAnnotated(series)) return of(width, series);
    const { top, width: inner } = layOut(series, width);
    return top + of(inner, series.own);
  };
  const heightOf = (width: number, series: S): number =>
    chart.height(width as LogicalWidth, series);
  const points = (series: WithNotes<S>, width: number, high: number): readonly FocusPoint[] => {
    if (!isAnnotated(series)) return chart.focus.points(series, width, high);
    const { top, width: inner, placed } = layOut(series, width, high);
    return [
      ...placed.map(({ annotation, badge }) => ({
        ...badge,
        title: annotation.place,
        lines: [{ label: '', value: annotation.text }],
      })),
      ...chart.focus
        .points(series.own, inner, high - top)
        .map((point) => ({ ...point, y: point.y + top })),
    ];
  };
  return {
    ...chart,
    annotationAxes: (series, width, high) =>
      isAnnotated(series) ? [] : axesOf(series, width, high),
    divide: (series) => (isAnnotated(series) ? [] : (chart.divide?.(series) ?? [])),
    height: (width, series) => height(width, series, heightOf),
    leastHeight: (width, series) => height(width, series, chart.leastHeight),
    focus: { ...chart.focus, points },
    loadView: async () => {
      const [{ View }, { annotatedView }] = await Promise.all([
        chart.loadView(),
        import('./AnnotatedView.tsx'),
      ]);
      return { View: annotatedView(View, axesOf) };
    },
    loadOffice: () => loadMarkedOffice(chart),
    toSeries: (overview, context) => {
      const own = chart.toSeries(overview, context);
      const { annotations = [] } = context.options;
      if (annotations.length === 0) return own;
      return {
        own,
        small: context.language === 'en' ? 11 : 12,
        annotations: draw(annotations, axesOf(own, usualAxesWidth), context),
      };
    },
    words: (overview, context) => {
      const words = chart.words(overview, context);
      const { annotations = [] } = context.options;
      if (annotations.length === 0) return words;
      const axes = axesOf(chart.toSeries(overview, context), usualAxesWidth);
      return withNotes(words, draw(annotations, axes, context), context);
    },
  };
}
