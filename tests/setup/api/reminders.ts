import type { ZoneChanges } from '#domain/zone/zone.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { createSender } from '#server/cli/reminders/node-sender.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import type {
  NewWebhook,
  Reminders,
  RemindersPatch,
  Webhook,
} from '#contract/reminders/schemas.ts';
import {
  sendDueDigests,
  type DigestResult,
  type ReminderDeps,
} from '#server/reminders/send-digests.ts';
import { plainPasswords, type TestBrowser } from './accounts.ts';
import { openApi, type TestApi } from './api.ts';
import type { MailSink } from './sinks.ts';
import type { TestEngine } from './stores.ts';

/** A Monday morning, ten minutes before the hour of digests in Shanghai. */
const start = '2021-05-09T23:50:00Z';
/** A clock that tests turn. */
export class TestClock {
  #now = new Date(start);
  readonly now = (): Date => this.#now;
  set(moment: string): void {
    this.#now = new Date(moment);
  }
  wait(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}

export interface ReminderApi extends TestApi {
  readonly clock: TestClock;
  /** The dependencies of the scheduler. */
  readonly deps: ReminderDeps;
  /** Sends what is due, as the scheduler does. */
  run(): Promise<readonly DigestResult[]>;
}
/** Opens the app with a network of loopback only and a clock of its own. */
export async function openReminderApi(
  engine: TestEngine,
  more: Partial<ServerDeps> = {},
): Promise<ReminderApi> {
  const clock = new TestClock();
  const deps = {
    passwords: plainPasswords,
    secondFactor: createSecondFactorTools(new Uint8Array(32).fill(7)),
    sender: createSender({ allowed: [['127.0.0.0', 8]], patience: 500 }),
    clock: clock.now,
    config: { loopback: true, hosts: [], version: 'test', address: 'https://progress.example.org' },
    ...more,
  };
  const api = await openApi(engine, deps);
  const reminderDeps = { ...deps, db: api.db };
  return { ...api, clock, deps: reminderDeps, run: () => sendDueDigests(reminderDeps) };
}

/** Sets the mail server to a sink, as an admin who has the current version. */
export async function setReminders(admin: TestBrowser, patch: RemindersPatch): Promise<Reminders> {
  const { version } = await admin.json<Reminders>('GET', '/api/v1/reminders');
  return admin.json('PATCH', '/api/v1/reminders', patch, { 'if-match': `"${version}"` });
}
/** Sets the time zone in which the days of the zone end, and the report day. */
export async function setZoneDays(
  admin: TestBrowser,
  days: Pick<ZoneChanges, 'time_zone' | 'report_day'>,
): Promise<void> {
  const zone = await admin.send('GET', '/api/v1/zone');
  const tag = zone.headers.get('etag') ?? '';
  await admin.json('PATCH', '/api/v1/zone', days, { 'if-match': tag });
}
export const mailServerOf = (box: MailSink): NonNullable<RemindersPatch['mail_server']> => ({
  host: '127.0.0.1',
  port: box.port,
  security: 'none',
  sender: 'headway@example.org',
  domains: ['example.org'],
});
export const webhook: Omit<NewWebhook, 'address'> = {
  name: '项目群',
  form: 'json',
  role: 'viewer',
  language: 'zh-CN',
  frequency: 'weekly',
  weekday: 1,
};
export const addWebhook = (
  admin: TestBrowser,
  address: string,
  more: Partial<NewWebhook> = {},
): Promise<Webhook> =>
  admin.json('POST', '/api/v1/reminders/webhooks', { ...webhook, address, ...more });
