import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { type LogicalWidth, logicalWidths } from '#charts/kit/definition.ts';

/** Reads by which factor the reader has enlarged the text of the page. */
const readTextScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/**
 * Chooses the largest logical width that a container holds. Its drawing is then scaled by 1.0 to
 * about 1.3, times the scale of the text.
 */
const chooseLogicalWidth = (px: number, textScale: number): LogicalWidth =>
  logicalWidths.findLast((width) => width * textScale <= px) ?? logicalWidths[0];

interface Measure {
  readonly width: LogicalWidth | undefined;
  readonly scale: number;
}
const unmeasured: Measure = { width: undefined, scale: 1 };
/** On paper a drawing has this width, at which its labels can be read (print.css). */
const onPaper: Measure = { width: 560, scale: 1 };

let printing = false;
/** Calls a listener when printing begins and ends. React draws such a change before the print. */
function watchPrinting(listener: () => void): () => void {
  const change = ({ type }: Event): void => {
    printing = type === 'beforeprint';
    listener();
  };
  addEventListener('beforeprint', change);
  addEventListener('afterprint', change);
  return () => {
    removeEventListener('beforeprint', change);
    removeEventListener('afterprint', change);
  };
}

/**
 * The logical width of a container and its scale, updated when it is resized or printed; undefined
 * before the first measure and on the server.
 */
export function useLogicalWidth(frame: RefObject<HTMLElement | null>): Measure {
  const [measure, setMeasure] = useState(unmeasured);
  const isPrinting = useSyncExternalStore(
    watchPrinting,
    () => printing,
    () => false,
  );
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const read = (): void => {
      const px = element.clientWidth || logicalWidths[0];
      const width = chooseLogicalWidth(px, readTextScale());
      setMeasure({ width, scale: px / width });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return isPrinting && measure.width !== undefined ? onPaper : measure;
}
