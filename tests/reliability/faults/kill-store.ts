// Kills a writing process with SIGKILL at random moments and checks that no acknowledged
// write is lost or stored in part. Seen to fail: when db/db.ts writes outside a transaction, an
// import is stored in part.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#server/storage/node-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { faults, type Acknowledged } from './check-store.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';
import { importEvery } from './writes.ts';

const writer = join(dirname(fileURLToPath(import.meta.url)), 'writer.ts');
const writesOfTwo = 90;
/** Mean number of writes before a kill; 200 kills are more than 50,000 acknowledged writes. */
const writesEach = 270;
/** More writes than the time allows: the process always has work left when it is killed. */
const endless = 1_000_000;

interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: Acknowledged[];
  readonly started: Promise<void>;
  readonly ended: Promise<string>;
}

function startWriter(path: string, name: string, first: number, count: number): Writer {
  const child = spawn(process.execPath, [writer, path, name, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: Acknowledged[] = [];
  let rest = '';
  let complaint = '';
  let begin: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (begin = resolve));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      acknowledged.push({
        revision: Number(line.split(' ')[0]),
        reason: line.slice(line.indexOf(' ') + 1),
      });
    begin();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<string>((resolve) => {
    child.on('close', () => {
      begin();
      resolve(complaint);
    });
  });
  return { child, acknowledged, started, ended };
}

/**
 * Kills per store. The test reads the whole store after each kill, so that a store must stay small.
 */
const killsOfStore = 10;

/** Kills the writer repeatedly. @returns the number of acknowledged writes and the faults */
async function killCycles(
  folder: string,
  cycles: number,
  seed: number,
): Promise<{ readonly acknowledged: number; readonly wrong: string[] }> {
  const next = random(seed);
  let [acknowledged, all]: [Acknowledged[], number] = [[], 0];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    if (cycle % killsOfStore === 0) acknowledged = [];
    const path = join(folder, `killed-${Math.floor(cycle / killsOfStore)}.sqlite`);
    const one = startWriter(path, `k${cycle}`, 0, endless);
    await one.started;
    // Kill after some writes, at any point of the next one. Every other time that is an import,
    // which takes longest.
    const inImport = cycle % 2 === 1;
    const many = next() * 2 * writesEach;
    const target = inImport ? Math.ceil(many / importEvery) * importEvery : many;
    while (one.acknowledged.length < target && one.child.exitCode === null) await sleep(2);
    await sleep(next() * (inImport ? 100 : 5));
    one.child.kill('SIGKILL');
    const complaint = await one.ended;
    acknowledged.push(...one.acknowledged);
    all += one.acknowledged.length;
    const db = await openDatabase({ url: path });
    const wrong = await faults(db, acknowledged);
    await db.close();
    if (complaint !== '' || one.acknowledged.length === 0)
      wrong.push(`cycle ${cycle}: the writer said ${complaint || 'nothing'}`);
    if (wrong.length > 0) return { acknowledged: all, wrong };
  }
  return { acknowledged: all, wrong: [] };
}

/** Two processes write to one store at the same time while a third has it open and reads. */
async function twoProcesses(
  path: string,
): Promise<{ readonly acknowledged: number; readonly wrong: string[] }> {
  const two = ['a', 'b'].map((name) => startWriter(path, name, 0, writesOfTwo));
  await Promise.all(two.map((one) => one.started));
  const reader = await openDatabase({ url: path });
  const complaints = await Promise.all(two.map((one) => one.ended));
  const acknowledged = two.flatMap((one) => one.acknowledged);
  const wrong = [...complaints.filter((c) => c !== ''), ...(await faults(reader, acknowledged))];
  const revision = await currentRevision(reader);
  if (revision !== 2 * writesOfTwo || acknowledged.length !== revision)
    wrong.push(
      `${acknowledged.length} writes acknowledged, ${revision} revisions seen by a process that had the store open`,
    );
  await reader.close();
  return { acknowledged: acknowledged.length, wrong };
}

/** R-35 for the store, and two processes on one folder. */
export const killStore: ReliabilityTest = {
  id: 'R-35 R-33',
  title: 'SIGKILL of a writing process, and two processes on one folder',
  async run(runOptions) {
    const folder = mkdtempSync(join(tmpdir(), 'headway-kill-'));
    const cycles = countOf(200, runOptions);
    try {
      const killed = await killCycles(folder, cycles, runOptions.seed);
      const two = await twoProcesses(join(folder, 'two.sqlite'));
      const summary = `${cycles} kills, ${killed.acknowledged} writes acknowledged; two processes: ${two.acknowledged} writes acknowledged`;
      return outcome(summary, [...killed.wrong, ...two.wrong]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
