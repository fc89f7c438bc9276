/** Bytes as text that an address can hold. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** 256 random bits as 43 characters that an address can hold. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** SHA-256 of a text. */
export const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** What is kept of a secret. A plain hash will do: nobody guesses 256 bits. */
export const hashSecret = async (secret: string): Promise<string> => hex(await sha256(secret));

/** A public name of 80 random bits, which opens nothing. */
export const newId = (prefix: string): string =>
  `${prefix}${hex(crypto.getRandomValues(new Uint8Array(10)))}`;
