import { type ComponentType, useEffect, useRef, useState } from 'react';
import { usePrinting } from './use-printing.ts';

/**
 * The sheets of paper while the page is printed. Their code loads when the browser is idle, since
 * printing can't wait for it.
 *
 * @param load fetches the component of the sheets
 * @returns the component; undefined while nothing is printed, or before its code has loaded: then
 *   the page itself is printed
 */
export function usePaperCode<Props>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | undefined {
  const printing = usePrinting();
  const [Sheets, setSheets] = useState<ComponentType<Props>>();
  const fetchCode = useRef(load);
  useEffect(() => {
    let isUnmounted = false;
    const start = (): void =>
      void fetchCode
        .current()
        .then((code) => {
          if (!isUnmounted) setSheets(() => code);
        })
        .catch(() => undefined);
    if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 1500 });
    else setTimeout(start, 300);
    return () => {
      isUnmounted = true;
    };
  }, []);
  return printing ? Sheets : undefined;
}
