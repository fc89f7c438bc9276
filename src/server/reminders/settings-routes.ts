import { compact } from '#domain/values/compact.ts';
import type { AuditKind } from '#contract/accounts/constants.ts';
import type { Trx } from '#server/db/db.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { requireMatch } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';
import { AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import { listLastDeliveries } from './delivery-store.ts';
import { requireReminderTools } from './sealed-secrets.ts';
import { changeReminderSettings, describeReminders, toWebhook } from './settings-service.ts';
import { readReminderSettings } from './settings-store.ts';
import { addWebhook, changeWebhook } from './webhook-service.ts';
import { deleteWebhook, findWebhook, type StoredWebhook } from './webhook-store.ts';

/** Loads the code of messages with the first test. */
const loadMessages = () => import('./test-message.ts');

const noStore = { 'cache-control': 'no-store' } as const;
/** The most tests that one admin may send in a minute. */
const testsPerMinute = 10;

async function requireWebhook(trx: Trx, id: string | undefined): Promise<StoredWebhook> {
  const webhook = await findWebhook(trx, id ?? '');
  if (webhook === undefined)
    throw problem('not_found', 'There is no such webhook, or it was removed.');
  return webhook;
}

/** Records changes of the settings of digests in the audit. */
const recorder =
  ({ deps }: Host, principal: Principal | undefined) =>
  (trx: Trx, kind: AuditKind, object?: string): Promise<void> =>
    recordEvent(trx, {
      at: deps.clock().toISOString(),
      actor: principal ?? { name: 'local' },
      kind,
      ...compact({ object }),
    });

const changeReminders =
  (host: Host): AccountHandler<'changeReminders'> =>
  async ({ body, request, principal }) => {
    const { db } = host.deps;
    const { seal } = requireReminderTools(host.deps);
    await db.write(async (trx) => {
      const before = await readReminderSettings(trx);
      requireMatch(request, String(before.version), await describeReminders(trx));
      await changeReminderSettings(trx, before, body, seal);
      await recorder(host, principal)(trx, 'reminders_changed');
    });
    const json = await describeReminders(db);
    return { json, tag: String(json.version), headers: noStore };
  };

const changeOneWebhook =
  (host: Host): AccountHandler<'changeWebhook'> =>
  ({ body, params, request, principal }) => {
    const tools = requireReminderTools(host.deps);
    return host.deps.db.write(async (trx) => {
      const before = await requireWebhook(trx, params['id']);
      const delivery = (await listLastDeliveries(trx)).get(`webhook ${before.id}`);
      requireMatch(request, String(before.version), toWebhook(before, delivery));
      const at = host.deps.clock().toISOString();
      const result = await changeWebhook(trx, tools, before, body, at);
      await recorder(host, principal)(trx, 'webhook_changed', result.name);
      return {
        json: toWebhook(result, delivery),
        tag: String(result.version),
        headers: noStore,
      };
    });
  };

/**
 * Adds the endpoints that test channels. They wait for other servers, so they run in no
 * transaction.
 */
function addTests(host: Host): void {
  const { deps } = host;
  const throttle = new AddressThrottle(() => deps.clock().getTime(), testsPerMinute);
  const countTest = (principal: Principal | undefined): void => {
    const seconds = throttle.wait(principal?.id ?? '');
    if (seconds > 0)
      throw problem('rate_limited', `Wait ${seconds} s before the next test.`, {
        headers: { 'retry-after': String(seconds) },
      });
  };
  const options = { secret: true, silent: true } as const;
  route(
    host,
    'testWebhook',
    async ({ params, principal }) => {
      requireReminderTools(deps);
      const webhook = await findWebhook(deps.db, params['id'] ?? '');
      if (webhook === undefined)
        throw problem('not_found', 'There is no such webhook, or it was removed.');
      countTest(principal);
      const { sendTest } = await loadMessages();
      return { json: await sendTest(deps, { kind: 'webhook', webhook }, webhook) };
    },
    options,
  );
  route(
    host,
    'testMail',
    async ({ body, principal }) => {
      requireReminderTools(deps);
      countTest(principal);
      const { to, language } = body;
      // the address may be another person's
      const { sendTest } = await loadMessages();
      return { json: await sendTest(deps, { kind: 'mail', to }, { role: 'viewer', language }) };
    },
    options,
  );
}

/** Adds the endpoints by which admins set up the channels of digests. */
export function addReminders(host: Host): void {
  const { deps } = host;
  route(host, 'reminders', async () => {
    requireReminderTools(deps);
    const json = await describeReminders(deps.db);
    return { json, tag: String(json.version), headers: noStore };
  });
  route(host, 'changeReminders', changeReminders(host), { secret: true });
  route(
    host,
    'addWebhook',
    ({ body, principal }) => {
      const tools = requireReminderTools(deps);
      return deps.db.write(async (trx) => {
        const newWebhook = await addWebhook(trx, tools, body, deps.clock().toISOString());
        await recorder(host, principal)(trx, 'webhook_added', newWebhook.name);
        return {
          json: toWebhook(newWebhook, undefined),
          tag: String(newWebhook.version),
          headers: noStore,
        };
      });
    },
    { secret: true },
  );
  route(host, 'changeWebhook', changeOneWebhook(host), { secret: true });
  route(host, 'endWebhook', ({ params, principal }) =>
    deps.db.write(async (trx) => {
      requireReminderTools(deps);
      const webhook = await requireWebhook(trx, params['id']);
      await deleteWebhook(trx, webhook.id);
      await recorder(host, principal)(trx, 'webhook_ended', webhook.name);
      return { json: { ended: 1 } };
    }),
  );
  addTests(host);
}
