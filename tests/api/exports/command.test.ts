import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { fillSample } from '#server/samples/service.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
let db: Db;

/** Runs the command as a shell does, beside a store that is open for writing. */
const headway = (
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> =>
  new Promise((done, fail) => {
    const { DATABASE_URL: _ours, ...inherited } = process.env;
    const child = spawn(process.execPath, ['src/server/main.ts', 'export', ...words], {
      cwd: root,
      env: { ...inherited, HEADWAY_DATA: folder, PORT: '4280', HOST: '127.0.0.1' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out: out.trim(), err: err.trim() }));
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headway-export-'));
  db = await openDatabase({ url: join(folder, 'headway.db') });
  await fillSample(db, 'sample');
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('headway export', () => {
  it('writes the pack of a quarter while the store is open, with the same bytes each time', async () => {
    const first = await headway(
      'pack',
      '--quarter',
      '2021Q1',
      '--lang',
      'zh-CN',
      '--out',
      `${folder}/`,
      '--json',
    );
    expect([first.code, first.err]).toEqual([0, '']);
    const { file, bytes, sha256 } = JSON.parse(first.out) as {
      file: string;
      bytes: number;
      sha256: string;
    };
    expect(file).toContain('pack_2021-03-31_zh-CN_ILLUSTRATIVE.zip');
    const pack = unzipSync(new Uint8Array(readFileSync(file)));
    expect(Object.keys(pack)).toEqual(
      expect.arrayContaining([
        'README.md',
        'datapackage.json',
        'data/projects.csv',
        'workbook.xlsx',
        'report.pptx',
      ]),
    );
    expect(strFromU8(pack['README.md'] ?? new Uint8Array())).toContain('如何引用');
    const again = await headway(
      'pack',
      '--quarter',
      '2021Q1',
      '--lang',
      'zh-CN',
      '--out',
      join(folder, 'again.zip'),
      '--json',
    );
    expect(JSON.parse(again.out)).toMatchObject({ bytes, sha256 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 60_000);

  it.each([
    [
      ['chart', 'targets', '--form', 'csv', '--lang', 'en'],
      0,
      'targets_2021-04-16_en_ILLUSTRATIVE.csv',
    ],
    [['projects', '--stage', 'signed', '--as-of', '2021-04-16'], 0, 'projects_2021-04-16'],
    [['chart', 'nothing'], 2, 'Request one of targets'],
    [['chart'], 2, 'Name what to export'],
    [['everything'], 2, 'Name what to export'],
    [['pack', '--quarter', '2021Q9'], 2, 'Correct period'],
    [['pack', '--quarter', '2031Q1'], 2, 'There is no data in 2031Q1'],
    [['workbook', '--theme', 'dark', '--colour'], 2, 'colour'],
  ])(
    '%j ends with %i and says “%s”',
    async (words, code, says) => {
      const ended = await headway(...words, ...(code === 0 ? ['--out', `${folder}/`] : []));
      expect([ended.code, ended.out + ended.err]).toEqual([code, expect.stringContaining(says)]);
    },
    30_000,
  );
});
