import { compact } from '#domain/values/compact.ts';
import { findDuePeriod } from '#domain/reminders/digest-schedule.ts';
import type { Language } from '#domain/values/language.ts';
import type { Role } from '#contract/core/rights.ts';
import type { TestResult } from '#contract/reminders/schemas.ts';
import { SendError } from '#server/core/message-sender.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { readDigest } from './read-digest.ts';
import type { Channel } from './recipients.ts';
import { requireReminderTools } from './sealed-secrets.ts';
import type { ReminderDeps } from './send-digests.ts';
import { sendMessage } from './send-message.ts';
import { readReminderSettings } from './settings-store.ts';

/** The reader of a test, which is the present weekly digest for this role. */
export interface TestReader {
  readonly role: Role;
  readonly language: Language;
}

/**
 * Sends the present weekly digest through a channel.
 * @returns whether it was sent, else the fault
 * @throws any error that is neither of the channel nor of a missing zone
 */
export async function sendTest(
  deps: ReminderDeps,
  channel: Channel,
  reader: TestReader,
): Promise<TestResult> {
  const tools = { ...requireReminderTools(deps), clock: deps.clock };
  const settings = await readReminderSettings(deps.db);
  const schedule = { frequency: 'weekly', weekday: 1 } as const;
  const period = findDuePeriod(schedule, deps.clock(), await readTimeZone(deps.db));
  if (period === undefined) throw new Error('A weekly digest is always due.');
  try {
    const digest = await readDigest(deps, { ...reader, frequency: 'weekly' }, period);
    await sendMessage(tools, settings, channel, { digest }, newId('test.'));
    return { sent: true };
  } catch (error) {
    if (error instanceof SendError) return { sent: false, ...compact({ error: error.fault }) };
    if (error instanceof HttpProblem && error.code === 'not_found')
      return { sent: false, error: 'no_zone' };
    throw error;
  }
}
