import { base64url, digestOf, newSecret } from '#server/http/secrets.ts';

/** What a link's secret begins with, so that scanners for leaked secrets and people can tell what it is. */
const prefix = 'hws_';
const bodyLength = 43;
const checkLength = 6;
const form = new RegExp(`^${prefix}[A-Za-z0-9_-]{${bodyLength + checkLength}}$`);

const checkOf = async (body: string): Promise<string> => base64url(await digestOf(`check ${prefix}${body}`)).slice(0, checkLength);

/** A new secret of a link: 256 random bits for an address, with a checksum behind them. */
export async function newLinkSecret(): Promise<string> {
  const body = newSecret();
  return `${prefix}${body}${await checkOf(body)}`;
}

/** Whether a text can be a link's secret at all: what was cut, mistyped or made up is known without a look into the store. */
export async function isLinkSecret(text: string): Promise<boolean> {
  if (!form.test(text)) return false;
  const body = text.slice(prefix.length, prefix.length + bodyLength);
  return (await checkOf(body)) === text.slice(prefix.length + bodyLength);
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** A link's public name: 80 random bits that open nothing. */
export const newLinkId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('');
