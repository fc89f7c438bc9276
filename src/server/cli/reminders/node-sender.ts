import type { MessageSender } from '#server/core/message-sender.ts';
import { checkAddresses, type Network } from './private-addresses.ts';
import { findAddressFault, postJson } from './post-json.ts';
import { resolveName, type Resolve } from './resolve-target.ts';
import { sendMail } from './send-mail.ts';

const usualPatience = 10_000;

export interface SenderOptions {
  /** Private networks to which messages may go. */
  readonly allowed?: readonly Network[];
  readonly resolve?: Resolve;
  /** Milliseconds to wait for the receiving server. */
  readonly patience?: number;
}

/** Sends messages with the network of Node. */
export function createSender({
  allowed = [],
  resolve = resolveName,
  patience = usualPatience,
}: SenderOptions = {}): MessageSender {
  const options = { isAllowed: checkAddresses(allowed), resolve, patience };
  return {
    sendMail: (server, mail) => sendMail(server, mail, options),
    postJson: (address, body, headers = {}) => postJson(address, body, headers, options),
    findAddressFault: (address) => findAddressFault(address, options.isAllowed),
  };
}
