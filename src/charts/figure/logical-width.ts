import { type RefObject, useLayoutEffect, useState } from 'react';
import { type LogicalWidth, logicalWidths } from '#charts/kit/definition.ts';

/** Reads by which factor the reader has enlarged the text of the page. */
const readTextScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/**
 * Chooses the largest logical width that a container holds. Its drawing is then scaled by 1.0 to
 * about 1.3, times the scale of the text.
 */
const chooseLogicalWidth = (px: number): LogicalWidth =>
  logicalWidths.findLast((width) => width * readTextScale() <= px) ?? logicalWidths[0];

/**
 * The logical width of a container and its scale, updated when it is resized; undefined before the
 * first measure and on the server.
 */
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
  const width = px === undefined ? undefined : chooseLogicalWidth(px);
  return { width, scale: px === undefined || width === undefined ? 1 : px / width };
}
