import type { Overview } from '#domain/overview/overview.ts';
import { usePaperCode } from '#web/figures/use-paper-code.ts';

interface PrintSheetsProps {
  readonly overview: Overview;
  readonly measure: string;
}
const load = async () => (await import('./printed-overview.tsx')).PrintedOverview;

/** The overview on paper while the page is printed. */
export function PrintSheets(props: PrintSheetsProps) {
  const Sheets = usePaperCode<PrintSheetsProps>(load);
  return Sheets === undefined ? null : <Sheets {...props} />;
}
