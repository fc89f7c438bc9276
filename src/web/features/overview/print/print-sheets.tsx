import { type ComponentType, useEffect, useState } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { usePrinting } from '#web/figures/use-printing.ts';

interface PrintSheetsProps {
  readonly overview: Overview;
  readonly measure: string;
}

/**
 * The sheets of paper while the page is printed. Their code is fetched when the browser is idle,
 * since a page that is printed can't wait for it.
 */
export function PrintSheets(props: PrintSheetsProps) {
  const printing = usePrinting();
  const [Sheets, setSheets] = useState<ComponentType<PrintSheetsProps>>();
  useEffect(() => {
    let left = false;
    const load = async (): Promise<void> => {
      const code = await import('./printed-overview.tsx');
      if (!left) setSheets(() => code.PrintedOverview);
    };
    // without it the page prints as it stands
    const start = (): void => void load().catch(() => undefined);
    if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 1500 });
    else setTimeout(start, 300);
    return () => {
      left = true;
    };
  }, []);
  return printing && Sheets !== undefined ? <Sheets {...props} /> : null;
}
