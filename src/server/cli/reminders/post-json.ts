import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { SendFault } from '#contract/reminders/constants.ts';
import { SendError } from '#server/core/message-sender.ts';
import type { AddressCheck } from './private-addresses.ts';
import { bareHost, lookupFixed, resolveTarget, type Resolve } from './resolve-target.ts';

const mostBytes = 64 * 1024;

/** Parses the address of a webhook. @returns the fault of an invalid address */
export function parseAddress(address: string): URL | SendFault {
  if (!URL.canParse(address)) return 'bad_address';
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.hostname !== '';
  return /^https?:$/.test(url.protocol) && isPlain ? url : 'bad_address';
}
/**
 * Finds the fault of an address from its text alone: a wrong form, or a private IP address.
 * @returns undefined if the form is right; the resolved address is checked later
 */
export function findAddressFault(address: string, isAllowed: AddressCheck): SendFault | undefined {
  const url = parseAddress(address);
  if (typeof url === 'string') return url;
  const host = bareHost(url.hostname);
  return isIP(host) !== 0 && !isAllowed(host) ? 'private_address' : undefined;
}

async function readAnswer(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) throw new SendError('bad_answer');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Classifies a failed connection. The result never contains text of the receiving server. */
function toFault(error: unknown): SendFault {
  if (error instanceof SendError) return error.fault;
  const { name, code } = error as { readonly name?: string; readonly code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
  const text = typeof code === 'string' ? code : '';
  return /CERT|TLS|SSL|EPROTO|SIGNED|ALTNAME/.test(text) ? 'no_tls' : 'unreachable';
}

export interface PostOptions {
  readonly isAllowed: AddressCheck;
  readonly resolve: Resolve;
  /** Milliseconds for the whole request. */
  readonly patience: number;
}

/** Sends one request to the checked address and reads the answer. */
function send(
  url: URL,
  target: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { isAllowed, patience }: PostOptions,
): Promise<string> {
  const start = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const outgoing = start(
      url,
      {
        method: 'POST',
        // a connection to another target must not be reused
        agent: false,
        lookup: lookupFixed(target),
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Headway',
          ...headers,
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) return void readAnswer(answer).then(resolve, reject);
        answer.destroy();
        reject(new SendError(status >= 300 && status < 400 ? 'redirected' : 'refused'));
      },
    );
    outgoing.once('error', reject);
    outgoing.once('socket', (socket) =>
      socket.once('connect', () => {
        // the address of the open connection is the last check
        if (!isAllowed(socket.remoteAddress ?? ''))
          outgoing.destroy(new SendError('private_address'));
      }),
    );
    outgoing.end(body);
  });
}

/**
 * Posts JSON to an address on the internet, or to one that the operator allows.
 * @returns the answer
 * @throws SendError
 */
export async function postJson(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<string> {
  const url = parseAddress(address);
  if (typeof url === 'string') throw new SendError(url);
  const target = await resolveTarget(url.hostname, options.isAllowed, options.resolve);
  try {
    return await send(url, target, body, headers, options);
  } catch (error) {
    throw new SendError(toFault(error));
  }
}
