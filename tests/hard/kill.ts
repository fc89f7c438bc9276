// Kills a writing process with SIGKILL at random moments and looks whether anything acknowledged is gone:
// node tests/hard/kill.ts [--cycles 100] [--seed N]
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '#server/db/open.ts';
import { currentRevision } from '#server/store/revisions.ts';
import { faults, type Acknowledged } from './check-store.ts';
import { random } from './random.ts';

const writer = join(dirname(fileURLToPath(import.meta.url)), 'writer.ts');
const writesOfTwo = 90;
/** No write takes so long: the killed process always has more to do. */
const endless = 1_000_000;

interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: Acknowledged[];
  readonly started: Promise<void>;
  readonly ended: Promise<string>;
}

function startWriter(path: string, name: string, first: number, count: number): Writer {
  const child = spawn(process.execPath, [writer, path, name, String(first), String(count)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: Acknowledged[] = [];
  let rest = '';
  let complaint = '';
  let begin: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (begin = resolve));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) acknowledged.push({ revision: Number(line.split(' ')[0]), reason: line.slice(line.indexOf(' ') + 1) });
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

/** Killed again and again on one store: how many writes were acknowledged, and what is wrong. */
async function killCycles(
  path: string,
  cycles: number,
  seed: number,
): Promise<{ readonly acknowledged: number; readonly wrong: string[] }> {
  const next = random(seed);
  const acknowledged: Acknowledged[] = [];
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    const one = startWriter(path, `k${cycle}`, 0, endless);
    await one.started;
    await sleep(next() * 300);
    one.child.kill('SIGKILL');
    const complaint = await one.ended;
    acknowledged.push(...one.acknowledged);
    const began = performance.now();
    const db = await openDatabase({ url: path });
    const wrong = await faults(db, acknowledged);
    await db.close();
    if (complaint !== '' || one.acknowledged.length === 0) wrong.push(`cycle ${cycle}: the writer said ${complaint || 'nothing'}`);
    if (wrong.length > 0) return { acknowledged: acknowledged.length, wrong };
    if (cycle % 10 === 0)
      console.log(
        `${cycle} of ${cycles} kills, ${acknowledged.length} writes acknowledged, opened and checked in ${Math.round(performance.now() - began)} ms`,
      );
  }
  return { acknowledged: acknowledged.length, wrong: [] };
}

/** Two processes write to one store at the same time, while a third has it open and reads. */
async function twoProcesses(path: string): Promise<{ readonly acknowledged: number; readonly wrong: string[] }> {
  const two = ['a', 'b'].map((name) => startWriter(path, name, 0, writesOfTwo));
  await Promise.all(two.map((one) => one.started));
  const reader = await openDatabase({ url: path });
  const complaints = await Promise.all(two.map((one) => one.ended));
  const acknowledged = two.flatMap((one) => one.acknowledged);
  const wrong = [...complaints.filter((c) => c !== ''), ...(await faults(reader, acknowledged))];
  const seen = await currentRevision(reader);
  if (seen !== 2 * writesOfTwo || acknowledged.length !== seen)
    wrong.push(`${acknowledged.length} writes acknowledged, ${seen} revisions seen by a process that had the store open`);
  await reader.close();
  return { acknowledged: acknowledged.length, wrong };
}

/** Runs both and prints the outcome; true when nothing was lost. */
export async function killTest(cycles: number, seed: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-kill-'));
  console.log(`SIGKILL during writes: ${cycles} cycles, seed ${seed}`);
  try {
    const killed = await killCycles(join(folder, 'killed.sqlite'), cycles, seed);
    console.log(
      killed.wrong.length === 0
        ? `0 of ${killed.acknowledged} acknowledged writes lost, no half revision`
        : killed.wrong.slice(0, 20).join('\n'),
    );
    const two = await twoProcesses(join(folder, 'two.sqlite'));
    console.log(
      two.wrong.length === 0
        ? `two processes on one folder: 0 of ${two.acknowledged} acknowledged writes lost`
        : two.wrong.slice(0, 20).join('\n'),
    );
    return killed.wrong.length === 0 && two.wrong.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { cycles: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  process.exitCode = (await killTest(Number(values.cycles), Number(values.seed))) ? 0 : 1;
}
