import { isDeepStrictEqual } from 'node:util';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPostgres } from '#server/db/open-existing.ts';
import { NormalisePlugin } from '#server/db/schema/normalise-plugin.ts';
import { MoveRejection } from '#server/storage/move/move-rejection.ts';
import { moveStore, type MoveOptions, type MoveProgress } from '#server/storage/move/move-store.ts';
import { keyFile, storeFile } from './backup-folder.ts';
import { databaseFault, type Settings } from './settings.ts';
import { isWhole, verifyStore, type StoreReport } from './verify.ts';
import { exitCode } from './exit-code.ts';

const usage =
  'Write move --to postgres://user:password@host:5432/database, or --to FOLDER for a store in a file.';

/** Removes the password from an address, for messages. */
function withoutPassword(url: string): string {
  const address = new URL(url);
  address.password = '';
  return address.href;
}

function hasOtherKey(data: string, folder: string): boolean {
  const [own, other] = [join(data, keyFile), join(folder, keyFile)];
  return existsSync(own) && existsSync(other) && !readFileSync(own).equals(readFileSync(other));
}

/** Finds the reason why a move cannot begin, before any store is opened. */
function findFault({ database, data }: Settings, to: string): string | undefined {
  if (!isPostgres(database) && !existsSync(database)) return `There is no store in ${data}.`;
  if (isPostgres(to)) return to === database ? 'Both are the same store.' : databaseFault(to);
  const folder = resolve(to);
  if (existsSync(join(folder, storeFile)))
    return `${join(folder, storeFile)} is there: move it away, or name an empty folder.`;
  return hasOtherKey(data, folder)
    ? `${join(folder, keyFile)} is the key of another store: name an empty folder.`
    : undefined;
}

/** Copies the key of the store's sealed secrets into the new folder. */
function copyKey({ data }: Settings, folder: string): void {
  const own = join(data, keyFile);
  if (existsSync(own) && !existsSync(join(folder, keyFile)))
    copyFileSync(own, join(folder, keyFile));
}

/** Copies the store into a folder. The file gets its name when it is complete. */
async function moveToFolder(folder: string, options: Omit<MoveOptions, 'to'>): Promise<void> {
  const arriving = join(folder, 'moving');
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true, mode: 0o700 });
  try {
    await moveStore({ ...options, to: join(arriving, storeFile) });
    renameSync(join(arriving, storeFile), join(folder, storeFile));
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
}

const writeMs = 1000;
/** Makes a function that prints the progress, at most one line a second. */
function progressWriter(): (progress: MoveProgress) => void {
  let last = performance.now();
  return ({ table, rows, of }) => {
    const now = performance.now();
    if (now - last < writeMs) return;
    last = now;
    console.error(`${table}: ${rows.toLocaleString('en')} of ${of.toLocaleString('en')} rows`);
  };
}

/**
 * Copies the store into an empty one, on PostgreSQL or in a folder, completely or not at all. The
 * old store stays as it is.
 * @returns the exit code; 4 if the history failed verification, in which case it is moved as it was
 * @throws any error that is no MoveRejection
 */
export async function move(settings: Settings, to: string | undefined): Promise<number> {
  const target = to?.trim() ?? '';
  const fault = target === '' ? usage : findFault(settings, target);
  if (fault !== undefined) {
    console.error(fault);
    return exitCode.wrongUse;
  }
  const verification = verifier();
  const options = {
    from: settings.database,
    onProgress: progressWriter(),
    check: verification.check,
  };
  try {
    await (isPostgres(target)
      ? moveStore({ ...options, to: target })
      : moveToFolder(resolve(target), options));
  } catch (error) {
    if (!(error instanceof MoveRejection)) throw error;
    console.error(error.message);
    return exitCode.wrongUse;
  }
  if (!isPostgres(target)) copyKey(settings, resolve(target));
  const report = verification.report();
  console.log(writeResult(settings, target, report));
  if (report !== undefined && isWhole(report)) return exitCode.done;
  console.error('Its history fails verification, as before the move: headway verify shows where.');
  return exitCode.broken;
}

/**
 * Makes a function that verifies a copy, and keeps its report. A copy of a damaged history must
 * have the same damage.
 */
function verifier(): {
  readonly check: MoveOptions['check'];
  readonly report: () => StoreReport | undefined;
} {
  let report: StoreReport | undefined;
  return {
    report: () => report,
    async check(copy, source) {
      console.error('All rows are copied. Verifying the history, the audit and the files …');
      report = await verifyStore(copy);
      if (isWhole(report)) return;
      const before = await verifyStore(source.withPlugin(new NormalisePlugin()));
      if (!isDeepStrictEqual(report, before))
        throw new Error(
          'The copy differs from the store, so it was discarded. Nothing was changed.',
        );
    },
  };
}

function writeResult(settings: Settings, target: string, report: StoreReport | undefined): string {
  const start = isPostgres(target)
    ? `DATABASE_URL=${withoutPassword(target)} with its password, and HEADWAY_DATA=${settings.data}`
    : `HEADWAY_DATA=${resolve(target)} and without DATABASE_URL`;
  return `Moved: ${report?.revisions ?? 0} revisions.\nHead: ${report?.head ?? ''}\nStart Headway with ${start}. The old store is as it was; delete it when you no longer need it.`;
}
