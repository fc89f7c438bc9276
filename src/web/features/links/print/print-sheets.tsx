import type { SharedPayload } from '#contract/links/schemas.ts';
import { usePaperCode } from '#web/figures/use-paper-code.ts';

interface LinkSheetsProps {
  readonly payload: SharedPayload;
}
const load = async () => (await import('./printed-link.tsx')).PrintedLink;

/** The page of a link on paper while it is printed. */
export function LinkSheets(props: LinkSheetsProps) {
  const Sheets = usePaperCode<LinkSheetsProps>(load);
  return Sheets === undefined ? null : <Sheets {...props} />;
}
