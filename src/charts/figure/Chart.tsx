import { compact } from '#domain/values/compact.ts';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
  useLayoutEffect,
} from 'react';
import { type ChartOptions, type LogicalWidth, logicalWidths } from '#charts/kit/definition.ts';
import { type ChartId, chartOf } from '#charts/registry.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { DrawContext } from './draw-context.ts';
import {
  currentDrawings,
  loadDrawings,
  loadDrawingsWhenIdle,
  noDrawings,
  subscribeDrawings,
} from './drawings.ts';
import { Crosshair, Tooltip } from './Explorer.tsx';
import { Live } from './Live.tsx';
import { moveFocus, nearestFocusPoint } from '#charts/kit/focus.ts';

/** The largest logical width that a container holds: its drawing is then scaled by 1.0 to about 1.3. */
const logicalWidthOf = (px: number): LogicalWidth =>
  logicalWidths.findLast((width) => width <= px) ?? logicalWidths[0];

/** The logical width of a container and its scale, followed as it is resized; none before the first measure and on the server. */
function useLogicalWidth(frame: RefObject<HTMLElement | null>): {
  readonly width: LogicalWidth | undefined;
  readonly scale: number;
} {
  const [px, setPx] = useState<number | undefined>(undefined);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => setPx(element.clientWidth || logicalWidths[0]);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  const width = px === undefined ? undefined : logicalWidthOf(px);
  return { width, scale: px === undefined || width === undefined ? 1 : px / width };
}

export interface ChartProps {
  readonly id: ChartId;
  readonly overview: Overview;
  readonly language: Language;
  readonly options?: ChartOptions;
  /** A project was chosen with Enter, a click or a second tap. */
  readonly onOpen?: (code: string) => void;
  /** Told when the chart library could not be fetched; the picture and the table stay. */
  readonly onFailure?: (reason: unknown) => void;
}

/** One object for ever: React 19 writes innerHTML when the object changes, and under Trusted Types that throws. */
const keep = { __html: '' };
const never = (): (() => void) => () => {};
const ignore = (): void => {};

/**
 * A figure's drawing. The server's picture is hydrated untouched; Recharts is fetched when the browser is idle and takes
 * the picture's place, at the same scale, when the reader turns to it or the data change. Without a picture (a later
 * page) Recharts draws at once. Title, table and source stand around it, made from the same definition.
 */
export function Chart({
  id,
  overview,
  language,
  options = {},
  onOpen,
  onFailure = ignore,
}: ChartProps): ReactElement {
  const { measure, range } = options;
  const series = useMemo(
    () =>
      chartOf(id).toSeries(overview, {
        language,
        options: compact({ measure, range }),
      }),
    [id, overview, language, measure, range],
  );
  const alt = useMemo(
    () =>
      chartOf(id).words(overview, {
        language,
        options: compact({ measure }),
      }).alt,
    [id, overview, language, measure],
  );
  const draw = use(DrawContext);
  const served = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [picture] = useState(served);
  const [first] = useState(series);
  const drawings = useSyncExternalStore(subscribeDrawings, currentDrawings, noDrawings);
  const [wanted, setWanted] = useState(!picture);
  const [live, setLive] = useState(false);
  const [active, setActive] = useState<number | undefined>(undefined);
  const frame = useRef<HTMLDivElement>(null);
  const { width, scale } = useLogicalWidth(frame);
  const need = wanted || series !== first;
  const failed = useRef(onFailure);
  failed.current = onFailure;
  useEffect(() => {
    if (need) void loadDrawings().catch((reason: unknown) => failed.current(reason));
  }, [need]);
  useEffect(() => loadDrawingsWhenIdle((reason) => failed.current(reason)), []);
  const height = (at: LogicalWidth): number => chartOf(id).height(at, series);
  const stops = useMemo(
    () =>
      width === undefined
        ? []
        : chartOf(id).focus.points(series, width, chartOf(id).height(width, series)),
    [id, series, width],
  );
  const stop = active === undefined ? undefined : stops[active];
  const View = drawings?.viewOf(id);

  const point = (event: PointerEvent<HTMLDivElement>): void => {
    setWanted(true);
    const box = event.currentTarget.getBoundingClientRect();
    const next = nearestFocusPoint(
      chartOf(id).focus,
      stops,
      (event.clientX - box.left) / scale,
      (event.clientY - box.top) / scale,
    );
    if (
      event.type === 'pointerdown' &&
      next !== undefined &&
      (event.pointerType !== 'touch' || next === active)
    )
      openStop(next);
    setActive(next);
  };
  const openStop = (index: number | undefined): void => {
    const code = index === undefined ? undefined : stops[index]?.open;
    if (code !== undefined) onOpen?.(code);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter') openStop(active);
    else if (event.key === 'Escape') setActive(undefined);
    else {
      const next = moveFocus(event.key, active, stops.length);
      if (next === undefined) return;
      setActive(next);
      event.preventDefault();
    }
  };
  return (
    <div className={`chart chart-${id}`} ref={frame}>
      <div
        className="chart-drawing"
        role="img"
        aria-label={alt}
        tabIndex={0}
        onPointerEnter={() => setWanted(true)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={(event) => event.pointerType !== 'touch' && setActive(undefined)}
        onFocus={() => setWanted(true)}
        onBlur={() => setActive(undefined)}
        onKeyDown={press}
      >
        {logicalWidths.map((at) => (
          <svg
            key={at}
            className={`chart-space chart-space-${at}`}
            width={at}
            height={height(at)}
            viewBox={`0 0 ${at} ${height(at)}`}
            aria-hidden="true"
          />
        ))}
        {picture && !live ? (
          <div
            className="chart-picture"
            aria-hidden="true"
            suppressHydrationWarning
            // biome-ignore lint/security/noDangerouslySetInnerHtml: on the server only, our own drawing; in the browser the constant is never written
            dangerouslySetInnerHTML={
              draw === null ? keep : { __html: use(draw(id, series, language)) }
            }
          />
        ) : null}
        {need && View !== undefined && width !== undefined ? (
          <Live
            key={width}
            View={View}
            series={series}
            width={width}
            height={height(width)}
            id={`${id}-live`}
            language={language}
            onDrawn={() => setLive(true)}
          />
        ) : null}
        {stop !== undefined && width !== undefined ? (
          <Crosshair
            mark={chartOf(id).focus.mark}
            point={stop}
            width={width}
            height={height(width)}
          />
        ) : null}
      </div>
      <div className="chart-said" role="status">
        {stop !== undefined && width !== undefined ? (
          <Tooltip point={stop} width={width} scale={scale} />
        ) : null}
      </div>
    </div>
  );
}
