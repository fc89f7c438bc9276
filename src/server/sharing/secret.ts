/** What a link's secret begins with, so that scanners for leaked secrets and people can tell what it is. */
const prefix = 'hws_';
const bodyLength = 43;
const checkLength = 6;
const form = new RegExp(`^${prefix}[A-Za-z0-9_-]{${bodyLength + checkLength}}$`);

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
const checkOf = async (body: string): Promise<string> => base64url(await digest(`check ${prefix}${body}`)).slice(0, checkLength);

/** 256 random bits as text. */
export const newSecretValue = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** A new secret of a link: 256 random bits for an address, with a checksum behind them. */
export async function newSecret(): Promise<string> {
  const body = newSecretValue();
  return `${prefix}${body}${await checkOf(body)}`;
}

/** Whether a text can be a secret at all: what was cut, mistyped or made up is known without a look into the store. */
export async function isSecret(text: string): Promise<boolean> {
  if (!form.test(text)) return false;
  const body = text.slice(prefix.length, prefix.length + bodyLength);
  return (await checkOf(body)) === text.slice(prefix.length + bodyLength);
}

/** What is kept of a secret. A plain hash will do: nobody guesses 256 bits. */
export const hashOf = async (secret: string): Promise<string> =>
  Array.from(await digest(secret), (byte) => byte.toString(16).padStart(2, '0')).join('');

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** A link's public name: 80 random bits that open nothing. */
export const newLinkId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('');
