import { compact } from '#domain/values/compact.ts';
import { findDuePeriod, nextTry, type DuePeriod } from '#domain/reminders/digest-schedule.ts';
import type { SendFault } from '#contract/reminders/constants.ts';
import type { ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { SendError } from '#server/core/message-sender.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import {
  claimDelivery,
  endDelivery,
  isDeliveryOpen,
  replaceDeliveries,
  settleDeliveries,
  type DeliveryKey,
} from './delivery-store.ts';
import type { MadeReports } from './digest-report.ts';
import type { DigestReader } from './read-digest.ts';
import { listRecipients, type Channel, type Recipient } from './recipients.ts';
import { requireReminderTools } from './sealed-secrets.ts';
import { readReminderSettings, type ReminderSettings } from './settings-store.ts';

export type ReminderDeps = Pick<
  AppDeps,
  'db' | 'clock' | 'config' | 'drawing' | 'secondFactor' | 'sender' | 'log'
>;
/** The result of sending one recipient's digest. */
export interface DigestResult {
  readonly recipient: string;
  readonly period: string;
  /** The fault. Omitted if the digest was sent. */
  readonly fault?: SendFault;
}

/** Longer than any attempt takes, in ms. */
const longestTry = 15 * 60_000;

/** Makes an id that reveals nothing about the recipient. */
const messageId = async ({ recipient, period }: DeliveryKey): Promise<string> =>
  `digest.${(await hashSecret(`${recipient} ${period}`)).slice(0, 32)}`;

/**
 * Finds the fault of an attempt. An error of the server itself is logged, and retried like any
 * other.
 */
function toFault({ log }: ReminderDeps, error: unknown): SendFault {
  if (error instanceof SendError) return error.fault;
  if (error instanceof HttpProblem && error.code === 'not_found') return 'no_zone';
  log?.({
    level: 'error',
    reference: 'digest',
    method: 'POST',
    path: 'digest',
    status: 500,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return 'internal';
}

/** Makes a digest, and for a mail the reports of the months that were closed since the one before. */
async function makeMessage(
  deps: ReminderDeps,
  reader: DigestReader,
  channel: Channel,
  { period, made }: { readonly period: DuePeriod; readonly made: MadeReports },
) {
  const { readDigest } = await import('./read-digest.ts');
  const digest = await readDigest(deps, reader, period);
  const format = channel.kind === 'mail' ? channel.report : undefined;
  const { role, language } = reader;
  const readReports = async (reportFormat: ReportFileFormat) => {
    const { readDigestReports } = await import('./digest-report.ts');
    return readDigestReports(deps, { role, language, format: reportFormat }, period, made);
  };
  const reports = format === undefined ? [] : await readReports(format);
  return {
    digest: { ...digest, reports: reports.map(({ text }) => text) },
    files: reports.flatMap(({ file }) => file ?? []),
  };
}

/** Makes and sends the digest of a recipient. @returns the fault if it failed */
async function tryToSend(
  deps: ReminderDeps,
  settings: ReminderSettings,
  { frequency, channel, ...reader }: Recipient,
  due: { readonly period: DuePeriod; readonly key: DeliveryKey; readonly made: MadeReports },
): Promise<SendFault | undefined> {
  if (frequency === 'off') return undefined;
  try {
    if (channel === undefined) throw new SendError('bad_address');
    const tools = { ...requireReminderTools(deps), clock: deps.clock };
    const message = await makeMessage(deps, { ...reader, frequency }, channel, due);
    const { sendMessage } = await import('./send-message.ts');
    await sendMessage(tools, settings, channel, message, await messageId(due.key));
    return undefined;
  } catch (error) {
    return toFault(deps, error);
  }
}

/** Sends the due digest of one recipient. @returns undefined if none is due */
async function sendTo(
  deps: ReminderDeps,
  settings: ReminderSettings,
  recipient: Recipient,
  reportsSoFar: MadeReports,
): Promise<DigestResult | undefined> {
  const now = deps.clock();
  const period = findDuePeriod(recipient, now, await readTimeZone(deps.db));
  if (period === undefined || period.due.toISOString() <= recipient.since) return undefined;
  const key = { recipient: recipient.id, period: period.period };
  if (!(await isDeliveryOpen(deps.db, key, now.toISOString()))) return undefined;
  const attempts = await deps.db.write(async (trx) => {
    const claim = await claimDelivery(trx, key, now.toISOString());
    if (claim !== undefined) await replaceDeliveries(trx, key);
    return claim;
  });
  if (attempts === undefined) return undefined;
  const fault = await tryToSend(deps, settings, recipient, { period, key, made: reportsSoFar });
  await keepEnd(deps, recipient, key, attempts, fault);
  return { recipient: recipient.name, period: key.period, ...compact({ fault }) };
}

/** Stores the result of an attempt, and the time of the next one. */
async function keepEnd(
  { db, clock }: ReminderDeps,
  { name }: Recipient,
  key: DeliveryKey,
  attempts: number,
  fault: SendFault | undefined,
): Promise<void> {
  const now = clock();
  const at = now.toISOString();
  const next = fault === undefined ? undefined : nextTry(attempts, now)?.toISOString();
  await db.write(async (trx) => {
    await endDelivery(trx, key, { at, ...compact({ fault, next }) });
    if (fault === undefined)
      await recordEvent(trx, {
        at,
        actor: { name: 'local' },
        kind: 'digest_sent',
        object: name,
        detail: { period: key.period },
      });
  });
}

/**
 * Sends every due digest that was not sent yet. If several processes run, one of them sends each
 * digest. A failure for one recipient does not affect the others.
 * @param signal - ends it after the current message
 */
export async function sendDueDigests(
  deps: ReminderDeps,
  signal?: AbortSignal,
): Promise<readonly DigestResult[]> {
  if ((await readChosenOrigin(deps.db)) === null) return [];
  const before = new Date(deps.clock().getTime() - longestTry).toISOString();
  const recipients = await listRecipients(deps.db);
  if (recipients.length === 0) return [];
  await settleDeliveries(deps.db, before);
  const settings = await readReminderSettings(deps.db);
  const results: DigestResult[] = [];
  const reportsSoFar: MadeReports = new Map();
  for (const recipient of recipients) {
    if (signal?.aborted === true) break;
    const result = await sendTo(deps, settings, recipient, reportsSoFar);
    if (result !== undefined) results.push(result);
  }
  return results;
}
