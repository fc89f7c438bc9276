import { compact } from '#domain/values/compact.ts';
import { connect, type Socket } from 'node:net';
import type { SendFault } from '#contract/reminders/constants.ts';
import { SendError, type Mail, type MailServer } from '#server/core/message-sender.ts';
import type { PostOptions } from './post-json.ts';
import { resolveTarget } from './resolve-target.ts';

/** Opens a connection to an address that was checked. */
function open(address: string, port: number, patience: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    socket.setTimeout(patience, () => socket.destroy(new SendError('timeout')));
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

const faultsByCode: Readonly<Record<string, SendFault>> = {
  EAUTH: 'login_refused',
  ENOAUTH: 'login_refused',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ETLS: 'no_tls',
  EREQUIRETLS: 'no_tls',
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
  EPROTOCOL: 'bad_answer',
};
/** Classifies a failure. The result never contains text of the server. */
function toFault(error: unknown): SendFault {
  if (error instanceof SendError) return error.fault;
  const { code } = error as { readonly code?: unknown };
  const text = typeof code === 'string' ? code : '';
  return faultsByCode[text] ?? (/CERT|SSL|SIGNED|ALTNAME/.test(text) ? 'no_tls' : 'unreachable');
}

const readDomain = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Sends a mail to a mail server whose address is checked. @throws SendError */
export async function sendMail(
  { host, port, security, login, password, sender }: MailServer,
  { to, subject, text, html, id, unsubscribe, files = [] }: Mail,
  { isAllowed, resolve, patience }: PostOptions,
): Promise<void> {
  const target = await resolveTarget(host, isAllowed, resolve);
  let connection: Socket | undefined;
  try {
    connection = await open(target, port, patience);
    if (!isAllowed(connection.remoteAddress ?? '')) throw new SendError('private_address');
    // loaded when the first mail is sent
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      // the certificate must have this name; the connection is already open
      host,
      port,
      connection,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...compact({ auth: login === undefined ? undefined : { user: login, pass: password ?? '' } }),
      disableFileAccess: true,
      disableUrlAccess: true,
      greetingTimeout: patience,
      socketTimeout: patience,
      connectionTimeout: patience,
    });
    await transport.sendMail({
      from: sender,
      to: { name: '', address: to },
      subject,
      text,
      html,
      attachments: files.map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(bytes),
      })),
      messageId: `<${id}@${readDomain(sender)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      // programs offer the page beside the sender
      ...compact({ list: unsubscribe === undefined ? undefined : { unsubscribe } }),
      signal: AbortSignal.timeout(3 * patience),
    });
  } catch (error) {
    throw new SendError(toFault(error));
  } finally {
    connection?.destroy();
  }
}
