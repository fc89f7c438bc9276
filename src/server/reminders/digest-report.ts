import { formatMonth, formatNumber } from '#domain/values/format.ts';
import type { DuePeriod } from '#domain/reminders/digest-schedule.ts';
import type { Language } from '#domain/values/language.ts';
import type { ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import type { Role } from '#contract/core/rights.ts';
import { digestWords } from '#report/digest/labels/index.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { MailFile } from '#server/core/message-sender.ts';
import { findRevisions } from '#server/db/revision-log.ts';
import { fileTypes, makeReportFile } from '#server/exports/document-service.ts';
import { buildReport } from '#server/exports/report/service.ts';
import { cleanNamePart } from '#server/http/file-name.ts';
import { listClosings, type Closing } from '#server/report-files/store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'config' | 'drawing' | 'log'>;
/** Who gets a report, and as what. */
export interface ReportReader {
  readonly role: Role;
  readonly language: Language;
  readonly format: ReportFileFormat;
}
/** What a mail says about the report, and the file where it can be attached. */
export interface DigestReport {
  readonly text: string;
  readonly file?: MailFile;
}

const megabyte = 1_000_000;
/** In bytes. Mails are a third larger than their files, and many servers refuse 10 MB. */
const mostBytes = 7 * megabyte;
const patience = 5 * 60_000;

/** Finds the last closing in force that was made between the digest before and this one. */
async function findClosing(
  { db }: Deps,
  { from, due }: Pick<DuePeriod, 'from' | 'due'>,
): Promise<Closing | undefined> {
  const origin = await readChosenOrigin(db);
  if (origin === null) return undefined;
  const closings = await listClosings(db, origin);
  const revisions = await findRevisions(
    db,
    closings.map(({ closed_in }) => closed_in),
  );
  const last = revisions.findLast(
    ({ recorded_at }) => recorded_at > from.toISOString() && recorded_at <= due.toISOString(),
  );
  return closings.find(({ closed_in }) => closed_in === last?.id);
}

/** Makes the file of a closed month with the rights of its reader. */
async function makeFile(
  deps: Deps,
  period: string,
  { role, language, format }: ReportReader,
): Promise<MailFile> {
  const reader = { id: 'digest', name: 'local', mode: 'local', role } as const;
  const input = await buildReport(deps, { period, lang: language }, reader);
  const { content } = await makeReportFile(deps, format, input, AbortSignal.timeout(patience));
  const zone = cleanNamePart(input.overview.zone.short_name[language]);
  return {
    name: `${zone}_${period}_${language}.${format}`,
    type: fileTypes[format],
    bytes: content,
  };
}

/**
 * Makes the report of the month that was last closed since the digest before. A report that cannot
 * be made or is too large is named in words: it never holds up the digest.
 *
 * @param most - bytes that a file may have
 * @returns undefined when no month was closed
 */
export async function readDigestReport(
  deps: Deps,
  reader: ReportReader,
  period: Pick<DuePeriod, 'from' | 'due'>,
  most = mostBytes,
): Promise<DigestReport | undefined> {
  const closing = await findClosing(deps, period);
  if (closing === undefined) return undefined;
  const { language } = reader;
  const words = digestWords[language].report;
  const month = formatMonth(closing.period, language);
  const size = (bytes: number): string => `${formatNumber(bytes / megabyte, language, 1)} MB`;
  try {
    const file = await makeFile(deps, closing.period, reader);
    const { length } = file.bytes;
    return length > most
      ? { text: words.large(month, size(length), size(most)) }
      : { text: words.attached(month), file };
  } catch (error) {
    deps.log?.({
      level: 'error',
      reference: 'digest-report',
      method: 'POST',
      path: 'digest',
      status: 500,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { text: words.failed(month) };
  }
}
