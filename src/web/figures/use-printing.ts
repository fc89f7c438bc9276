import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True from one event of the window to another. */
function useBetween(start: string, end: string): boolean {
  const [isBetween, setBetween] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setBetween(true));
    const after = () => setBetween(false);
    addEventListener(start, before);
    addEventListener(end, after);
    return () => {
      removeEventListener(start, before);
      removeEventListener(end, after);
    };
  }, [start, end]);
  return isBetween;
}

/** True while the page is printed. Print then includes content that a button opens on screen. */
export const usePrinting = (): boolean => useBetween('beforeprint', 'afterprint');

/** The events around the moment in which a page is copied. */
export const copyEvents = ['headway-copy-start', 'headway-copy-end'] as const;
/** True while the page is copied. A copy includes what paper includes. */
export const useCopying = (): boolean => useBetween(...copyEvents);
