import { formatMonth, formatNumber } from '#domain/values/format.ts';
import type { DuePeriod } from '#domain/reminders/digest-schedule.ts';
import type { Language } from '#domain/values/language.ts';
import type { ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import type { Role } from '#contract/core/rights.ts';
import { digestMailLabels } from '#report/digest/labels/index.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { MailFile } from '#server/core/message-sender.ts';
import { findRevisions } from '#server/db/revision-log.ts';
import { fileTypes, makeReportFile } from '#server/exports/document-service.ts';
import { buildReport } from '#server/exports/report/service.ts';
import { cleanNamePart } from '#server/http/file-name.ts';
import { listClosings, type Closing } from '#server/report-files/store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'config' | 'drawing' | 'log'>;
/** The reader of a report, and its format. */
export interface ReportReader {
  readonly role: Role;
  readonly language: Language;
  readonly format: ReportFileFormat;
}
/** The text of a mail about the report of one month, and the file if it is attached. */
export interface DigestReport {
  readonly text: string;
  readonly file?: MailFile;
}
/** The files that were made in one run, for readers with the same rights and language. */
export type MadeReports = Map<string, Promise<MailFile>>;

const megabyte = 1_000_000;
/**
 * The most bytes of all files of a mail. Mails are a third larger than their files, and many servers
 * reject 10 MB.
 */
const mostBytes = 7 * megabyte;
/** The longest time for all files of a mail, in ms. An attempt must end before it is settled. */
const patience = 5 * 60_000;

/** Finds the closings in force that were made between the digest before and this one, by month. */
async function findClosings(
  { db }: Deps,
  { from, due }: Pick<DuePeriod, 'from' | 'due'>,
): Promise<readonly Closing[]> {
  const origin = await readChosenOrigin(db);
  if (origin === null) return [];
  const closings = await listClosings(db, origin);
  const revisions = await findRevisions(
    db,
    closings.map(({ closed_in }) => closed_in),
  );
  const between = new Set(
    revisions
      .filter(({ recorded_at: at }) => at > from.toISOString() && at <= due.toISOString())
      .map(({ id }) => id),
  );
  return closings
    .filter(({ closed_in }) => between.has(closed_in))
    .toSorted((a, b) => a.period.localeCompare(b.period));
}

/** Makes the file of a closed month with the rights of its reader. */
async function makeFile(
  deps: Deps,
  period: string,
  { role, language, format }: ReportReader,
  signal: AbortSignal,
): Promise<MailFile> {
  signal.throwIfAborted();
  const reader = { id: 'digest', name: 'local', mode: 'local', role } as const;
  const input = await buildReport(deps, { period, lang: language }, reader);
  const { content } = await makeReportFile(deps, format, input, signal);
  const zone = cleanNamePart(input.overview.zone.short_name[language]);
  return {
    name: `${zone}_${period}_${language}.${format}`,
    type: fileTypes[format],
    bytes: content,
  };
}

/** The file of a month: made once for all readers with the same rights and language. */
function findFile(
  deps: Deps,
  period: string,
  reader: ReportReader,
  { made, signal }: { readonly made: MadeReports; readonly signal: AbortSignal },
): Promise<MailFile> {
  const key = [period, reader.role, reader.language, reader.format].join(' ');
  const file = made.get(key) ?? makeFile(deps, period, reader, signal);
  made.set(key, file);
  return file;
}

const writeSize = (bytes: number, language: Language): string =>
  `${formatNumber(bytes / megabyte, language, 1)} MB`;

/** Attaches a file where a mail has room for it, or says why not. */
function attach(file: MailFile, month: string, language: Language, room: Room): DigestReport {
  const words = digestMailLabels[language].report;
  const { length } = file.bytes;
  const most = writeSize(room.most, language);
  if (length > room.most) return { text: words.large(month, writeSize(length, language), most) };
  if (length > room.most - room.used) return { text: words.rest(month, most) };
  return { text: words.attached(month), file };
}

/** In bytes. */
interface Room {
  readonly most: number;
  readonly used: number;
}

/**
 * Makes the report of each month that was closed since the previous digest. A report that fails or
 * does not fit in a mail is named in the text and never delays the digest. The last months come
 * first. After a month that does not fit, no earlier one is made, since a zone may close many years
 * at once.
 *
 * @param reportsSoFar - the files of this run; each is made once
 * @param most - bytes that the files of a mail may have together
 * @returns one for each month, in their order
 */
export async function readDigestReports(
  deps: Deps,
  reader: ReportReader,
  period: Pick<DuePeriod, 'from' | 'due'>,
  reportsSoFar: MadeReports,
  most = mostBytes,
): Promise<readonly DigestReport[]> {
  const { language } = reader;
  const words = digestMailLabels[language].report;
  const signal = AbortSignal.timeout(patience);
  const reports: DigestReport[] = [];
  let length = 0;
  let isFull = false;
  for (const closing of (await findClosings(deps, period)).toReversed()) {
    const month = formatMonth(closing.period, language);
    if (isFull) {
      reports.unshift({ text: words.rest(month, writeSize(most, language)) });
      continue;
    }
    try {
      const file = await findFile(deps, closing.period, reader, { made: reportsSoFar, signal });
      const report = attach(file, month, language, { most, used: length });
      length += report.file?.bytes.length ?? 0;
      isFull = report.file === undefined && file.bytes.length <= most;
      reports.unshift(report);
    } catch (error) {
      deps.log?.({
        level: 'error',
        reference: 'digest-report',
        method: 'POST',
        path: 'digest',
        status: 500,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      reports.unshift({ text: words.failed(month) });
    }
  }
  return reports;
}
