import { AsyncLocalStorage } from 'node:async_hooks';
import type { OwnDigest, OwnDigestChoice } from '#contract/reminders/schemas.ts';
import { createApp } from '#server/app/app.ts';
import { createSender } from '#server/cli/reminders/node-sender.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import type { Trx } from '#server/db/db.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { sendDueDigests } from '#server/reminders/send-digests.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { firstAdmin, plainPasswords } from './accounts.ts';
import { origin, type TestApi } from './api.ts';
import { addWebhook, mailServerOf, setReminders } from './reminders.ts';
import { openHookSink, openMailSink } from './sinks.ts';

const weekly: OwnDigestChoice = {
  frequency: 'weekly',
  weekday: 1,
  language: 'zh-CN',
  channel: 'email',
};

/** The evening of the first Monday after today: the morning has come everywhere. */
function nextMonday(): Date {
  const at = new Date(Date.now() + 24 * 60 * 60 * 1000);
  at.setUTCHours(20, 0, 0, 0);
  while (at.getUTCDay() !== 1) at.setUTCDate(at.getUTCDate() + 1);
  return at;
}

/**
 * Makes the first account of a store, lets it choose digests by mail and webhook, and sends them on
 * the next Monday. The server of the store must have stopped.
 *
 * @param key - seals the secrets of the store
 * @returns what was sent, and what a mail server and a webhook on loopback received
 */
export async function sendLaterDigests(url: string, key: Uint8Array<ArrayBuffer>) {
  const [box, hook, db] = [await openMailSink(), await openHookSink(), await openDatabase({ url })];
  let now = new Date();
  const deps = {
    db,
    passwords: plainPasswords,
    secondFactor: createSecondFactorTools(key),
    sender: createSender({ allowed: [['127.0.0.0', 8]], patience: 2000 }),
    clock: () => now,
    config: { loopback: true, hosts: [], version: 'test', address: 'https://zone.example.org' },
  };
  const importer = createImporter(inProcess);
  const scope = new AsyncLocalStorage<Trx>();
  const app = createApp({ ...deps, scope, importer, log: () => undefined });
  const send: TestApi['send'] = (method, path, { body, headers, env } = {}) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const all = { 'content-type': 'application/json', origin, ...headers };
    return app.fetch(new Request(`${origin}${path}`, { method, headers: all, ...content }), env);
  };
  try {
    const admin = await firstAdmin({ send } as TestApi);
    await setReminders(admin, { mail_server: mailServerOf(box) });
    await addWebhook(admin, hook.address, { role: 'manager' });
    const { version } = await admin.json<OwnDigest>('GET', '/api/v1/account/digest');
    await admin.json('PUT', '/api/v1/account/digest', weekly, { 'if-match': `"${version}"` });
    now = nextMonday();
    const count = await sendDueDigests(deps);
    const mails = box.mails.map(({ data }) => decodeMail(data));
    return { sent: count, mails, posts: hook.posts.map(({ body }) => body) };
  } finally {
    app.close();
    await Promise.all([box.close(), hook.close(), db.close()]);
  }
}

/** The text of a mail whose parts are in base64 or plain. */
const decodeMail = (data: string): string =>
  data
    .split(/\r\n\r\n/)
    .map((part) => `${part}\n${Buffer.from(part.replaceAll('\r\n', ''), 'base64').toString()}`)
    .join('\n');
