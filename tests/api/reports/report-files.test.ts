import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { endpoints, ReplyOf } from '#contract/endpoints.ts';
import { openReportFolder } from '#server/cli/reports/node-report-folder.ts';
import { FolderError, type ReportFolder } from '#server/core/jobs/report-folder.ts';
import { writeDueReports } from '#server/report-files/write-due-reports.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

type Files = ReplyOf<(typeof endpoints)['reportFiles']>;
const day = 24 * 60 * 60_000;

describe.each(engines)('the reports of closed months on $name', (engine) => {
  let api: TestApi;
  let folder: string;
  let now: Date;
  /** The target of files: the folder, or a replacement by a test. */
  let target: ReportFolder;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headway-reports-'));
    target = openReportFolder(folder);
    now = new Date('2021-05-10T08:00:00Z');
    const reportFolder: ReportFolder = { write: (files) => target.write(files) };
    api = await openApi(engine, { clock: () => now, reportFolder });
    const body = {
      code: 'A-1',
      stage: 'lead',
      valid_from: '2021-02-01',
      facts: { name: 'Heat pumps' },
    };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  });
  afterEach(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (path: string, body: unknown, status = 201) => {
    const reply = await api.send('POST', path, { body });
    expect([reply.status, await reply.clone().text()]).toEqual([status, expect.anything()]);
  };
  const close = (month: string) => post(`/api/v1/periods/${month}/close`, {});
  const reopen = (month: string) =>
    post(`/api/v1/periods/${month}/reopen`, { reason: 'a value was wrong' }, 200);
  const plan = async (schedule: unknown) => {
    const headers = {
      'if-match': (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '',
    };
    const report = schedule === null ? null : { schedule };
    const body = { report, reason: 'schedule' };
    return api.send('PATCH', '/api/v1/zone', { body, headers });
  };
  const deps = () => {
    const config = { loopback: true, hosts: [], version: 'test' };
    return { db: api.db, clock: () => now, config, reportFolder: target };
  };
  const run = () => writeDueReports(deps());
  const files = () => readdirSync(folder).toSorted();
  const state = async () => (await api.get<Files>('/api/v1/report-files')).items;
  const slides = (name: string): string =>
    Object.entries(unzipSync(new Uint8Array(readFileSync(join(folder, name)))))
      .filter(([part]) => /slides\/slide\d+\.xml$/.test(part))
      .map(([, xml]) => strFromU8(xml))
      .join('');
  const both = { formats: ['pptx'], languages: ['zh-CN', 'en'] };

  test('are off until the zone has a schedule; then each month that is closed is written once', async () => {
    await close('2021-03');
    await run();
    expect([files(), await state()]).toEqual([[], []]);
    expect((await plan(both)).status).toBe(200);
    await close('2021-04');
    await run();
    const names = files();
    expect(names).toHaveLength(2);
    expect(names.every((name) => /^[^_]+_2021-04_(zh-CN|en)\.pptx$/.test(name))).toBe(true);
    expect(await state()).toMatchObject([
      { period: '2021-04', state: 'written', attempts: 1, files: 2 },
    ]);
    rmSync(join(folder, names[0] ?? ''));
    now = new Date(now.getTime() + 40 * day);
    await run();
    expect(files()).toHaveLength(1);
  });

  test('two servers on one store write once', async () => {
    await plan(both);
    await close('2021-04');
    let writes = 0;
    target = { write: async () => void (writes += 1) };
    await Promise.all([run(), run(), run()]);
    expect(writes).toBe(1);
  });

  test('a month that is reopened and closed again is written again; one that stays open is not', async () => {
    await plan(both);
    await close('2021-04');
    await run();
    const [name = ''] = files();
    const before = readFileSync(join(folder, name));
    await reopen('2021-04');
    await run();
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    await post('/api/v1/observations', {
      values: [{ indicator: 'companies', period: '2021-04', value: '44' }],
    });
    await close('2021-04');
    await run();
    expect(files()).toHaveLength(2);
    expect(readFileSync(join(folder, name)).equals(before)).toBe(false);
    expect(await state()).toHaveLength(1);
  });

  test('a folder that is missing, not writable or full is reported, and tried again after growing pauses', async () => {
    await plan(both);
    rmSync(folder, { recursive: true });
    await close('2021-04');
    await run();
    expect(await state()).toMatchObject([{ state: 'waiting', error: 'missing', attempts: 1 }]);
    await run();
    expect(await state()).toMatchObject([{ attempts: 1 }]);
    const faults = ['no_right', 'full', 'failed', 'full', 'full', 'full', 'full'] as const;
    const waits: number[] = [];
    for (const fault of faults) {
      target = { write: () => Promise.reject(new FolderError(fault)) };
      const [before] = await state();
      now = new Date(before?.next_try_at ?? now);
      await run();
      const [after] = await state();
      expect(after).toMatchObject({ state: 'waiting', error: fault });
      waits.push((Date.parse(after?.next_try_at ?? '') - now.getTime()) / 60_000);
    }
    expect(waits).toEqual([30, 120, 480, 1440, 1440, 1440, 1440]);
    folder = mkdtempSync(join(tmpdir(), 'headway-reports-'));
    target = openReportFolder(folder);
    now = new Date(now.getTime() + 2 * day);
    await run();
    expect(files()).toHaveLength(2);
    expect(await state()).toMatchObject([{ state: 'written', attempts: 9 }]);
  });

  test('files that a stopped server had begun are written by another', async () => {
    await plan(both);
    await close('2021-04');
    const never = new Promise<void>(() => undefined);
    target = { write: () => never };
    void run();
    while ((await state())[0]?.state !== 'writing') await new Promise((go) => setTimeout(go, 20));
    target = openReportFolder(folder);
    await run();
    expect(files()).toEqual([]);
    now = new Date(now.getTime() + 16 * 60_000);
    await run();
    expect(files()).toHaveLength(2);
  });

  test('have the content for viewers, and notes only where the zone includes them', async () => {
    const issue = { text: 'No power line', severity: 'high', owner: 'Li', since: '2021-03-01' };
    await post('/api/v1/projects/A-1/issues', issue);
    await post('/api/v1/projects/A-1/issues', { ...issue, text: 'No water' });
    const english = { formats: ['pptx'], languages: ['en'] };
    await plan(english);
    await close('2021-03');
    await plan({ ...english, notes: true });
    await close('2021-04');
    await run();
    const [march = '', april = ''] = files();
    expect([slides(march).includes('power line'), slides(april).includes('power line')]).toEqual([
      false,
      true,
    ]);
  });

  test.each([
    ['no format', { formats: [], languages: ['en'] }],
    ['a language twice', { formats: ['pdf'], languages: ['en', 'en'] }],
    ['an unknown format', { formats: ['exe'], languages: ['en'] }],
    ['a folder', { ...both, folder: '/etc' }],
  ])('a schedule with %s is refused', async (_, schedule) => {
    expect((await plan(schedule)).status).toBe(400);
  });
});

describe('a folder for reports', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'headway-reports-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text = name) => ({ name, bytes: new TextEncoder().encode(text) });
  const faultOf = (promise: Promise<void>) =>
    promise.then(
      () => 'written',
      (error: unknown) => (error instanceof FolderError ? error.fault : 'other'),
    );

  test('replaces files whole, and leaves no part', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'former');
    await openReportFolder(folder).write([file('a.pdf'), file('b.pdf')]);
    expect(readdirSync(folder).toSorted()).toEqual(['a.pdf', 'b.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('a.pdf');
  });
  test('keeps the former files when one of the new cannot be written', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'former');
    const long = 'x'.repeat(300);
    expect(await faultOf(openReportFolder(folder).write([file('a.pdf'), file(long)]))).toBe(
      'failed',
    );
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('former');
  });
  test('that is missing is not made, and a file is none', async () => {
    const missing = join(folder, 'not', 'mounted');
    expect(await faultOf(openReportFolder(missing).write([file('a.pdf')]))).toBe('missing');
    writeFileSync(join(folder, 'file'), '');
    expect(await faultOf(openReportFolder(join(folder, 'file')).write([file('a')]))).toBe(
      'missing',
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });
  test('that is full is reported as full', async () => {
    // Linux has a device without room
    symlinkSync('/dev/full', join(folder, `.a.pdf.${process.pid}.part`));
    expect(await faultOf(openReportFolder(folder).write([file('a.pdf')]))).toBe('full');
    expect(readdirSync(folder)).toEqual([]);
  });
  test('that may not be written is reported as such', async () => {
    chmodSync(folder, 0o500);
    // an administrator may write everywhere but here
    const readOnly = process.getuid?.() === 0 ? '/sys/kernel' : folder;
    expect(await faultOf(openReportFolder(readOnly).write([file('a.pdf')]))).toBe('no_right');
    chmodSync(folder, 0o700);
  });
});
