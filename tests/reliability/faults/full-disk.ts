// Fills the disk during first starts, updates, imports, backups and restores, at points spread over
// what they write, on both stores. Seen to fail: without the text of a full disk in main.ts.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../setup/processes/postgres-cluster.ts';
import { listOperations, type Operation } from './operations.ts';
import { runOperation } from './run-operation.ts';
import { random } from '../setup/random.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { postgresPlace, sqlitePlace } from '../setup/store-places.ts';

const points = 80;
const roomyMegabytes = 1024;
const mostMs = 120_000;

/** A disk in memory whose size can change while programs use it. */
interface SmallDisk {
  readonly path: string;
  readonly countUsed: () => number;
  /** Leaves room for this many bytes more, or nearly all room. */
  readonly limit: (bytes?: number) => void;
  readonly remove: () => void;
}
/** @returns undefined where this process may not mount */
function openDisk(path: string): SmallDisk | undefined {
  mkdirSync(path, { recursive: true });
  const mount = (options: string): void =>
    void execFileSync('mount', ['-t', 'tmpfs', '-o', `${options},mode=0755`, 'headway', path], {
      stdio: 'ignore',
    });
  try {
    mount(`size=${roomyMegabytes}m`);
  } catch {
    return undefined;
  }
  const countUsed = (): number => {
    const { blocks, bfree, bsize } = statfsSync(path);
    return (blocks - bfree) * bsize;
  };
  return {
    path,
    countUsed,
    limit: (bytes) =>
      mount(
        `remount,size=${bytes === undefined ? `${roomyMegabytes}m` : Math.ceil((countUsed() + bytes) / 4096) * 4096}`,
      ),
    remove: () => void execFileSync('umount', [path]),
  };
}

interface Work {
  readonly operations: readonly Operation[];
  /** Starts the store again, which may have ended with the disk. */
  readonly revive: () => Promise<void>;
}
async function fillDuring(
  operation: Operation,
  { disk, revive, count, next }: { disk: SmallDisk; count: number; next: () => number } & Work,
): Promise<{ readonly wrong: string[]; readonly stops: number }> {
  await operation.prepare();
  const before = disk.countUsed();
  const whole = await runOperation(operation, mostMs);
  if (!whole.isDone) return { wrong: [`${operation.name}: ${whole.err}`], stops: 0 };
  const growth = Math.max(disk.countUsed() - before, 1_000_000);
  const wrong: string[] = [];
  let stops = 0;
  for (let point = 0; point < count && wrong.length === 0; point += 1) {
    await operation.prepare();
    const room = Math.round((growth * (point + next())) / count);
    disk.limit(room);
    const { isDone, err, ms } = await runOperation(operation, mostMs);
    disk.limit();
    await revive();
    const faults = await operation.check(isDone);
    if (!isDone) stops += 1;
    if (!isDone && (ms >= mostMs || !/space|room|disk|recovery|terminat/i.test(err)))
      faults.push(`it ended after ${ms} ms with "${err.slice(0, 300)}"`);
    wrong.push(...faults.map((fault) => `${operation.name}, ${room} bytes free: ${fault}`));
  }
  return { wrong, stops };
}

async function fillDisk(disk: SmallDisk, count: number, seed: number) {
  const next = random(seed);
  const folder = join(disk.path, 'files');
  const sqlite = sqlitePlace(join(disk.path, 'data'));
  const cluster = await startCluster(disk.path);
  const revive = async (): Promise<void> => cluster?.restart('immediate');
  const works: Work[] = [
    { operations: listOperations(sqlite, folder), revive: () => Promise.resolve() },
    ...(cluster === undefined
      ? []
      : [
          {
            operations: listOperations(
              postgresPlace(join(disk.path, 'postgres-data'), cluster.url),
              folder,
            ),
            revive,
          },
        ]),
  ];
  const each = Math.ceil(count / works.reduce((sum, work) => sum + work.operations.length, 0));
  const wrong: string[] = [];
  const lines: string[] = [];
  try {
    for (const work of works)
      for (const operation of work.operations) {
        const result = await fillDuring(operation, { ...work, disk, count: each, next });
        lines.push(`${operation.name}: ${result.stops} of ${each} stopped by a full disk`);
        if (result.stops === 0 && each > 1) wrong.push(`${operation.name} never met a full disk`);
        wrong.push(...result.wrong);
      }
  } finally {
    await cluster?.stop();
  }
  const lacking = cluster === undefined ? ['NOT RUN on PostgreSQL: it is not installed'] : [];
  return outcome([...lines, ...lacking].join('; '), wrong);
}

export const fullDisk: ReliabilityTest = {
  id: 'S-7',
  title: 'a full disk during first starts, updates, imports, backups and restores',
  async run(runOptions) {
    const folder = mkdtempSync(join(tmpdir(), 'headway-full-disk-'));
    // PostgreSQL runs as another user
    chmodSync(folder, 0o755);
    const disk = openDisk(join(folder, 'disk'));
    try {
      return disk === undefined
        ? outcome('NOT RUN: this process may not mount a file system', [])
        : await fillDisk(disk, countOf(points, runOptions), runOptions.seed);
    } finally {
      disk?.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
