import type { ReportFileFault } from '#contract/report-files/constants.ts';
import { nextTry } from '#domain/reminders/digest-schedule.ts';
import type { ReportSchedule } from '#domain/zone/report/report-schedule.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import {
  FolderError,
  type ReportFile,
  type ReportFolder,
} from '#server/core/jobs/report-folder.ts';
import { cleanNamePart } from '#server/http/file-name.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import {
  claimClosing,
  endDelivery,
  isOwed,
  listClosings,
  listDeliveries,
  type Closing,
  type DeliveryMoments,
} from './store.ts';

/** The dependencies for writing reports. Without a folder nothing is written. */
export type ReportFileDeps = Pick<
  AppDeps,
  'db' | 'clock' | 'config' | 'drawing' | 'log' | 'reportFolder'
>;
/** A closing with the schedule of the zone when it was closed. */
interface OwedClosing extends Closing {
  readonly schedule: ReportSchedule;
}

/** Longer than any attempt takes, in ms. */
const longestTry = 15 * 60_000;
const dayMs = 24 * 60 * 60_000;

const findMoments = ({ clock }: ReportFileDeps): DeliveryMoments => {
  const now = clock();
  return {
    now: now.toISOString(),
    ended: new Date(now.getTime() - longestTry).toISOString(),
  };
};

/** Makes the reader for whom files are written. The schedule decides whether it may see notes. */
const readerOf = ({ notes }: ReportSchedule): Principal => ({
  id: 'report-files',
  name: 'local',
  mode: 'local',
  role: notes === true ? 'analyst' : 'viewer',
});

/** Makes the files of a closed month, in each language and format. Their names sort by month. */
async function makeFiles(
  deps: ReportFileDeps,
  { period, schedule }: OwedClosing,
  signal: AbortSignal,
): Promise<readonly ReportFile[]> {
  const { makeReportFile } = await import('#server/exports/document-service.ts');
  const { buildReport } = await import('#server/exports/report/service.ts');
  const files: ReportFile[] = [];
  for (const lang of schedule.languages) {
    const input = await buildReport(deps, { period, lang }, readerOf(schedule));
    const zone = cleanNamePart(input.overview.zone.short_name[lang]);
    for (const format of schedule.formats) {
      signal.throwIfAborted();
      const { content } = await makeReportFile(deps, format, input, signal);
      files.push({ name: `${zone}_${period}_${lang}.${format}`, bytes: content });
    }
  }
  return files;
}

/** Finds the fault of an attempt. Logs any error other than a fault of the folder. */
function toFault({ log }: ReportFileDeps, error: unknown): ReportFileFault {
  const isOfFolder = error instanceof FolderError;
  if (!isOfFolder || error.fault === 'failed')
    log?.({
      level: 'error',
      reference: 'report-files',
      method: 'POST',
      path: 'report-files',
      status: 500,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  return isOfFolder ? error.fault : 'no_report';
}

/** Writes the files of one closing, unless another server does. */
async function writeClosing(
  deps: ReportFileDeps,
  folder: ReportFolder,
  closing: OwedClosing,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock } = deps;
  const attempts = await db.write((trx) => claimClosing(trx, closing, findMoments(deps)));
  if (attempts === undefined) return;
  try {
    const files = await makeFiles(deps, closing, signal);
    await folder.write(files);
    const at = clock().toISOString();
    await db.write(async (trx) => {
      await endDelivery(trx, closing, { at, files: files.length });
      await recordEvent(trx, {
        at,
        actor: { name: 'local' },
        kind: 'report_files_written',
        object: closing.period,
        detail: { files: files.map(({ name }) => name).join(', ') },
      });
    });
  } catch (error) {
    const now = clock();
    // files of a month are never given up
    const next = nextTry(attempts, now) ?? new Date(now.getTime() + dayMs);
    const fault = toFault(deps, error);
    await db.write((trx) =>
      endDelivery(trx, closing, { at: now.toISOString(), fault, next: next.toISOString() }),
    );
  }
}

/** Lists the closings without files that were made while the zone had a schedule. */
async function listOwedClosings(deps: ReportFileDeps): Promise<readonly OwedClosing[]> {
  const { db } = deps;
  const origin = await readChosenOrigin(db);
  if (origin === null) return [];
  if ((await readZone(db, origin))?.report?.schedule === undefined) return [];
  const [closings, deliveries] = [await listClosings(db, origin), await listDeliveries(db, origin)];
  const moments = findMoments(deps);
  const dueClosings: OwedClosing[] = [];
  for (const closing of closings) {
    const { period, closed_in } = closing;
    const delivery = deliveries.find((one) => one.period === period && one.closed_in === closed_in);
    if (!isOwed(delivery, moments)) continue;
    const schedule = (await readZone(db, origin, closed_in))?.report?.schedule;
    if (schedule !== undefined) dueClosings.push({ ...closing, schedule });
  }
  return dueClosings;
}

/**
 * Writes the missing files of closed months. A month that was reopened and closed again gets new
 * files, which replace the former ones. Closing a month never waits for this.
 *
 * @param signal - ends it after the current file
 */
export async function writeDueReports(
  deps: ReportFileDeps,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { reportFolder } = deps;
  if (reportFolder === undefined) return;
  for (const closing of await listOwedClosings(deps)) {
    if (signal.aborted) return;
    await writeClosing(deps, reportFolder, closing, signal);
  }
}
