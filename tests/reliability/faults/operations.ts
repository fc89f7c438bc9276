import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole, verifyStore } from '#server/cli/verify.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { listCodes } from '#server/projects/history/history-store.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { formerCodes, formerSchemas } from '../../setup/api/former-schemas.ts';
import { runCommand, type Ran } from '../../setup/processes/command.ts';
import { startServer } from '../../setup/processes/server.ts';
import type { StorePlace } from '../setup/store-places.ts';

const importedRows = 3000;
/** 27 projects that run or are planned, and three that ended. */
const sampleProjects = 30;

/** A command that an interruption may meet at any point. */
export interface Operation {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Brings the place into the state before the command. */
  readonly prepare: () => Promise<void>;
  /**
   * Finds what is wrong after the command was interrupted.
   * @param isDone - whether it had ended by itself, with success
   */
  readonly check: (isDone: boolean) => Promise<string[]>;
}

const envOf = ({ name, data, url }: StorePlace): Record<string, string> => ({
  HEADWAY_DATA: data,
  ...(name === 'SQLite' ? {} : { DATABASE_URL: url }),
});
const describe = ({ code, err }: Ran): string => `${code} ${err.slice(0, 300)}`;

/** Opens the store as a start does. @returns its own project codes and its faults */
async function inspect(
  url: string,
): Promise<{ readonly codes: readonly string[]; readonly revision: number; wrong: string[] }> {
  const db = await openDatabase({ url });
  try {
    const report = await verifyStore(db);
    return {
      codes: [...(await listCodes(db, 'own'))],
      revision: await currentRevision(db),
      wrong: isWhole(report) ? [] : ['the history fails verification'],
    };
  } finally {
    await db.close();
  }
}

/** The first start, which makes the tables and stores the sample. */
const firstStart = (place: StorePlace): Operation => ({
  name: `first start on ${place.name}`,
  args: ['serve'],
  env: { ...envOf(place), PORT: '0' },
  prepare: place.clear,
  async check() {
    const server = await startServer({ data: place.data, env: envOf(place) });
    const response = await fetch(`${server.url}/api/v1/projects?limit=1`);
    const { total } = (await response.json()) as { total: number };
    await server.stop();
    const { wrong } = await inspect(place.url);
    return total === sampleProjects ? wrong : [...wrong, `the sample has ${total} projects`];
  },
});

/** The update of a store of a former schema; another one each time. */
function update(place: StorePlace): Operation {
  let turn = 0;
  return {
    name: `update on ${place.name}`,
    args: ['verify'],
    env: envOf(place),
    async prepare() {
      await place.clear();
      await place.fillFormer(formerSchemas[turn++ % formerSchemas.length] ?? 0);
    },
    async check() {
      const { codes, wrong } = await inspect(place.url);
      if (codes.toSorted().join() !== formerCodes.join()) wrong.push(`it holds ${codes.join()}`);
      const copies = readdirSync(place.data).filter((name) => name.includes('.before-schema-'));
      if (place.name === 'SQLite' && copies.length !== 1)
        wrong.push(`${copies.length} copies of the store from before`);
      for (const copy of copies) {
        const former = await inspect(join(place.data, copy));
        wrong.push(...former.wrong.map((fault) => `${copy}: ${fault}`));
        if (former.codes.length !== formerCodes.length)
          wrong.push(`${copy} holds ${former.codes.length} projects`);
      }
      return wrong;
    },
  };
}

/** An import of a register into a new store: all its rows are stored, or none. */
function importRegister(place: StorePlace, folder: string): Operation {
  const file = join(folder, 'register.csv');
  return {
    name: `import on ${place.name}`,
    args: ['import', file, '--yes', '--json'],
    env: envOf(place),
    async prepare() {
      await place.clear();
      const rows = Array.from({ length: importedRows }, (_, i) => `A${i},项目${i},${100 + i},在谈`);
      writeFileSync(file, `项目编号,项目名称,总投资（万元）,项目阶段\n${rows.join('\n')}\n`);
      await (await openDatabase({ url: place.url })).close();
    },
    async check(isDone) {
      const { codes, revision, wrong } = await inspect(place.url);
      if (codes.length !== 0 && codes.length !== importedRows)
        wrong.push(`${codes.length} of ${importedRows} projects`);
      if (isDone && codes.length === 0) wrong.push('it said done and stored nothing');
      // the command first stores the sample, as the first start does
      const [least, most] = codes.length === 0 ? [0, 1] : [2, 2];
      if (revision < least || revision > most)
        wrong.push(`revision ${revision} with ${codes.length} projects`);
      return wrong;
    },
  };
}

const former = 30;
const backupsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.includes('.partial')) : [];

/** A backup: the store is as before, and a folder with the name of a backup is whole. */
function backUp(place: StorePlace, folder: string): Operation {
  const backups = join(folder, 'backups');
  const restored = join(folder, 'restored');
  return {
    name: 'backup of SQLite',
    args: ['backup', backups],
    env: envOf(place),
    async prepare() {
      await place.clear();
      rmSync(backups, { recursive: true, force: true });
      await place.fillFormer(former);
      await (await openDatabase({ url: place.url })).close();
    },
    async check(isDone) {
      const { codes, wrong } = await inspect(place.url);
      if (codes.length !== formerCodes.length)
        wrong.push(`the store holds ${codes.length} projects`);
      if (isDone && backupsIn(backups).length === 0) wrong.push('it said done and left no backup');
      const again = await runCommand(['backup', backups], envOf(place));
      if (again.code !== 0) wrong.push(`the next backup: ${describe(again)}`);
      for (const name of backupsIn(backups)) {
        rmSync(restored, { recursive: true, force: true });
        const ran = await runCommand(['restore', join(backups, name)], { HEADWAY_DATA: restored });
        if (ran.code !== 0) wrong.push(`restore of ${name}: ${describe(ran)}`);
      }
      return wrong;
    },
  };
}

/** A restore into an empty data folder: no start takes a part of it for a new store. */
function restore(place: StorePlace, folder: string): Operation {
  const backups = join(folder, 'whole');
  const backupFolder = (): string => join(backups, backupsIn(backups)[0] ?? 'none');
  const args = ['restore', backupFolder()];
  return {
    name: 'restore on SQLite',
    args,
    env: envOf(place),
    async prepare() {
      if (backupsIn(backups).length === 0) {
        await place.clear();
        await place.fillFormer(former);
        await (await openDatabase({ url: place.url })).close();
        const ran = await runCommand(['backup', backups], envOf(place));
        if (ran.code !== 0) throw new Error(`backup: ${describe(ran)}`);
        args[1] = backupFolder();
      }
      await place.clear();
    },
    async check(isDone) {
      const wrong: string[] = [];
      const hasPart = existsSync(join(place.data, 'restoring'));
      if (hasPart && !existsSync(place.url)) {
        const start = await runCommand(['verify'], envOf(place));
        if (start.code === 0 || !start.err.includes('restore'))
          wrong.push(`a command on the part: ${describe(start)}`);
      }
      const isThere = existsSync(place.url);
      if (isDone && !isThere) wrong.push('it said done and restored nothing');
      const again = await runCommand(args, envOf(place));
      if (again.code !== (isThere ? 2 : 0)) wrong.push(`the next restore: ${describe(again)}`);
      const { codes, wrong: faults } = await inspect(place.url);
      if (codes.length !== formerCodes.length) wrong.push(`it restored ${codes.length} projects`);
      return [...wrong, ...faults];
    },
  };
}

/** Lists the commands that change a store or a copy of it. PostgreSQL makes its own backups. */
export function listOperations(place: StorePlace, folder: string): readonly Operation[] {
  mkdirSync(folder, { recursive: true });
  const common = [firstStart(place), update(place), importRegister(place, folder)];
  return place.name === 'SQLite'
    ? [...common, backUp(place, folder), restore(place, folder)]
    : common;
}
