import { type ComponentType, type ReactElement, useLayoutEffect, useMemo, useRef } from 'react';
import type { LogicalWidth, ViewProps } from '#charts/kit/definition.ts';
import type { Language } from '#domain/values/language.ts';

interface LiveProps {
  readonly View: ComponentType<ViewProps<unknown>>;
  readonly series: unknown;
  readonly width: LogicalWidth;
  readonly height: number;
  readonly id: string;
  readonly language: Language;
  /** Called once, before the browser paints, when the drawing has marks. */
  readonly onDrawn: () => void;
}

const hasMarks = (node: Element): boolean =>
  node.querySelector('svg :is(path, rect, circle)') !== null;

/**
 * The chart drawn by its View in the page. Recharts has no SVG in its first layout effect, so it
 * waits for the marks.
 */
export function Live({
  View,
  series,
  width,
  height,
  id,
  language,
  onDrawn,
}: LiveProps): ReactElement {
  const node = useRef<HTMLDivElement>(null);
  const onDrawnRef = useRef(onDrawn);
  onDrawnRef.current = onDrawn;
  useLayoutEffect(() => {
    const element = node.current;
    if (element === null) return undefined;
    if (hasMarks(element)) {
      onDrawnRef.current();
      return undefined;
    }
    const observer = new MutationObserver(() => {
      if (!hasMarks(element)) return;
      observer.disconnect();
      onDrawnRef.current();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  // the pointer and the address change the figure around it; the same drawing is not drawn again
  const drawing = useMemo(
    () => (
      <View
        series={series}
        width={width}
        height={height}
        id={id}
        language={language}
        live={false}
      />
    ),
    [View, series, width, height, id, language],
  );
  return (
    // inert: Recharts puts its layers in by portals, whose listeners make browsers stop there on
    // Tab
    <div ref={node} className={`chart-live chart-${width}`} inert>
      {drawing}
    </div>
  );
}
