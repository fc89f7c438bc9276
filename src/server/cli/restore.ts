import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase, restoreFolder } from '#server/storage/node-store.ts';
import { renewEpoch } from '#server/db/epoch.ts';
import { backupFault } from './backup-store.ts';
import { readBackup, storeFile } from './backup-folder.ts';
import type { Settings } from './settings.ts';
import { isWhole, verifyStore } from './verify.ts';
import { exitCode } from './exit-code.ts';

/**
 * Restores a backup into an empty data folder, completely or not at all: the store must equal the
 * one that was backed up.
 * @returns the exit code; 4 if the store differs from the manifest; also 4 if only its history
 * fails verification or has another head, in which case it is restored as it was
 * @throws the error of the store if the copied file cannot be opened
 */
export async function restore(settings: Settings, args: readonly string[]): Promise<number> {
  const { data } = settings;
  const fault =
    backupFault(settings, args, 'Write restore FOLDER, the folder that backup made.') ??
    (existsSync(settings.database)
      ? `${settings.database} is there: move it away, or name an empty folder in HEADWAY_DATA.`
      : undefined);
  if (fault !== undefined) {
    console.error(fault);
    return exitCode.wrongUse;
  }
  const folder = resolve(args[0] ?? '');
  const manifest = await readBackup(folder);
  if (typeof manifest === 'string') {
    console.error(manifest);
    return exitCode.broken;
  }
  mkdirSync(data, { recursive: true });
  const arriving = join(data, restoreFolder);
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { mode: 0o700 });
  try {
    copyFileSync(join(folder, storeFile), join(arriving, storeFile));
    const db = await openDatabase({ url: join(arriving, storeFile) });
    const report = await verifyStore(db, manifest.head, manifest.audit_head)
      .then(async (result) => {
        await db.write(renewEpoch);
        return result;
      })
      .finally(() => db.close());
    renameSync(join(arriving, storeFile), settings.database);
    console.log(
      `Restored as of ${manifest.made_at}: ${report.revisions} revisions. Start Headway.`,
    );
    if (isWhole(report)) return exitCode.done;
    console.error('Its history fails verification: headway verify shows where.');
    return exitCode.broken;
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
}
