import { compact } from '#domain/values/compact.ts';
import type { DigestSchedule } from '#domain/reminders/digest-schedule.ts';
import type { ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import type { Language } from '#domain/values/language.ts';
import { emailChannel } from '#contract/reminders/constants.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import type { Source } from '#server/db/db.ts';
import { listDigestReaders, type DigestReader } from './account-digest-store.ts';
import { listWebhooks, type StoredWebhook } from './webhook-store.ts';

/** The channel and address of a digest. */
export type Channel =
  | {
      readonly kind: 'mail';
      readonly to: string;
      /** The file that it has of a month that was closed. Omitted it has none. */
      readonly report?: ReportFileFormat;
    }
  | { readonly kind: 'webhook'; readonly webhook: StoredWebhook };
export interface Recipient extends DigestSchedule {
  /** `account <id>` or `webhook <id>`. */
  readonly id: string;
  /** The name in the audit and on the command line. */
  readonly name: string;
  /** The role whose rights the recipient has. */
  readonly role: Role;
  readonly language: Language;
  /** The moment before which due digests are not sent. */
  readonly since: string;
  /** Omitted if the chosen channel no longer exists. */
  readonly channel?: Channel;
}

const lower = (a: Role, b: Role): Role => (roles.indexOf(a) < roles.indexOf(b) ? a : b);
/**
 * Returns a sign-in name that is a mail address.
 * @returns undefined for any other sign-in name
 */
export const addressOfLogin = (login: string): string | undefined =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(login) ? login : undefined;
/** Whether an admin allows mail to the domain of this address. */
export const isAtDomain = (address: string, domains: readonly string[]): boolean =>
  domains.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase());

function toRecipient(digest: DigestReader, webhooks: readonly StoredWebhook[]): Recipient {
  const { account, name, role, language, frequency, weekday, since } = digest;
  const webhook = webhooks.find(({ id }) => id === digest.channel);
  const to = digest.address ?? addressOfLogin(digest.login);
  const channel: Channel | undefined =
    webhook !== undefined
      ? { kind: 'webhook', webhook }
      : digest.channel === emailChannel && to !== undefined
        ? { kind: 'mail', to, ...compact({ report: digest.report ?? undefined }) }
        : undefined;
  return {
    id: `account ${account}`,
    name,
    // a message to a group shows no more than the group may see
    role: webhook === undefined ? role : lower(role, webhook.role),
    language,
    frequency,
    weekday,
    since,
    ...compact({ channel }),
  };
}
const toGroup = (webhook: StoredWebhook): Recipient => ({
  id: `webhook ${webhook.id}`,
  name: webhook.name,
  role: webhook.role,
  language: webhook.language,
  frequency: webhook.frequency,
  weekday: webhook.weekday,
  since: webhook.since,
  channel: { kind: 'webhook', webhook },
});

/** Lists all recipients of digests: people first, then webhooks. */
export async function listRecipients(source: Source): Promise<readonly Recipient[]> {
  const [people, webhooks] = await Promise.all([listDigestReaders(source), listWebhooks(source)]);
  return [
    ...people.map((digest) => toRecipient(digest, webhooks)),
    ...webhooks.filter(({ frequency }) => frequency !== 'off').map(toGroup),
  ];
}
