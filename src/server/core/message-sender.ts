import type { MailSecurity, SendFault } from '#contract/reminders/constants.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Omitted if the server needs no login. */
  readonly login?: string;
  readonly password?: string;
  /** The address of the sender of mails. */
  readonly sender: string;
}
/** A file attached to a mail. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly files?: readonly MailFile[];
  /** The page on which its reader ends such mails. Omitted where the server knows no address. */
  readonly unsubscribe?: string;
  /** Identifies the mail, so that programs recognise a duplicate. */
  readonly id: string;
}

export class SendError extends Error {
  override readonly name = 'SendError';
  readonly fault: SendFault;
  constructor(fault: SendFault) {
    super(`The message was not sent: ${fault}.`);
    this.fault = fault;
  }
}

/**
 * Sends messages from the runtime. Each function checks the address of its target when it connects.
 */
export interface MessageSender {
  /** @throws SendError if the server did not accept the mail */
  sendMail(server: MailServer, mail: Mail): Promise<void>;
  /**
   * Posts JSON. Redirects are not followed.
   * @returns the first 64 KiB of the answer
   * @throws SendError if the target did not respond with success
   */
  postJson(
    address: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<string>;
  /** Finds the fault of a webhook's address without a connection or a lookup. */
  findAddressFault(address: string): SendFault | undefined;
}
