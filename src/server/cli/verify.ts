import type { Source } from '#server/db/db.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { verifyAudit, type AuditReport } from '#server/audit/store.ts';
import { verifyChain, type ChainReport } from '#server/db/hash-chain/verify-chain.ts';
import { verifyFiles, type FilesReport } from '#server/projects/evidence/verify-file-store.ts';
import { verifySearch, type SearchReport } from '#server/projects/search/verify-search-store.ts';
import type { Settings } from './settings.ts';
import { exitCode } from './exit-code.ts';

export interface VerifyOptions {
  readonly head?: string | undefined;
  readonly 'audit-head'?: string | undefined;
  readonly json?: boolean | undefined;
}

const reasons = {
  altered: (n: number) =>
    `Revision ${n} differs from its record: it, or a row that it wrote or ended, was altered.`,
  missing: (n: number) => `Revision ${n} is missing: it was removed, or the order was changed.`,
  unchained: (n: number) =>
    `There are rows of revision ${n} or later, or of none, that belong to no recorded revision.`,
  anchor: (n: number) =>
    `No revision up to ${n} has the given hash: the end was removed, or the history was rewritten.`,
};
const writeResult = (report: ChainReport): string =>
  report.whole
    ? `Whole: ${report.revisions} revisions.${report.anchored_at === undefined ? '' : ` The given hash is that of revision ${report.anchored_at}.`}\nHead: ${report.head}`
    : reasons[report.reason](report.revision);

const writeAuditReport = (report: AuditReport): string =>
  report.whole
    ? `Audit whole: ${report.events} events.\nAudit head: ${report.head}`
    : report.reason === 'anchor'
      ? `No event of the audit up to ${report.event} has the given hash: the end was removed, or the audit was rewritten.`
      : `Event ${report.event} of the audit differs from its record: it was altered, or an earlier one was removed.`;
const writeFilesReport = (report: FilesReport): string =>
  report.whole
    ? `Files whole: ${report.files}.`
    : `The file ${report.sha256} differs from its record: its bytes ${report.reason === 'missing' ? 'are missing' : 'were altered'}.`;
const writeSearchReport = (report: SearchReport): string =>
  report.whole
    ? `Search index whole: ${report.texts} texts.`
    : `The search index lacks a text of the project ${report.code} (${report.origin}), so a search may not find it. headway move makes the index anew.`;
const isHash = (text: string | undefined): boolean =>
  text === undefined || /^[0-9a-f]{64}$/.test(text);

/**
 * The results for the hash chains of the history and of the audit, for the stored files and for the
 * search index.
 */
export type StoreReport = ChainReport & {
  readonly audit: AuditReport;
  readonly files: FilesReport;
  readonly search: SearchReport;
};
/**
 * Verifies the history, the audit and the stored files. An anchor is an earlier head of a chain.
 */
export const verifyStore = async (
  source: Source,
  anchor?: string,
  auditAnchor?: string,
): Promise<StoreReport> => ({
  ...(await verifyChain(source, anchor)),
  audit: await verifyAudit(source, auditAnchor),
  files: await verifyFiles(source),
  search: await verifySearch(source),
});
/** Whether the history, the audit log, the stored files and the search index are unaltered. */
export const isWhole = ({ whole, audit, files, search }: StoreReport): boolean =>
  whole && audit.whole && files.whole && search.whole;

/**
 * Verifies the history, the audit and the stored files, and reports anything altered, reordered or
 * removed.
 * @returns the exit code
 * @throws the error of the store if it cannot be opened
 */
export async function verify(
  settings: Settings,
  { head, json, ...more }: VerifyOptions,
): Promise<number> {
  const anchor = head?.trim().toLowerCase();
  const auditAnchor = more['audit-head']?.trim().toLowerCase();
  if (!isHash(anchor) || !isHash(auditAnchor)) {
    console.error(
      '--head, --audit-head: give the hash that verify or /api/v1/revisions showed, 64 hexadecimal digits.',
    );
    return exitCode.wrongUse;
  }
  const db = await openDatabase({ url: settings.database });
  try {
    const report = await verifyStore(db, anchor, auditAnchor);
    console.log(
      json
        ? JSON.stringify(report)
        : `${writeResult(report)}\n${writeAuditReport(report.audit)}\n${writeFilesReport(report.files)}\n${writeSearchReport(report.search)}`,
    );
    return isWhole(report) ? exitCode.done : exitCode.broken;
  } finally {
    await db.close();
  }
}
