import { writeWords } from '#charts/kit/write-words.ts';
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactElement,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type ChartDefinition,
  type ChartOptions,
  logicalWidths,
  type ChartContext,
} from '#charts/kit/definition.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { DrawContext } from './draw-context.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { Crosshair, Tooltip } from './Explorer.tsx';
import { rememberFigure } from './drawn-figures.ts';
import { Live } from './Live.tsx';
import { useLogicalWidth } from './logical-width.ts';
import { useDrawing } from './use-drawing.ts';
import { type FocusPoint, moveFocus, nearestFocusPoint } from '#charts/kit/focus.ts';
import { isSame } from '#charts/kit/is-same.ts';

/**
 * What a chart draws. It stays the same object while its content stays the same, so that a filter
 * does not redraw the charts that it does not change.
 */
function useSeries(
  chart: ChartDefinition<unknown>,
  overview: Overview,
  context: ChartContext,
): unknown {
  const next = useMemo(() => chart.toSeries(overview, context), [chart, overview, context]);
  const last = useRef({ chart, series: next });
  if (last.current.chart !== chart || !isSame(last.current.series, next))
    last.current = { chart, series: next };
  return last.current.series;
}

export interface ChartProps {
  readonly chart: ChartDefinition<unknown>;
  readonly overview: Overview;
  readonly language: Language;
  readonly options?: ChartOptions;
  /** Called when a project is chosen with Enter, a click or a second tap. */
  readonly onOpen?: ((code: string) => void) | undefined;
  /**
   * Called when a mark with a figure is chosen in the same way. Omitted for readers who can't open
   * explanations.
   */
  readonly onExplain?: ((figure: TableFigure) => void) | undefined;
}

/**
 * Always the same object: React 19 writes innerHTML when the object changes, and under Trusted
 * Types that throws.
 */
const keep = { __html: '' };
/** Measures the frame of a drawing, and places its focus points. Undefined width: not measured. */
function useLayout(chart: ChartDefinition<unknown>, series: unknown) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, scale } = useLogicalWidth(frame);
  const height = useMemo(
    () => (width === undefined ? 0 : chart.height(width, series)),
    [chart, series, width],
  );
  const points = useMemo(
    () => (width === undefined ? [] : chart.focus.points(series, width, height)),
    [chart, series, width, height],
  );
  return { frame, width, scale, height, points };
}

interface FocusOptions extends Pick<ChartProps, 'onOpen' | 'onExplain'> {
  readonly points: readonly FocusPoint[];
  /** Screen px per logical px. */
  readonly scale: number;
}
/** Holds the focus point that pointer and keys have chosen, and the handlers that choose it. */
function useFocus(
  { focus }: ChartDefinition<unknown>,
  { points, scale, onOpen, onExplain }: FocusOptions,
) {
  const [active, setActive] = useState<number | undefined>(undefined);
  const open = (index: number | undefined): void => {
    const { figure, open: code } = points[index ?? -1] ?? {};
    if (figure !== undefined && onExplain !== undefined) onExplain(figure);
    else if (code !== undefined) onOpen?.(code);
  };
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const next = nearestFocusPoint(
      focus,
      points,
      (event.clientX - box.left) / scale,
      (event.clientY - box.top) / scale,
    );
    const isTap = event.type === 'pointerdown' && next !== undefined;
    if (isTap && (event.pointerType !== 'touch' || next === active)) open(next);
    setActive(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter') open(active);
    else if (event.key === 'Escape') setActive(undefined);
    else {
      const next = moveFocus(event.key, active, points.length);
      if (next === undefined) return;
      setActive(next);
      event.preventDefault();
    }
  };
  const inFocus = active === undefined ? undefined : points[active];
  return { inFocus, point, press, leave: () => setActive(undefined) };
}

/**
 * Empty drawings that reserve the room of each logical width, so that nothing moves when the chart
 * is drawn.
 */
const Spaces = memo(function Spaces({
  chart,
  series,
}: {
  readonly chart: ChartDefinition<unknown>;
  readonly series: unknown;
}) {
  return logicalWidths.map((width) => {
    const height = chart.height(width, series);
    return (
      <svg
        key={width}
        className={`chart-space chart-space-${width}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      />
    );
  });
});

/** The drawing that came with the page: made on the server, hydrated untouched in the browser. */
function Picture(drawing: {
  readonly id: string;
  readonly series: unknown;
  readonly language: Language;
}): ReactElement {
  const draw = use(DrawContext);
  const { id, series, language } = drawing;
  return (
    <div
      className="chart-picture"
      aria-hidden="true"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: on the server only, our own drawing; in the browser the constant is never written
      dangerouslySetInnerHTML={draw === null ? keep : { __html: use(draw(id, series, language)) }}
    />
  );
}

/**
 * A figure's drawing. The browser hydrates the server's picture unchanged. It fetches Recharts when
 * it is idle; the live chart replaces the picture at the same scale when the reader uses it or the
 * data change. Without a picture (on a later page) Recharts draws at once. Title, table and source
 * around it come from the same definition.
 */
export function Chart({
  chart,
  overview,
  language,
  options = {},
  onOpen,
  onExplain,
}: ChartProps): ReactElement {
  const { id } = chart;
  const optionsKey = JSON.stringify(options);
  const context = useMemo(
    () => ({ language, options: JSON.parse(optionsKey) as ChartOptions }),
    [language, optionsKey],
  );
  const series = useSeries(chart, overview, context);
  const { alt } = useMemo(() => writeWords(chart, overview, context), [chart, overview, context]);
  const { showsPicture, View, want, endPicture } = useDrawing(chart, series);
  const { frame, width, scale, height, points } = useLayout(chart, series);
  const { inFocus, point, press, leave } = useFocus(chart, { points, scale, onOpen, onExplain });
  useEffect(() => {
    if (frame.current !== null) rememberFigure(frame.current, { chart, series, language });
  }, [frame, chart, series, language]);
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    want();
    point(event);
  };
  return (
    <div className={`chart chart-${id}`} ref={frame}>
      <div
        className="chart-drawing"
        role="img"
        aria-label={alt}
        tabIndex={0}
        onPointerEnter={want}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => event.pointerType !== 'touch' && leave()}
        onFocus={want}
        onBlur={leave}
        onKeyDown={press}
      >
        <Spaces chart={chart} series={series} />
        {showsPicture ? <Picture id={id} series={series} language={language} /> : null}
        {View !== undefined && width !== undefined ? (
          <Live
            key={width}
            View={View}
            series={series}
            width={width}
            height={height}
            id={`${id}-live`}
            language={language}
            onDrawn={endPicture}
          />
        ) : null}
        {inFocus !== undefined && width !== undefined ? (
          <Crosshair mark={chart.focus.mark} point={inFocus} width={width} height={height} />
        ) : null}
      </div>
      <div className="chart-said" role="status">
        {inFocus !== undefined && width !== undefined ? (
          <Tooltip
            point={inFocus}
            width={width}
            scale={scale}
            hint={
              inFocus.figure === undefined || onExplain === undefined
                ? undefined
                : kitLabels[language].pressMark
            }
          />
        ) : null}
      </div>
    </div>
  );
}
