// Kills `headway move` with SIGKILL at points spread over its run, in both directions. Seen to
// fail: when storage/move/move-store.ts migrates the target in a transaction of its own, PostgreSQL
// keeps tables without rows.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { openReader } from '#server/db/open-existing.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { MoveRejection } from '#server/storage/move/move-rejection.ts';
import { listTables } from '#server/storage/move/table-store.ts';
import { writeRandomRegister } from '../setup/random-register.ts';
import { readAllRows } from '../../setup/api/stored-rows.ts';
import { createEmptyDatabase } from '../../setup/api/stores.ts';
import { runCommand } from '../../setup/processes/command.ts';
import { countOf, outcome, type ReliabilityTest, type Outcome } from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const root = join(import.meta.dirname, '../../..');
const projects = 300;

type Env = Readonly<Record<string, string>>;
/** Runs a move and kills it after a time. @returns how long it ran, in ms */
async function killMove(env: Env, to: string, afterMs: number): Promise<number> {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, ['src/server/main.ts', 'move', '--to', to], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return performance.now() - start;
}

interface Direction {
  readonly name: string;
  readonly env: Env;
  readonly source: string;
  /** The target as the command takes it, and the store that it makes. */
  readonly to: string;
  readonly made: string;
  readonly isEmpty: () => Promise<boolean>;
  readonly clear: () => Promise<void>;
}
async function hasNoTables(url: string): Promise<boolean> {
  const reader = openReader({ url });
  try {
    return (await listTables(reader)).length === 0;
  } finally {
    await reader.destroy();
  }
}
async function dropTables(url: string): Promise<void> {
  const reader = openReader({ url });
  await sql`drop schema public cascade`.execute(reader);
  await sql`create schema public`.execute(reader);
  await reader.destroy();
}

/** PostgreSQL notices a killed process a moment later. */
const releasedWithinMs = 10_000;
async function readReleased(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  for (const deadline = Date.now() + releasedWithinMs; ; await sleep(50))
    try {
      return await readAllRows(url);
    } catch (error) {
      if (!(error instanceof MoveRejection) || Date.now() > deadline) throw error;
    }
}

/** Kills moves at points spread over their time. @returns the faults */
async function killInOneDirection(
  { name, env, source, to, made, isEmpty, clear }: Direction,
  kills: number,
  next: () => number,
): Promise<string[]> {
  const wrong: string[] = [];
  const before = await readReleased(source);
  const whole = await killMove(env, to, 60_000);
  for (let kill = 0; kill < kills && wrong.length === 0; kill += 1) {
    await clear();
    const ms = Math.round(await killMove(env, to, (whole * (kill + next())) / kills));
    const at = `${name}, ended after ${ms} ms`;
    if (!isDeepStrictEqual(await readReleased(source), before))
      wrong.push(`${at}: the source changed`);
    if (!(await isEmpty()) && !isDeepStrictEqual(await readReleased(made), before))
      wrong.push(`${at}: the target holds a part`);
  }
  if (!(await isEmpty())) await clear();
  const { code, err } = await runCommand(['move', '--to', to], env);
  if (code !== 0 || !isDeepStrictEqual(await readReleased(made), before))
    wrong.push(`${name}, after the kills: ${code} ${err}`);
  return wrong;
}

async function killMoves(kills: number, seed: number): Promise<Outcome> {
  if (createEmptyDatabase === undefined)
    return outcome('NOT RUN: TEST_DATABASE_URL is not set', []);
  const folder = mkdtempSync(join(tmpdir(), 'headway-kill-move-'));
  const postgres = await createEmptyDatabase();
  const next = random(seed);
  const [data, back] = [join(folder, 'data'), join(folder, 'back')];
  try {
    const store = join(data, 'headway.db');
    const db = await openDatabase({ url: store });
    await writeRandomRegister(db, seed, projects);
    await db.close();
    const there = await killInOneDirection(
      {
        name: 'to PostgreSQL',
        env: { HEADWAY_DATA: data },
        source: store,
        to: postgres.url,
        made: postgres.url,
        isEmpty: () => hasNoTables(postgres.url),
        clear: () => dropTables(postgres.url),
      },
      kills,
      next,
    );
    const file = join(back, 'headway.db');
    const again = await killInOneDirection(
      {
        name: 'to a folder',
        env: { HEADWAY_DATA: data, DATABASE_URL: postgres.url },
        source: postgres.url,
        to: back,
        made: file,
        isEmpty: () => Promise.resolve(!existsSync(file)),
        clear: () => Promise.resolve(rmSync(file, { force: true })),
      },
      kills,
      next,
    );
    return outcome(`${kills} kills in each direction`, [...there, ...again]);
  } finally {
    await postgres.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const killMoveTest: ReliabilityTest = {
  id: 'S-3',
  title: 'SIGKILL of a move between SQLite and PostgreSQL',
  run: (runOptions) => killMoves(countOf(100, runOptions), runOptions.seed),
};
