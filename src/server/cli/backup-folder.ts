import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from '#contract/core/zod.ts';
import { parseJson } from './parse-json.ts';

export const storeFile = 'headway.db';
export const keyFile = 'second-step.key';
export const manifestFile = 'manifest.json';

const manifestSchema = z.object({
  made_at: z.string(),
  /** The version of Headway that made the backup, and the schema number of its tables. */
  headway: z.string(),
  schema: z.number(),
  /**
   * The heads of the hash chains of the history and of the audit, in the form that `headway verify`
   * takes.
   */
  head: z.string(),
  audit_head: z.string(),
  /** The number of rows of each table. */
  rows: z.record(z.string(), z.number()),
  store: z.object({ bytes: z.number(), sha256: z.string() }),
});
/** The manifest of a backup: what its store must hold. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Computes the SHA-256 of a file of any size. @returns 64 hexadecimal digits */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Reads the manifest and checks the store against it.
 * @returns the manifest, or the fault in words
 */
export async function readBackup(folder: string): Promise<Manifest | string> {
  const path = join(folder, manifestFile);
  if (!existsSync(path)) return `${folder} is not a backup: it has no ${manifestFile}.`;
  const read = manifestSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!read.success) return `${path} is damaged: take another backup.`;
  const store = join(folder, storeFile);
  if (!existsSync(store)) return `${store} is missing: take another backup.`;
  if ((await fileHash(store)) !== read.data.store.sha256)
    return `${store} differs from the file that was backed up: take another backup.`;
  return read.data;
}
