// The full counts of: node
// tests/reliability/links/links.ts [--seed N] [--share 0.1] [--part redact]. Each file states how
// it was seen to fail.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sharedViews } from '#contract/links/constants.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { type LinkApi, openLinks, viewOfPage } from '../../setup/api/links.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { arithmeticFaults } from './arithmetic.ts';
import { cacheFaults } from './cache.ts';
import { frozenFaults } from './frozen.ts';
import { fuzzFaults } from './fuzz.ts';
import { oracleFaults } from './oracle.ts';
import { redactFaults } from './redaction.ts';
import { revokeFaults } from './revocation.ts';
import { folderText, restFaults, tokenFaults } from './token.ts';

type Work = (links: LinkApi) => Promise<readonly string[]>;
async function on(
  engine: TestEngine,
  work: Work,
  more: Partial<ServerDeps> = {},
): Promise<readonly string[]> {
  const links = await openLinks(engine, more);
  try {
    return await work(links);
  } finally {
    await links.close();
  }
}

async function atRest(count: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-links-'));
  const db = await openDatabase({ url: join(folder, 'headway.db') });
  const file: TestEngine = { name: 'sqlite', open: async () => ({ db, close: () => db.close() }) };
  const faults = await on(file, (links) => restFaults(links, count, () => folderText(folder)));
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

/** Redaction with pictures where the drawer is built. */
async function redact(engine: TestEngine, count: number, seed: number): Promise<readonly string[]> {
  const drawing = createDrawing();
  const hasBuild = existsSync(join(import.meta.dirname, '../../../dist/draw/draw.js'));
  if (!hasBuild) console.log('  NOT RUN: SVG, since the drawer is not built');
  try {
    const faults: string[] = [];
    // a register of its own for each hundred, so that the last ones are as fast as the first
    for (let at = 0; at < count; at += 100)
      faults.push(
        ...(await on(
          engine,
          (links) => redactFaults(links, Math.min(100, count - at), seed + at, hasBuild),
          hasBuild ? { drawing } : {},
        )),
      );
    return faults;
  } finally {
    await drawing.close();
  }
}

/** Runs all rows with this share of their counts, or one part; true when none found a fault. */
export async function shareTest(seed: number, share: number, part?: string): Promise<boolean> {
  let whole = true;
  const of = (count: number): number => Math.max(1, Math.round(count * share));
  const row = async (name: string, work: () => Promise<readonly string[]>): Promise<void> => {
    if (part !== undefined && part !== name.split(' ')[0]) return;
    const faults = await work();
    whole &&= faults.length === 0;
    console.log(`shared links, ${name}, seed ${seed}: ${faults.length} faults`);
    for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  };
  await row('token', () => tokenFaults(of(100_000), seed));
  await row('rest', () => atRest(of(334)));
  for (const engine of engines) {
    const { name } = engine;
    await row(`oracle on ${name}`, () =>
      on(engine, (links) => oracleFaults(links, of(2000), seed)),
    );
    await row(`revoke on ${name}`, () => on(engine, (links) => revokeFaults(links, of(200))));
    for (const page of sharedViews)
      await row(`fuzz of ${page} on ${name}`, () =>
        on(engine, async (links) =>
          fuzzFaults(
            links,
            await links.make({ view: viewOfPage(page), exports: 'data' }),
            of(400),
            5,
            seed,
          ),
        ),
      );
    await row(`redact on ${name}`, () => redact(engine, of(2000), seed));
    // a register of its own for each fifty, so that the last ones are as fast as the first
    for (let at = 0; at < of(500); at += 50)
      await row(`arithmetic from ${at} on ${name}`, () =>
        on(engine, (links) =>
          arithmeticFaults(links, Math.min(50, of(500) - at), seed + at, (line) =>
            console.log(`  ${line}`),
          ),
        ),
      );
    await row(`cache on ${name}`, () =>
      on(engine, (links) => cacheFaults(links, 50, of(20_000), seed)),
    );
    for (const view of [
      { page: 'overview' },
      { page: 'pipeline' },
      { page: 'changes', compare: '2020-02-28' },
      { page: 'projects' },
    ] as const)
      await row(`frozen ${view.page} on ${name}`, () =>
        on(engine, (links) => frozenFaults(links, of(100), seed, view)),
      );
  }
  return whole;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      share: { type: 'string', default: '1' },
      part: { type: 'string' },
    },
  });
  process.exitCode = (await shareTest(Number(values.seed), Number(values.share), values.part))
    ? 0
    : 1;
}
