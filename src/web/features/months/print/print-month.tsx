import { usePaperCode } from '#web/figures/use-paper-code.ts';
import type { PrintedMonthProps } from './printed-month.tsx';

const load = async () => (await import('./printed-month.tsx')).PrintedMonth;

/** The month on paper while the page is printed. */
export function PrintMonth(props: PrintedMonthProps) {
  const Sheets = usePaperCode<PrintedMonthProps>(load);
  return Sheets === undefined ? null : <Sheets {...props} />;
}
