import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SessionFile, SessionRecord } from '#server/accounts/sessions/one-time-key.ts';

const isRecord = (x: unknown): x is SessionRecord =>
  typeof x === 'object' &&
  x !== null &&
  'hash' in x &&
  typeof x.hash === 'string' &&
  'created' in x &&
  typeof x.created === 'number' &&
  'seen' in x &&
  typeof x.seen === 'number';

/**
 * Stores open sessions in a file that only this user may read. The file holds hashes and no
 * secrets.
 */
export const sessionFile = (path: string): SessionFile => ({
  load() {
    try {
      const content = JSON.parse(readFileSync(path, 'utf8')) as unknown;
      return Array.isArray(content) ? content.filter(isRecord) : [];
    } catch {
      return [];
    }
  },
  save(records) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(records), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  },
});
