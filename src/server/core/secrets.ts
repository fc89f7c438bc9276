import { toHex } from '#server/core/binary/base64.ts';

/** Encodes bytes as base64url without padding. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Makes 256 random bits as 43 characters of base64url. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Hashes a text with SHA-256. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** Hashes a secret for storage. Plain SHA-256 is enough for 256 random bits. */
export const hashSecret = async (secret: string): Promise<string> => toHex(await sha256(secret));

/** Makes a public id of 80 random bits. It grants nothing. */
export const newId = (prefix: string): string =>
  `${prefix}${toHex(crypto.getRandomValues(new Uint8Array(10)))}`;
