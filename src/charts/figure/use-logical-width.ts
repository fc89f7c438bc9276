import { type RefObject, useLayoutEffect, useState } from 'react';
import { type LogicalWidth, logicalWidths } from '#charts/kit/definition.ts';

/** The largest logical width that a container holds: its drawing is then scaled by 1.0 to about 1.3. */
export const logicalWidthOf = (px: number): LogicalWidth =>
  logicalWidths.findLast((width) => width <= px) ?? logicalWidths[0];

/** The logical width of a container and its scale, followed as it is resized; none before the first measure and on the server. */
export function useLogicalWidth(frame: RefObject<HTMLElement | null>): {
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
