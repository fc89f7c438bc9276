import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const keyBytes = 32;
const fileName = 'second-step.key';
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Parses a key of 32 bytes in base64url or base64. @returns undefined for any other text */
export function parseSealingKey(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text.trim(), 'base64url');
  return /^[\w+/-]{43}=?$/.test(text.trim()) && bytes.length === keyBytes ? bytes : undefined;
}

/** Reads the key from a file that only this user may read. Creates the file if it is missing. */
function keyIn(path: string): Uint8Array {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // if two processes start at once, one creates the file and both read it
    writeFileSync(path, `${randomBytes(keyBytes).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const key = parseSealingKey(readFileSync(path, 'utf8'));
  if (key === undefined)
    throw new Error(
      `${path} holds no key of 32 bytes. Put back the file from a backup; or delete it, and everyone must set up their second factor again.`,
    );
  return key;
}
/** Reads the key in the data folder that seals secrets. @throws Error if the file holds no key */
export const sealingKeyFile = (data: string): Uint8Array => keyIn(join(data, fileName));

/**
 * Reads or creates the next key beside the old one, so that an interrupted rotation continues with
 * the same key.
 * @throws Error if the file of the next key holds no key
 */
export function nextSealingKey(data: string): {
  readonly key: Uint8Array;
  readonly path: string;
  readonly take: () => void;
} {
  const path = join(data, `${fileName}.next`);
  return { key: keyIn(path), path, take: () => renameSync(path, join(data, fileName)) };
}
