import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { openReader } from '#server/db/open-existing.ts';
import { readSchema } from '#server/storage/migration-store.ts';
import { copySqlite } from '#server/db/dialects/sqlite.ts';
import { readAuditHead } from '#server/audit/store.ts';
import { fileHash, keyFile, type Manifest, manifestFile, storeFile } from './backup-folder.ts';
import type { Settings } from './settings.ts';
import { isWhole, verifyStore } from './verify.ts';
import { version } from './version.ts';
import { exitCode } from './exit-code.ts';

const postgresTools = `PostgreSQL makes and restores backups with its own tools:
  pg_dump --format=custom --file=headway.dump "$DATABASE_URL"
  pg_restore --dbname="$DATABASE_URL" headway.dump
Keep ${keyFile} of the data folder, or HEADWAY_KEY, elsewhere too.`;

/** Finds the reason why a backup command can't run. @returns undefined if it can */
export function backupFault(
  settings: Settings,
  args: readonly string[],
  usage: string,
): string | undefined {
  if (args.length !== 1) return usage;
  return settings.database === join(settings.data, storeFile) ? undefined : postgresTools;
}

async function countRows(reader: Reader): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(
    reader,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(
      reader,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}

/**
 * Makes a folder with a copy of the store at one moment and a manifest with its hash and counts.
 * The folder gets its name when it is complete.
 * @returns the exit code; 4 if the copied history fails verification
 */
export async function backUp(settings: Settings, args: readonly string[]): Promise<number> {
  const fault =
    backupFault(settings, args, 'Write backup FOLDER: the backup becomes a new folder in it.') ??
    (existsSync(settings.database) ? undefined : `There is no store in ${settings.data}.`);
  if (fault !== undefined) {
    console.error(fault);
    return exitCode.wrongUse;
  }
  const made_at = new Date().toISOString();
  const folder = join(resolve(args[0] ?? ''), `headway-${made_at.replace(/[-:.]/g, '')}`);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  // a name of its own, beside the part of a backup that did not end
  const partial = mkdtempSync(`${folder}.partial-`);
  try {
    const store = join(partial, storeFile);
    copySqlite(settings.database, store);
    const reader = openReader({ url: store });
    const report = await verifyStore(reader);
    const manifest: Manifest = {
      made_at,
      headway: version,
      schema: await readSchema(reader),
      head: report.head,
      audit_head: await readAuditHead(reader),
      rows: await countRows(reader),
      store: { bytes: statSync(store).size, sha256: await fileHash(store) },
    };
    await reader.destroy();
    writeFileSync(join(partial, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
    });
    renameSync(partial, folder);
    console.log(folder);
    if (isWhole(report)) return exitCode.done;
    console.error('Its history fails verification: headway verify shows where.');
    return exitCode.broken;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
