import type { Trx } from '#server/db/db.ts';
import { mailBinding, makeWebhookBinding } from './sealed-secrets.ts';
import { putReminderSettings, readReminderSettings } from './settings-store.ts';
import { listWebhooks, resealWebhook } from './webhook-store.ts';

/**
 * Seals a text with the new key.
 * @returns undefined if neither the old nor the new key opens it
 */
export type Reseal = (secret: string, bound: string) => string | undefined;

/**
 * Seals the password of the mail server and the addresses and secrets of webhooks with the new key.
 * Texts that no key opens stay unchanged.
 * @returns the number of sealed texts and of unchanged ones
 */
export async function resealReminders(
  trx: Trx,
  reseal: Reseal,
): Promise<{ readonly turned: number; readonly lost: number }> {
  let count = 0;
  let lost = 0;
  const anew = (secret: string, bound: string): string => {
    const text = reseal(secret, bound);
    if (text === undefined) lost += 1;
    else count += 1;
    return text ?? secret;
  };
  const settings = await readReminderSettings(trx);
  if (settings.mail_password !== null)
    await putReminderSettings(trx, {
      ...settings,
      mail_password: anew(settings.mail_password, mailBinding),
    });
  for (const { id, address, secret } of await listWebhooks(trx))
    await resealWebhook(trx, {
      id,
      address: anew(address, makeWebhookBinding(id, 'address')),
      secret: secret === null ? null : anew(secret, makeWebhookBinding(id, 'secret')),
    });
  return { turned: count, lost };
}
