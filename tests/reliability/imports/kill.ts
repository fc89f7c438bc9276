// the command that imports 10,000 rows is killed at random points: all of them are in the
// store, or none. node tests/reliability/imports/kill.ts [--cycles 50] [--seed N]
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '#server/storage/node-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { listCodes } from '#server/projects/history/history-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import type { FileCount } from './files.ts';
import { random } from '../setup/random.ts';

const main = join(dirname(fileURLToPath(import.meta.url)), '../../../src/server/main.ts');
const store = 'headway.db';
const rows = 10_000;
const register = `项目编号,项目名称,投资方,总投资（万元）,项目阶段\n${Array.from({ length: rows }, (_, i) => `A${i},项目${i},投资方${i % 90},${100 + i},在谈`).join('\n')}\n`;

interface Ran {
  readonly code: number | null;
  readonly ms: number;
}
/** Runs the command and kills it after `ms` unless it has ended. */
async function run(data: string, file: string, signal?: NodeJS.Signals, ms = 0): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, 'import', file, '--yes', '--json'], {
    env: { PATH: process.env['PATH'] ?? '', HEADWAY_DATA: data },
    stdio: 'ignore',
  });
  const ended = new Promise<Ran>((resolve) =>
    child.on('close', (code) => resolve({ code, ms: performance.now() - start })),
  );
  if (signal !== undefined) {
    await Promise.race([sleep(ms), ended]);
    child.kill(signal);
  }
  return ended;
}

/** The faults of a store after a kill; `done` when the command had ended by itself. */
async function faults(
  data: string,
  isComplete: boolean,
): Promise<{ readonly wrong: string[]; readonly stored: boolean }> {
  const db = await openDatabase({ url: join(data, store) });
  try {
    const [codes, revision] = [(await listCodes(db, 'own')).length, await currentRevision(db)];
    const wrong: string[] = [];
    if (codes !== 0 && codes !== rows) wrong.push(`${codes} of ${rows} projects`);
    if (isComplete && codes !== rows) wrong.push(`it said done, and ${codes} projects are there`);
    if (revision !== (codes === 0 ? 1 : 2))
      wrong.push(`revision ${revision} with ${codes} projects`);
    const chain = await verifyChain(db);
    if (!chain.whole) wrong.push(`the chain is broken: ${chain.reason} at ${chain.revision}`);
    return { wrong, stored: codes > 0 };
  } finally {
    await db.close();
  }
}

export async function importKillTest(cycles: number, seed: number): Promise<FileCount> {
  const next = random(seed);
  const folder = mkdtempSync(join(tmpdir(), 'headway-import-kill-'));
  const wrong: string[] = [];
  const file = join(folder, 'register.csv');
  writeFileSync(file, register);
  try {
    // a store with the sample, as the first start leaves it
    const base = join(folder, 'base');
    mkdirSync(base);
    const db = await openDatabase({ url: join(base, store) });
    await fillSample(db, 'sample');
    await db.close();
    const dry = await run(join(folder, 'whole'), file);
    if (dry.code !== 0) return { done: 0, wrong: [`the import ends with ${dry.code}`] };
    console.log(
      `import of ${rows} rows: ${Math.round(dry.ms)} ms, killed ${cycles} times, seed ${seed}`,
    );
    let imports = 0;
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      const data = join(folder, 'killed');
      rmSync(data, { recursive: true, force: true });
      cpSync(base, data, { recursive: true });
      // one in five gets an interrupt, as by Ctrl+C
      const signal = cycle % 5 === 0 ? 'SIGINT' : 'SIGKILL';
      const { code } = await run(data, file, signal, next() * dry.ms * 1.1);
      const result = await faults(data, code === 0);
      if (result.stored) imports += 1;
      wrong.push(...result.wrong.map((w) => `cycle ${cycle}, ${signal}: ${w}`));
      // before it listens for signals, the system ends it
      if (signal === 'SIGINT' && ![0, 130, null].includes(code))
        wrong.push(`cycle ${cycle}: asked to stop, it ended with ${code}`);
    }
    console.log(`  ${cycles - wrong.length} of ${cycles} left all or nothing (${imports} all)`);
    for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
    return { done: cycles, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      cycles: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  process.exitCode =
    (await importKillTest(Number(values.cycles), Number(values.seed))).wrong.length === 0 ? 0 : 1;
}
