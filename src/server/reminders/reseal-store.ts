import type { Trx } from '#server/db/db.ts';
import { mailBinding, makeWebhookBinding } from './sealed-secrets.ts';
import { putReminderSettings, readReminderSettings } from './settings-store.ts';
import { listWebhooks, resealWebhook } from './webhook-store.ts';

/**
 * Seals a text with the new key.
 * @returns undefined if neither the old nor the new key opens it
 */
export type Reseal = (sealed: string, bound: string) => string | undefined;

/**
 * Seals the password of the mail server and the addresses and secrets of webhooks with the new key.
 * Texts that no key opens stay unchanged.
 * @returns the number of sealed texts and of unchanged ones
 */
export async function resealReminders(
  trx: Trx,
  reseal: Reseal,
): Promise<{ readonly turned: number; readonly lost: number }> {
  let turned = 0;
  let lost = 0;
  const anew = (sealed: string, bound: string): string => {
    const text = reseal(sealed, bound);
    if (text === undefined) lost += 1;
    else turned += 1;
    return text ?? sealed;
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
  return { turned, lost };
}
