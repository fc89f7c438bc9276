import type { MailSecurity, SendFault } from '#contract/reminders/constants.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Omitted where the server wants no login. */
  readonly login?: string;
  readonly password?: string;
  /** The address that mails come from. */
  readonly sender: string;
}
/** A file that goes with a mail. */
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
  /** Identifies the mail: a program that gets it twice can tell. */
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

/** The way out of the runtime for digests. Each function checks its target when it connects. */
export interface MessageSender {
  /** @throws SendError if the server did not take the mail */
  sendMail(server: MailServer, mail: Mail): Promise<void>;
  /**
   * Posts JSON. Redirects are not followed.
   * @returns the first 64 KiB of the answer
   * @throws SendError if the target did not answer with success
   */
  postJson(
    address: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<string>;
  /** Finds what is wrong with the address of a webhook without asking anybody. */
  findAddressFault(address: string): SendFault | undefined;
}
