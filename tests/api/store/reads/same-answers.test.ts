import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { expect, it, vi } from 'vitest';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';
import { summaryKeys, measures } from '#domain/projects/project.ts';
import type { Db } from '#server/db/db.ts';
import { openOn } from '#server/storage/open-store.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { wasmPort } from '#server/db/dialects/wasm.ts';
import { exampleZoneData, fillSample } from '#server/samples/service.ts';
import { listDataDays } from '#server/zone/data-day-store.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import {
  deleteExpiredImportPlans,
  readImportedFile,
  readImportPlan,
  replaceImportPlan,
  saveImport,
} from '#server/imports/plan-store.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { sortKeys } from '#server/projects/register/order-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { listRevisions, writeRevision } from '#server/db/revision-log.ts';
import { summarise } from '#server/projects/register/summary-store.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { readZone } from '#server/zone/store.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const at = '2025-03-01T00:00:00.000Z';
const big = { minor: 2n ** 62n, currency: 'CNY' };
/**
 * Words in several scripts, quotes, wildcards: their order and folding must not depend on the
 * engine.
 */
const words = [
  'Zeta',
  'alpha',
  'É',
  'é',
  'ß',
  '汽车',
  '岩手',
  '𠮷野',
  'ａｂ',
  'a_b',
  '50%',
  "O'Neil",
  '',
  'Ω',
];

/** Runs the same writes and reads on a store, and returns all answers as one text. */
async function battery(db: Db): Promise<string> {
  const answers: unknown[] = [];
  await fillSample(db, 'example_zone', { author: 'test', recorded_at: at });
  const note = {
    author: 'test',
    kind: 'import',
    reason: '试 ',
    origin: 'own',
    recorded_at: at,
  } as const;
  await writeRevision(db, { ...note, as_of: '2024-12-31' }, (trx, id) =>
    putProjects(
      trx,
      id,
      words.map((w, i) =>
        record(`${w}${i}`, {
          name: w,
          total: big,
          investor: words[i + 1] ?? '',
          country: words[i % 3] ?? '',
        }),
      ),
    ),
  );
  await writeRevision(db, { ...note, as_of: '2025-01-31' }, (trx, id) =>
    putProjects(
      trx,
      id,
      words.map((w, i) => record(`${w}${i}`, { name: `${w}!` })),
      { as_of: '2025-01-31' },
    ),
  );
  for (const origin of ['example_zone', 'own'] as const) {
    for (const as_of of ['2020-02-29', '2023-06-30', '2025-02-28']) {
      const scope = { origin, as_of };
      answers.push(await readRegisterView(db, { ...scope, compare: '2022-12-31', mapping }));
      for (const by of summaryKeys)
        for (const measure of measures)
          answers.push(await summarise(db, { ...scope, by, measure }));
      for (const sort of sortKeys.flatMap((k) => [k, `-${k}`])) {
        const first = await listProjects(db, { ...scope, sort, limit: 7 });
        answers.push(
          first,
          first.nextCursor &&
            (await listProjects(db, { ...scope, sort, limit: 7, cursor: first.nextCursor })),
        );
      }
      for (const q of ['é', 'A_', '%', "'", '車', '汽', 'ＡＢ', '\\', '𠮷'])
        answers.push(await listProjects(db, { ...scope, q, knownRevision: 3 }));
      answers.push(
        await listProjects(db, {
          ...scope,
          stage: 'lead,signed',
          status: 'active,on_hold',
          industry: 'eco,ict',
        }),
        await findProject(db, { ...scope, code: 'E01' }),
      );
    }
  }
  answers.push(
    await recordsByCode(db, 'own', ['Zeta0', '50%10']),
    await listObservations(db, { origin: 'example_zone' }),
    await readZone(db, 'example_zone'),
  );
  answers.push(
    await listDataDays(db, 'example_zone', exampleZoneData().profile),
    await undoRevision(db, 3, { author: 'test', recorded_at: at }),
    await listRevisions(db),
  );
  answers.push(await listProjects(db, { origin: 'own', as_of: '2025-02-28' }));
  const file = Uint8Array.from({ length: 1_100_000 }, (_, i) => i % 251);
  await saveImport(db, 'p', { a: [1] }, file, new Date(at));
  await replaceImportPlan(db, 'p', { a: [1, '二'] });
  const pieces: Uint8Array[] = [];
  for await (const piece of readImportedFile(db, 'p')) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(file)).toBe(true);
  answers.push(
    pieces.map((piece) => piece.length),
    await readImportPlan(db, 'p', new Date(at)),
    await readImportPlan(db, 'p', new Date('2025-03-02T00:00:00.000Z')),
    await deleteExpiredImportPlans(db, new Date('2025-03-02T00:00:00.000Z')),
  );
  answers.push(
    await writeRevision(db, note, (trx, id) =>
      trx
        .insertInto('setting')
        .values(
          [1, 2].map(() => ({
            name: 'x',
            value_json: '1',
            revision_from: id,
            revision_to: id + 1,
            made_by: id,
          })),
        )
        .execute(),
    ).catch(sqlErrorKind),
  );
  return JSON.stringify(answers);
}

async function run(db: Db): Promise<string> {
  try {
    return await battery(db);
  } finally {
    await db.close();
  }
}

it('answers a battery of queries with the same text on every engine, in a file, in memory and in WebAssembly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headway-same-'));
  try {
    const expected = await run(await openDatabase({ url: ':memory:' }));
    expect(expected.length).toBeGreaterThan(100_000);
    expect(expected.endsWith('"unique"]')).toBe(true);
    expect(
      (await run(await openDatabase({ url: join(folder, 'headway.sqlite') }))) === expected,
    ).toBe(true);
    // SQLite in WebAssembly writes each refused statement to the console too; the battery has one
    // on purpose.
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sqlite3 = await sqlite3InitModule();
    const wasm = await openOn({
      engine: 'sqlite',
      durability: 'memory',
      writer: portDialect(async () => [wasmPort(sqlite3, new sqlite3.oo1.DB(':memory:'))]),
    });
    expect((await run(wasm)) === expected).toBe(true);
    for (const engine of engines.slice(1)) {
      const answers = await run(await engine.open());
      const i = [...expected].findIndex((c, n) => c !== answers[n]);
      expect(answers === expected ? '' : answers.slice(Math.max(0, i - 200), i + 200)).toBe('');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // four engines on a busy machine
});

const sampleDates = join(import.meta.dirname, '../../../setup/processes/sample-dates.ts');

it('shifts no date in any time zone', async () => {
  const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati', 'Etc/GMT+12'];
  const outputs = new Set<string>();
  for (const TZ of zones) {
    const { stdout } = await promisify(execFile)(process.execPath, [sampleDates], {
      env: { ...process.env, TZ },
      maxBuffer: 1e8,
    });
    outputs.add(stdout);
  }
  expect([outputs.size, [...outputs][0]?.includes('2021-03-30')]).toEqual([1, true]);
});
