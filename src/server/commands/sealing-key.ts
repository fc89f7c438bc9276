import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;
const fileName = 'second-step.key';
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** A key as it is written down: 32 bytes in base64url or base64. Undefined for anything else. */
export function parseSealingKey(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text.trim(), 'base64url');
  return /^[\w+/-]{43}=?$/.test(text.trim()) && bytes.length === keyBytes ? bytes : undefined;
}

/** The key that seals secrets of the second step: in a file of the data folder that only this user may read, made where there is none. */
export function sealingKeyFile(data: string): Uint8Array {
  const path = join(data, fileName);
  mkdirSync(data, { recursive: true });
  try {
    // of two that start at once one makes it, and both read it
    writeFileSync(path, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const key = parseSealingKey(readFileSync(path, 'utf8'));
  if (key === undefined)
    throw new Error(
      `${path} holds no key of 32 bytes. Put back the file from a backup; or delete it, and people set up their second step anew.`,
    );
  return key;
}
