import { compact } from '#domain/values/compact.ts';
import type {
  Delivery,
  MailServerSettings,
  Reminders,
  RemindersPatch,
  Webhook,
} from '#contract/reminders/schemas.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { requireMatch } from '#server/http/etag.ts';
import type { Actor } from '#server/http/host.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { listDigestReaders } from './account-digest-store.ts';
import { listLastDeliveries, type StoredDelivery } from './delivery-store.ts';
import { mailBinding, requireReminderTools } from './sealed-secrets.ts';
import {
  putReminderSettings,
  readReminderSettings,
  type ReminderSettings,
} from './settings-store.ts';
import { listWebhooks, type StoredWebhook } from './webhook-store.ts';

/** Converts a delivery to the form that people see. */
export const toDelivery = ({
  period,
  state,
  attempts,
  at,
  next_try_at,
  error,
}: StoredDelivery): Delivery => ({
  period,
  state,
  attempts,
  at,
  ...compact({ next_try_at: next_try_at ?? undefined, error: error ?? undefined }),
});

/** Converts a webhook to the form that admins see, without its address and secret. */
export const toWebhook = (
  { address: _address, secret, since: _since, created_at: _created, ...webhook }: StoredWebhook,
  delivery: StoredDelivery | undefined,
): Webhook => ({
  ...webhook,
  has_secret: secret !== null,
  ...compact({ delivery: delivery === undefined ? undefined : toDelivery(delivery) }),
});

const toMailServer = ({
  mail_server,
  mail_password,
}: ReminderSettings): MailServerSettings | undefined =>
  mail_server === null
    ? undefined
    : { ...mail_server, domains: [...mail_server.domains], has_password: mail_password !== null };

/** Reads the settings of digests for admins. */
async function describeReminders(source: Source): Promise<Reminders> {
  const [settings, time_zone, webhooks, people, deliveries] = await Promise.all([
    readReminderSettings(source),
    readTimeZone(source),
    listWebhooks(source),
    listDigestReaders(source),
    listLastDeliveries(source),
  ]);
  return {
    time_zone,
    ...compact({ mail_server: toMailServer(settings) }),
    webhooks: webhooks.map((webhook) =>
      toWebhook(webhook, deliveries.get(`webhook ${webhook.id}`)),
    ),
    people: people.map(({ account, name, frequency }) => {
      const delivery = deliveries.get(`account ${account}`);
      return {
        name,
        frequency,
        ...compact({ delivery: delivery === undefined ? undefined : toDelivery(delivery) }),
      };
    }),
    version: settings.version,
  };
}

/**
 * Returns the sealed password after a change: a new one, none, or the former one for the same
 * server and login.
 */
function passwordAfter(
  before: ReminderSettings,
  { password, host, login }: NonNullable<RemindersPatch['mail_server']>,
  seal: (text: string, bound: string) => string,
): string | null {
  if (password !== undefined) return password === null ? null : seal(password, mailBinding);
  // a stored password is only for the server and login for which it was entered
  const isSame = before.mail_server?.host === host && before.mail_server.login === login;
  return isSame ? before.mail_password : null;
}

async function changeMailServer(
  trx: Trx,
  before: ReminderSettings,
  { mail_server }: RemindersPatch,
  seal: (text: string, bound: string) => string,
): Promise<void> {
  const version = before.version + 1;
  if (mail_server === undefined) return putReminderSettings(trx, { ...before, version });
  if (mail_server === null)
    return putReminderSettings(trx, { mail_server: null, mail_password: null, version });
  const { password: _password, ...stored } = mail_server;
  return putReminderSettings(trx, {
    mail_server: stored,
    mail_password: passwordAfter(before, mail_server, seal),
    version,
  });
}

/**
 * Changes the mail server.
 * @throws HttpProblem 412 if the version is not current
 */
export async function changeReminders(
  deps: Pick<AppDeps, 'db' | 'clock' | 'secondFactor' | 'sender'>,
  patch: RemindersPatch,
  request: Request,
  actor: Actor,
): Promise<Json<Reminders>> {
  const { seal } = requireReminderTools(deps);
  await deps.db.write(async (trx) => {
    const before = await readReminderSettings(trx);
    requireMatch(request, String(before.version), await describeReminders(trx));
    await changeMailServer(trx, before, patch, seal);
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor, kind: 'reminders_changed' });
  });
  return tagReminders(deps.db);
}

/** Reads the settings of digests for admins, with their version as the tag. */
export async function tagReminders(source: Source): Promise<Json<Reminders>> {
  const json = await describeReminders(source);
  return { json, tag: String(json.version) };
}
