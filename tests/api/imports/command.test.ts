import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import { readZone } from '#server/zone/store.ts';
import { runCommand as run } from '../../setup/processes/command.ts';

const temp = mkdtempSync(join(tmpdir(), 'headway-import-command-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

test('the command asks, previews and then imports a register as one revision', async () => {
  const data = { HEADWAY_DATA: join(temp, 'imported') };
  const file = join(temp, 'register.csv');
  writeFileSync(
    file,
    '项目编号,项目名称,项目阶段,总投资（万元）,最近更新\nB01,甲项目,开工在建,90000,2021-05-08\nB02,乙项目,在谈,60000,2021-05-08\n',
  );
  expect((await run(['import', file, '--dry-run'], data)).code).toBe(3);
  const tried = await run(['import', file, '--dry-run', '--yes', '--json'], data);
  expect([tried.code, (JSON.parse(tried.out) as { rows: unknown }).rows]).toMatchObject([
    0,
    { total: 2, new: 2 },
  ]);
  expect(await run(['import', file], data)).toMatchObject({
    code: 3,
    err: expect.stringContaining('Nothing was changed') as string,
  });
  expect(await run(['import', file, '--yes'], data)).toMatchObject({
    code: 0,
    out: expect.stringContaining('Done, as revision 2') as string,
  });
  const again = await run(['import', file, '--yes', '--json'], data);
  expect(JSON.parse(again.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
    revision: 2,
    rows: { unchanged: 2, new: 0 },
  });
  expect(await run(['import', join(temp, 'nowhere.csv')], data)).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no file') as string,
  });
  const mapping = join(temp, 'mapping.json');
  const foreign = join(import.meta.dirname, '../../fixtures/registro-it.csv');
  writeFileSync(
    mapping,
    JSON.stringify({
      Pratica: 'project_id',
      Iniziativa: 'project_name',
      Avanzamento: 'stage',
      'Costo previsto': 'total_investment',
    }),
  );
  const nightly = [
    'import',
    foreign,
    '--zone',
    'Zona',
    '--mapping',
    mapping,
    '--currency',
    'EUR',
    '--unit',
    '1000',
    '--json',
  ];
  expect((await run([...nightly.slice(0, 6), '--dry-run'], data)).code).toBe(3);
  const dry = await run([...nightly, '--dry-run'], data);
  expect([dry.code, (JSON.parse(dry.out) as { sums: unknown[] }).sums]).toMatchObject([
    0,
    [{ currency: 'EUR', minor: '1284550000' }],
  ]);
  expect((await run([...nightly, '--yes'], data)).code).toBe(0);
  // The mapping is stored by the shape of the file: the next night needs no answer.
  const next = await run(['import', foreign, '--yes', '--json'], data);
  expect([next.code, JSON.parse(next.out.trim().split('\n').at(-1) ?? '')]).toMatchObject([
    0,
    { rows: { unchanged: 5 } },
  ]);
  writeFileSync(file, '');
  const empty = await run(['import', file, '--yes', '--json'], data);
  expect([empty.code, JSON.parse(empty.out)]).toMatchObject([
    1,
    { code: 'import_unreadable', errors: [{ file: 'register.csv' }] },
  ]);
});

test('a nightly job takes the answer about projects no longer listed from a file', async () => {
  const data = { HEADWAY_DATA: join(temp, 'leaving') };
  const [file, answers] = [join(temp, 'edition.csv'), join(temp, 'whole.json')];
  const edition = (day: string, ...codes: readonly string[]) =>
    writeFileSync(
      file,
      [
        'Code,Name,Stage,Last updated',
        ...codes.map((code) => `${code},Project ${code},Signed,${day}`),
      ].join('\n'),
    );
  edition('2021-03-31', 'X1', 'X2');
  expect((await run(['import', file, '--yes', '--currency', 'EUR'], data)).code).toBe(0);
  edition('2021-04-30', 'X1');
  expect(await run(['import', file, '--yes'], data)).toMatchObject({
    code: 3,
    err: expect.stringContaining('Answer unlisted with') as string,
  });
  writeFileSync(answers, JSON.stringify({ unlisted: 'whole' }));
  expect(await run(['import', file, '--yes', '--answers', answers], data)).toMatchObject({
    code: 0,
    out: expect.stringContaining('No longer listed (1): X2 Project X2 → 2021-04-30') as string,
  });
});

test('the command reads answers from a file, including stage words', async () => {
  const data = { HEADWAY_DATA: join(temp, 'answered') };
  const [words, answers] = [join(temp, 'words.csv'), join(temp, 'answers.json')];
  writeFileSync(words, 'Code,Name,Stage\nX1,One,Cranes up\nX2,Two,Cranes up\n');
  writeFileSync(answers, JSON.stringify({ stage_words: { 'Cranes up': 'construction' } }));
  const worded = await run(
    ['import', words, '--yes', '--dry-run', '--json', '--answers', answers],
    data,
  );
  expect(JSON.parse(worded.out)).toMatchObject({
    stages: [{ word: 'Cranes up', stage: 'construction', count: 2 }],
  });
  writeFileSync(
    answers,
    JSON.stringify({
      shape: 'abc',
      file: '',
      columns: [],
      answers: { stage_words: { 'Cranes up': 'signed' } },
    }),
  );
  const recipe = await run(
    ['import', words, '--yes', '--dry-run', '--json', '--answers', answers],
    data,
  );
  expect(JSON.parse(recipe.out)).toMatchObject({
    stages: [{ word: 'Cranes up', stage: 'signed', count: 2 }],
  });
  writeFileSync(answers, '["construction"]');
  const reading = await run(['import', words, '--yes', '--dry-run', '--answers', answers], data);
  expect(reading).toMatchObject({
    code: 1,
    err: expect.stringContaining('write one JSON object') as string,
  });
});

test('the command stops with exit 3 and a reason when an edition differs much, and imports it when accepted', async () => {
  const data = { HEADWAY_DATA: join(temp, 'differs') };
  const file = join(temp, 'differs.csv');
  const edition = (day: string, amount: string) =>
    writeFileSync(
      file,
      `项目编号,项目名称,项目阶段,总投资（万元）,最近更新\nB01,甲项目,在谈,${amount},${day}\nB02,乙项目,在谈,600,${day}\n`,
    );
  edition('2021-03-31', '600');
  expect((await run(['import', file, '--yes'], data)).code).toBe(0);
  edition('2021-04-30', '900');
  const result = await run(['import', file, '--yes'], data);
  expect([result.code, result.err]).toEqual([
    3,
    expect.stringContaining('Planned investment of all rows: CN¥15mn instead of CN¥12mn'),
  ]);
  expect((await run(['import', file, '--yes', '--accept-changes'], data)).code).toBe(0);
});

test.each([
  ['stays where a title names that zone', '中日（青岛）地方发展合作示范区项目台账,,,\n', true],
  ['is left out where the file names no zone', '', false],
])(
  'published figures about the zone of the sample %s',
  async (_, title, stays) => {
    const data = { HEADWAY_DATA: join(temp, `published-${stays}`) };
    const file = join(temp, `published-${stays}.csv`);
    writeFileSync(
      file,
      `${title}项目编号,项目名称,项目阶段,最近更新\nB01,甲项目,在谈,2021-03-31\n`,
    );
    const { code, out } = await run(['import', file, '--yes', '--currency', 'CNY'], data);
    expect([code, /none of the facts, .+ of the example zone stay/.test(out)]).toEqual([0, !stays]);
    const db = await openDatabase({ url: join(data.HEADWAY_DATA, 'headway.db') });
    const { published, partners, area_km2, targets, phases } = (await readZone(db, 'own')) ?? {};
    await db.close();
    expect([
      published?.length !== 0,
      partners?.length !== 0,
      area_km2 !== undefined,
      targets?.length !== 0,
      phases?.length !== 0,
    ]).toEqual([stays, stays, stays, stays, stays]);
  },
  60_000,
);

// seen to fail: a file without dates was stored as of today, and nothing said so
test('the command states which day it took for a file that states none', async () => {
  const data = { HEADWAY_DATA: join(temp, 'undated') };
  const file = join(temp, 'undated.csv');
  writeFileSync(file, 'Code,Name,Stage\nX1,One,Signed\n');
  utimesSync(file, new Date('2021-04-12T12:00:00Z'), new Date('2021-04-12T12:00:00Z'));
  expect(await run(['import', file, '--yes', '--currency', 'EUR'], data)).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /Data date: 2021-04-12[\s\S]*data date is not certain: 2021-04-12 was taken/,
    ) as string,
  });
  const dayed = await run(['import', file, '--yes', '--as-of', '2021-05-31'], data);
  expect([dayed.code, dayed.out]).toEqual([0, expect.stringContaining('Data date: 2021-05-31')]);
  expect(dayed.out).not.toContain('was taken');
  expect((await run(['import', file, '--yes', '--as-of', 'May'], data)).err).toContain('--as-of');
});
