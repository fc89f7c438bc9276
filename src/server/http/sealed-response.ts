import { compact } from '#domain/values/compact.ts';
import type { TaggedAnswer } from './response-cache.ts';

const ivBytes = 12;
const encoder = new TextEncoder();
const step = 0x8000;
const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += step)
    binary += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(binary);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

async function cipher(key: string) {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(`answer ${key}`));
  return crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
type Head = Pick<TaggedAnswer, 'type' | 'tag' | 'headers' | 'status'>;

/**
 * Encrypts a response with its Idempotency-Key, so that nobody can read its cookies and secrets in
 * the store.
 */
export async function sealAnswer(
  key: string,
  { type, tag, headers, status, bytes }: TaggedAnswer,
): Promise<string> {
  const head: Head = {
    type,
    tag,
    ...compact({ headers, status }),
  };
  const plain = encoder.encode(JSON.stringify({ head, body: toBase64(bytes) }));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const sealedBytes = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await cipher(key), plain),
  );
  return toBase64(new Uint8Array([...iv, ...sealedBytes]));
}

/**
 * Decrypts a response.
 *
 * @throws Error if the text was not sealed with this key
 */
export async function openAnswer(key: string, text: string): Promise<TaggedAnswer> {
  const bytes = fromBase64(text);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, ivBytes) },
    await cipher(key),
    bytes.subarray(ivBytes),
  );
  const { head, body } = JSON.parse(new TextDecoder().decode(plain)) as {
    readonly head: Head;
    readonly body: string;
  };
  return { ...head, bytes: fromBase64(body), encoded: new Map() };
}
