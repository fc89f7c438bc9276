// Seen to fail: when isDeliveryOpen in delivery-store.ts finds no delivery, 68 mails in two
// weeks.
import type { OwnDigest, Reminders } from '#contract/reminders/schemas.ts';
import { firstAdmin } from '../../setup/api/accounts.ts';
import {
  addWebhook,
  mailServerOf,
  openReminderApi,
  setReminders,
  setZoneDays,
} from '../../setup/api/reminders.ts';
import { openHookSink, openMailSink } from '../../setup/api/sinks.ts';
import type { TestEngine } from '../../setup/api/stores.ts';
import { random } from '../setup/random.ts';

const day = 24 * 60;

/**
 * Weeks in which two servers look at the same time, endpoints fail at random, and servers end.
 * @returns digests that arrived twice or too early
 */
export async function deliveryFaults(
  engine: TestEngine,
  seed: number,
  weeks: number,
): Promise<readonly string[]> {
  const next = random(seed);
  const faults: string[] = [];
  const [box, hook] = [await openMailSink(), await openHookSink()];
  const api = await openReminderApi(engine);
  try {
    const admin = await firstAdmin(api);
    await setZoneDays(admin, { time_zone: 'Asia/Shanghai' });
    await setReminders(admin, { mail_server: mailServerOf(box) });
    await addWebhook(admin, hook.address);
    const { version } = await admin.json<OwnDigest>('GET', '/api/v1/account/digest');
    const choice = { frequency: 'weekly', weekday: 1, language: 'ja', channel: 'email' };
    await admin.json('PUT', '/api/v1/account/digest', choice, { 'if-match': `"${version}"` });
    for (let week = 0; week < weeks; week += 1) {
      for (let hour = 0; hour < 7 * 24; hour += 6) {
        hook.answer = { status: next() < 0.3 ? 503 : 200 };
        box.rejectWith = next() < 0.3 ? '451 later' : undefined;
        await Promise.all([api.run(), api.run()]);
        api.clock.wait(day / 4);
      }
    }
    const postIds = hook.posts.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    const ids = box.mails.map(({ data }) => /Message-ID: (\S+)/i.exec(data)?.[1] ?? '');
    if (new Set(ids).size !== ids.length) faults.push('a mail arrived twice');
    if (ids.length > weeks + 1) faults.push(`${ids.length} mails in ${weeks} weeks`);
    if (new Set(postIds).size > weeks + 1)
      faults.push(`${new Set(postIds).size} posts, ${weeks} weeks`);
    await admin.signIn('ada@example.org');
    const { people } = await admin.json<Reminders>('GET', '/api/v1/reminders');
    if (people[0]?.delivery?.state === 'unknown') faults.push('a delivery has no end');
    if (ids.length === 0 || postIds.length === 0) faults.push('nothing arrived at all');
    return faults;
  } finally {
    await api.close();
    await box.close();
    await hook.close();
  }
}
