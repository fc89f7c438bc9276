/** 256 random bits as 43 characters that an address can hold. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** What is kept of a secret. A plain hash will do: nobody guesses 256 bits. */
export async function hashOf(secret: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
  return Array.from(hash, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** A public name of 80 random bits, which opens nothing. */
export const newId = (prefix: string): string =>
  `${prefix}${Array.from(crypto.getRandomValues(new Uint8Array(10)), (b) => b.toString(16).padStart(2, '0')).join('')}`;
