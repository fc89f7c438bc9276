import { compact } from '#domain/values/compact.ts';
import { emailChannel } from '#contract/reminders/constants.ts';
import type { OwnDigest, OwnDigestChoice } from '#contract/reminders/schemas.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
import type { User } from '#server/accounts/user-store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { problem } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import type { Json } from '#server/http/call.ts';
import { requireMatch } from '#server/http/etag.ts';
import { findAccountDigest, putAccountDigest, type AccountDigest } from './account-digest-store.ts';
import { toCalendar } from './calendars/calendar-service.ts';
import { listCalendars } from './calendars/calendar-store.ts';
import { requireReminderTools } from './sealed-secrets.ts';
import { listLastDeliveries } from './delivery-store.ts';
import { addressOfLogin, isAtDomain } from './recipients.ts';
import { toDelivery } from './settings-service.ts';
import { readReminderSettings } from './settings-store.ts';
import { listWebhooks } from './webhook-store.ts';

/** Makes the default digest of an account that has chosen none. */
const defaultDigest = (account: string): AccountDigest => ({
  account,
  channel: emailChannel,
  address: null,
  report: null,
  frequency: 'off',
  weekday: 1,
  language: 'en',
  since: '',
  version: 0,
});
/** Reads the digest of an account and the channels that it may choose. */
async function describeDigest(source: Source, user: User): Promise<OwnDigest> {
  const [digest, settings, time_zone, webhooks, calendars, deliveries] = await Promise.all([
    findAccountDigest(source, user.id),
    readReminderSettings(source),
    readTimeZone(source),
    listWebhooks(source),
    listCalendars(source, user.id),
    listLastDeliveries(source),
  ]);
  const { frequency, weekday, language, channel, address, report, version } =
    digest ?? defaultDigest(user.id);
  const delivery = deliveries.get(`account ${user.id}`);
  return {
    frequency,
    weekday,
    language,
    channel,
    channels: [
      ...(settings.mail_server === null ? [] : [{ id: emailChannel }]),
      ...webhooks.map(({ id, name }) => ({ id, name })),
    ],
    domains: [...(settings.mail_server?.domains ?? [])],
    time_zone,
    calendars: calendars.map(toCalendar),
    version,
    ...compact({
      address: address ?? addressOfLogin(user.login),
      report: report ?? undefined,
      delivery: delivery === undefined ? undefined : toDelivery(delivery),
    }),
  };
}

/** Checks a channel. @throws HttpProblem if no digest could be sent through it */
function checkChannel(
  { channel, address }: OwnDigestChoice,
  { channels, domains }: OwnDigest,
  login: string,
): void {
  if (!channels.some(({ id }) => id === channel))
    throw problem('bad_request', 'Choose a channel that an admin has set up.', {
      errors: [{ path: 'channel', message: 'is not set up' }],
    });
  if (channel !== emailChannel) return;
  const to = address ?? addressOfLogin(login);
  if (to !== undefined && isAtDomain(to, domains)) return;
  throw problem('bad_request', `Correct address: it must be at ${domains.join(' or ')}.`, {
    errors: [{ path: 'address', value: 'domain', message: 'must be at an allowed domain' }],
  });
}

/** Stores the choice of an account. A new schedule begins now, so that no past digest is sent. */
async function putChoice(trx: Trx, user: User, choice: OwnDigestChoice, at: string): Promise<void> {
  if (choice.frequency !== 'off') checkChannel(choice, await describeDigest(trx, user), user.login);
  const before = (await findAccountDigest(trx, user.id)) ?? defaultDigest(user.id);
  const isChange = choice.frequency !== before.frequency || choice.weekday !== before.weekday;
  await putAccountDigest(trx, {
    ...choice,
    account: user.id,
    address: choice.address ?? null,
    // webhooks accept no files
    report: (choice.channel === emailChannel ? choice.report : undefined) ?? null,
    since: isChange || before.since === '' ? at : before.since,
    version: before.version + 1,
  });
}

type Deps = Pick<AppDeps, 'db' | 'clock' | 'secondFactor' | 'sender'>;
async function tagDigest(source: Source, user: User): Promise<Json<OwnDigest>> {
  const json = await describeDigest(source, user);
  return { json, tag: String(json.version) };
}

/**
 * Reads the digest of a caller and the channels that the caller may choose.
 * @throws HttpProblem if the caller has no account
 */
export async function readOwnDigest(
  deps: Deps,
  principal: Caller['principal'],
): Promise<Json<OwnDigest>> {
  requireReminderTools(deps);
  return tagDigest(deps.db, await requireAccount(deps.db, principal));
}

/**
 * Chooses the digest of a caller.
 * @throws HttpProblem if the caller has no account, 412 if the version is not current, or for a
 * channel that no admin has set up
 */
export async function chooseOwnDigest(
  deps: Deps,
  principal: Caller['principal'],
  choice: OwnDigestChoice,
  request: Request,
): Promise<Json<OwnDigest>> {
  requireReminderTools(deps);
  return deps.db.write(async (trx) => {
    const user = await requireAccount(trx, principal);
    const before = await describeDigest(trx, user);
    requireMatch(request, String(before.version), before);
    await putChoice(trx, user, choice, deps.clock().toISOString());
    return tagDigest(trx, user);
  });
}
