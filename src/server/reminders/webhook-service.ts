import { compact } from '#domain/values/compact.ts';
import type { NewWebhook, WebhookPatch } from '#contract/reminders/schemas.ts';
import { reminderLimits } from '#contract/reminders/constants.ts';
import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import { makeWebhookBinding, type requireReminderTools } from './sealed-secrets.ts';
import { insertWebhook, listWebhooks, updateWebhook, type StoredWebhook } from './webhook-store.ts';

type Tools = ReturnType<typeof requireReminderTools>;

const addressMessages = {
  bad_address: 'must be an address as https://example.org/hook, without a user name',
  private_address:
    'is in a private network: the operator can allow that network in HEADWAY_PRIVATE_TARGETS',
} as const;
/** Checks the address of a webhook. @throws HttpProblem if it is not allowed */
function checkAddress({ sender }: Tools, address: string): void {
  const fault = sender.findAddressFault(address);
  if (fault === undefined) return;
  const message = addressMessages[fault === 'private_address' ? fault : 'bad_address'];
  throw problem('bad_request', `Correct address: it ${message}.`, {
    errors: [{ path: 'address', value: fault, message }],
  });
}
async function requireFreeName(trx: Trx, name: string, id?: string): Promise<void> {
  const all = await listWebhooks(trx);
  if (all.some((webhook) => webhook.name === name && webhook.id !== id))
    throw problem('conflict', 'Choose another name: another webhook has this one.', {
      errors: [{ path: 'name', message: 'is taken' }],
    });
  if (id === undefined && all.length >= reminderLimits.webhooks)
    throw problem('conflict', `Remove a webhook first: there are ${reminderLimits.webhooks}.`);
}

/**
 * Adds a webhook. Seals its address and its secret.
 * @throws HttpProblem if the address is not allowed or the name is taken
 */
export async function addWebhook(
  trx: Trx,
  tools: Tools,
  { address, secret, ...webhook }: NewWebhook,
  at: string,
): Promise<StoredWebhook> {
  checkAddress(tools, address);
  await requireFreeName(trx, webhook.name);
  const id = newId('w');
  const newWebhook: StoredWebhook = {
    id,
    ...webhook,
    address: tools.seal(address, makeWebhookBinding(id, 'address')),
    host: new URL(address).host,
    secret: secret === undefined ? null : tools.seal(secret, makeWebhookBinding(id, 'secret')),
    since: at,
    version: 1,
    created_at: at,
  };
  await insertWebhook(trx, newWebhook);
  return newWebhook;
}

/**
 * Changes a webhook. A new schedule begins now, so that no past digest is sent.
 * @throws HttpProblem if the address is not allowed or the name is taken
 */
export async function changeWebhook(
  trx: Trx,
  tools: Tools,
  before: StoredWebhook,
  { address, secret, ...patch }: WebhookPatch,
  at: string,
): Promise<StoredWebhook> {
  if (address !== undefined) checkAddress(tools, address);
  if (patch.name !== undefined) await requireFreeName(trx, patch.name, before.id);
  const sealText = (text: string, column: 'address' | 'secret'): string =>
    tools.seal(text, makeWebhookBinding(before.id, column));
  const isNewTarget =
    (patch.frequency ?? before.frequency) !== before.frequency ||
    (patch.weekday ?? before.weekday) !== before.weekday;
  const nextWebhook: StoredWebhook = {
    ...before,
    ...compact(patch),
    ...compact({
      address: address === undefined ? undefined : sealText(address, 'address'),
      host: address === undefined ? undefined : new URL(address).host,
      secret:
        secret === undefined ? undefined : secret === null ? null : sealText(secret, 'secret'),
      since: isNewTarget ? at : undefined,
    }),
    version: before.version + 1,
  };
  await updateWebhook(trx, nextWebhook);
  return nextWebhook;
}
