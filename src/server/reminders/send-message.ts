import { compact } from '#domain/values/compact.ts';
import { digestHtml } from '#report/digest/digest-html.ts';
import { digestText } from '#report/digest/digest-text.ts';
import { digestAddress, type Digest } from '#report/digest/make-digest.ts';
import {
  SendError,
  type MailFile,
  type MailServer,
  type MessageSender,
} from '#server/core/message-sender.ts';
import { isAtDomain, type Channel } from './recipients.ts';
import { mailBinding, makeWebhookBinding, openSealed } from './sealed-secrets.ts';
import type { ReminderSettings } from './settings-store.ts';
import { isAccepted, makeWebhookMessage } from './webhook-message.ts';
import type { StoredWebhook } from './webhook-store.ts';

export interface SendTools {
  readonly sender: MessageSender;
  readonly unseal: (secret: string, bound: string) => string | undefined;
  readonly clock: () => Date;
}

/** Returns the mail server with its password. @throws SendError if there is none */
function openMailServer(
  tools: SendTools,
  { mail_server, mail_password }: ReminderSettings,
): MailServer {
  if (mail_server === null) throw new SendError('no_mail_server');
  const { domains: _domains, ...server } = mail_server;
  const password =
    mail_password === null ? undefined : openSealed(tools, mail_password, mailBinding);
  return { ...server, ...compact({ password }) };
}

async function postDigest(
  tools: SendTools,
  { id, form, address, secret }: StoredWebhook,
  digest: Digest,
  key: string,
): Promise<void> {
  const target = {
    form,
    address: openSealed(tools, address, makeWebhookBinding(id, 'address')),
    ...compact({
      secret:
        secret === null ? undefined : openSealed(tools, secret, makeWebhookBinding(id, 'secret')),
    }),
  };
  const message = await makeWebhookMessage(target, digest, key, tools.clock());
  const answer = await tools.sender.postJson(message.address, message.body, message.headers);
  if (!isAccepted(form, answer)) throw new SendError('refused');
}

/** A digest with the files that a mail of it has. */
interface DigestMessage {
  readonly digest: Digest;
  readonly files?: readonly MailFile[];
}

/**
 * Sends a digest through a channel.
 * @param key - identifies the message: the same in each try
 * @throws SendError
 */
export async function sendMessage(
  tools: SendTools,
  settings: ReminderSettings,
  channel: Channel,
  { digest, files = [] }: DigestMessage,
  key: string,
): Promise<void> {
  if (channel.kind === 'webhook') return postDigest(tools, channel.webhook, digest, key);
  const server = openMailServer(tools, settings);
  // an admin may have removed the domain since the choice
  if (!isAtDomain(channel.to, settings.mail_server?.domains ?? []))
    throw new SendError('bad_address');
  await tools.sender.sendMail(server, {
    to: channel.to,
    subject: digest.subject,
    text: digestText(digest),
    html: digestHtml(digest),
    id: key,
    files,
    ...compact({
      unsubscribe: digest.link === undefined ? undefined : digestAddress(digest.link),
    }),
  });
}
