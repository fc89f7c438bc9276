import { compact } from '#domain/values/compact.ts';
import type { NewWebhook, Webhook, WebhookPatch } from '#contract/reminders/schemas.ts';
import { reminderLimits } from '#contract/reminders/constants.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import type { Json } from '#server/http/call.ts';
import { requireMatch } from '#server/http/etag.ts';
import type { Actor } from '#server/http/host.ts';
import { listLastDeliveries, type StoredDelivery } from './delivery-store.ts';
import { makeWebhookBinding, requireReminderTools } from './sealed-secrets.ts';
import { toWebhook } from './settings-service.ts';
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  updateWebhook,
  type StoredWebhook,
} from './webhook-store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'secondFactor' | 'sender'>;
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

/** Stores a new webhook. Seals its address and its secret. */
async function insertNew(
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

/** Stores a changed webhook. A new schedule begins now, so that no past digest is sent. */
async function updateChanged(
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

const tagWebhook = (
  webhook: StoredWebhook,
  delivery: StoredDelivery | undefined,
): Json<Webhook> => ({ json: toWebhook(webhook, delivery), tag: String(webhook.version) });

/** Finds a webhook by its id. @throws HttpProblem if it is unknown or was removed */
export async function requireWebhook(source: Source, id: string): Promise<StoredWebhook> {
  const webhook = await findWebhook(source, id);
  if (webhook === undefined)
    throw problem('not_found', 'There is no such webhook, or it was removed.');
  return webhook;
}

/**
 * Adds a webhook.
 * @throws HttpProblem if the address is not allowed or the name is taken
 */
export async function addWebhook(
  deps: Deps,
  input: NewWebhook,
  actor: Actor,
): Promise<Json<Webhook>> {
  const tools = requireReminderTools(deps);
  return deps.db.write(async (trx) => {
    const newWebhook = await insertNew(trx, tools, input, deps.clock().toISOString());
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor, kind: 'webhook_added', object: newWebhook.name });
    return tagWebhook(newWebhook, undefined);
  });
}

export interface WebhookEdit {
  readonly id: string;
  readonly patch: WebhookPatch;
  readonly request: Request;
  readonly actor: Actor;
}
/**
 * Changes a webhook.
 * @throws HttpProblem if it is unknown, 412 if the version is not current, if the address is not
 * allowed or the name is taken
 */
export async function changeWebhook(
  deps: Deps,
  { id, patch, request, actor }: WebhookEdit,
): Promise<Json<Webhook>> {
  const tools = requireReminderTools(deps);
  return deps.db.write(async (trx) => {
    const before = await requireWebhook(trx, id);
    const delivery = (await listLastDeliveries(trx)).get(`webhook ${before.id}`);
    requireMatch(request, String(before.version), toWebhook(before, delivery));
    const result = await updateChanged(trx, tools, before, patch, deps.clock().toISOString());
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor, kind: 'webhook_changed', object: result.name });
    return tagWebhook(result, delivery);
  });
}

/** Removes a webhook. @throws HttpProblem if it is unknown or was removed */
export const endWebhook = (deps: Deps, id: string, actor: Actor): Promise<void> =>
  deps.db.write(async (trx) => {
    requireReminderTools(deps);
    const webhook = await requireWebhook(trx, id);
    await deleteWebhook(trx, webhook.id);
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor, kind: 'webhook_ended', object: webhook.name });
  });
