import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import type { Host } from '#server/http/host.ts';
import { getActor, route } from '#server/http/route.ts';
import { AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import { requireReminderTools } from './sealed-secrets.ts';
import { changeReminders, tagReminders } from './settings-service.ts';
import { addWebhook, changeWebhook, endWebhook, requireWebhook } from './webhook-service.ts';

/** Loads the code of messages with the first test. */
const loadMessages = () => import('./test-message.ts');

const headers = { 'cache-control': 'no-store' } as const;
/** The most tests that one admin may send in a minute. */
const testsPerMinute = 10;

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
      const webhook = await requireWebhook(deps.db, params['id'] ?? '');
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
  const secret = { secret: true } as const;
  route(host, 'reminders', async () => {
    requireReminderTools(deps);
    return { ...(await tagReminders(deps.db)), headers };
  });
  route(
    host,
    'changeReminders',
    async ({ body, request, ...call }) => ({
      ...(await changeReminders(deps, body, request, getActor(call))),
      headers,
    }),
    secret,
  );
  route(
    host,
    'addWebhook',
    async ({ body, ...call }) => ({
      ...(await addWebhook(deps, body, getActor(call))),
      headers,
    }),
    secret,
  );
  route(
    host,
    'changeWebhook',
    async ({ body: patch, params, request, ...call }) => {
      const edit = { id: params['id'] ?? '', patch, request, actor: getActor(call) };
      return { ...(await changeWebhook(deps, edit)), headers };
    },
    secret,
  );
  route(host, 'endWebhook', async ({ params, ...call }) => {
    await endWebhook(deps, params['id'] ?? '', getActor(call));
    return { json: { ended: 1 } };
  });
  addTests(host);
}
