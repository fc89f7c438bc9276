import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { recordsByCode, listCodes } from '#server/projects/history/history-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { listOrigins, readZone } from '#server/zone/store.ts';
import { apply, bytesOf, planOf, wholePlan } from '../import-context.ts';

const chinese = bytesOf(new URL('../../fixtures/register-zh.csv', import.meta.url));
let db: Db;
beforeEach(async () => {
  db = await openDatabase({ url: ':memory:' });
  await fillSample(db, 'sample');
});
afterEach(() => db.close());
const preview = async (bytes: Uint8Array | string, file: string, answers = {}) =>
  planOf(bytes, file, answers, await readKnownRegister(db, '2021-05-01'));

describe('an applied plan', () => {
  it('is one revision that adds own projects, removes the sample, and keeps facts and targets', async () => {
    const before = await currentRevision(db);
    const result = await apply(
      db,
      await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' }),
      { author: 'wang' },
    );
    expect(result).toMatchObject({ revision: before + 1, rows: { new: 30 }, as_of: '2021-04-16' });
    expect([
      await readChosenOrigin(db),
      await listOrigins(db),
      (await listCodes(db, 'own')).length,
      await listCodes(db, 'sample'),
    ]).toEqual(['own', ['own'], 30, []]);
    const zone = await readZone(db, 'own');
    expect([
      zone?.targets.length,
      zone?.checkpoints,
      zone?.plan_path,
      zone?.data_status,
      zone?.data_date,
    ]).toEqual([4, [], 'straight', 'reported', '2021-04-16']);
  });
  it('links each project to its file and row', async () => {
    await apply(db, await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' }));
    expect(
      (await findProject(db, { origin: 'own', code: 'B04', as_of: '2021-04-16' }))?.project
        .imported_from,
    ).toMatchObject({
      file: 'register-zh.csv',
      row: 14,
    });
  });
  it('stores its preview, and the same file adds no revision', async () => {
    const first = await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' });
    const { revision } = await apply(db, first);
    expect(
      await recordsByCode(
        db,
        'own',
        first.records.map((r) => r.code),
      ),
    ).toEqual(first.records);
    const second = await preview(chinese, 'register-zh.csv');
    expect([second.preview.rows.unchanged, second.preview.questions]).toEqual([30, []]);
    expect((await apply(db, second)).revision).toBe(revision);
    expect(await currentRevision(db)).toBe(revision);
  });
  it('is plain data that survives JSON', async () => {
    const { planned, records, ...plan } = await preview(chinese, 'register-zh.csv', {
      file_kind: 'own_register',
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    await apply(db, { ...plan, planned, records });
    expect((await preview(chinese, 'register-zh.csv')).preview.rows.unchanged).toBe(30);
  });
  it('is rejected as a whole when the register has changed since the preview', async () => {
    const plan = await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' });
    await apply(db, plan);
    const revision = await currentRevision(db);
    await expect(apply(db, plan)).rejects.toMatchObject({ code: 'import_register_changed' });
    expect(await currentRevision(db)).toBe(revision);
  });
  it('is reverted by one undo, which restores the sample', async () => {
    const { revision } = await apply(
      db,
      await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' }),
    );
    await undoRevision(db, revision, { author: 'wang' } as never);
    expect([
      await readChosenOrigin(db),
      (await listCodes(db, 'sample')).length,
      await listCodes(db, 'own'),
    ]).toEqual(['sample', 30, []]);
  });
  it('creates another zone without targets of the sample', async () => {
    await apply(
      db,
      await preview(chinese, 'register-zh.csv', { file_kind: 'other_zone', zone_name: '甲区' }),
    );
    const zone = await readZone(db, 'own');
    expect([zone?.name.en, zone?.targets, zone?.published, zone?.partners]).toEqual([
      '甲区',
      [],
      [],
      [],
    ]);
  });
  it('replaces an own register by another zone', async () => {
    await apply(db, await preview(chinese, 'register-zh.csv', { file_kind: 'own_register' }));
    const plan = await preview(chinese, 'register-zh.csv', {
      file_kind: 'other_zone',
      zone_name: '乙区',
    });
    expect(plan.preview.rows).toMatchObject({ new: 30, unchanged: 0 });
    await apply(db, plan);
    expect([(await listCodes(db, 'own')).length, (await readZone(db, 'own'))?.name.en]).toEqual([
      30,
      '乙区',
    ]);
  });
  it('stores a series, corrects a month and keeps its old value', async () => {
    const series = (jobs: string): string =>
      `month,companies,jobs,output_ytd_100m_cny\n2021-02,37,930,1.0\n2021-03,41,${jobs},1.7\n`;
    await apply(
      db,
      await preview(series('1010'), 'zone-series.csv', { file_kind: 'own_register' }),
    );
    const plan = await preview(series('1020'), 'zone-series.csv');
    expect([
      plan.preview.rows.changed,
      plan.preview.rows.unchanged,
      plan.preview.questions,
    ]).toEqual([1, 1, []]);
    await apply(db, plan);
    const jobs = await listObservations(db, { origin: 'own', indicator: 'jobs' });
    expect(jobs.map((o) => [o.period, o.value, o.earlier?.map((e) => e.value)])).toEqual([
      ['2021-02', '930', undefined],
      ['2021-03', '1020', ['1010']],
    ]);
  });
});

describe('the import process', () => {
  it('makes the same plan as the calling thread, reports progress, and passes failures with their place', async () => {
    const register = await readKnownRegister(db, '2021-05-01');
    const importer = nodeImporter();
    const [there, here] = await Promise.all(
      [importer, createImporter(inProcess)].map(async (i) =>
        wholePlan(await i.plan(chinese, 'register-zh.csv', {}, register)),
      ),
    );
    expect(there).toEqual(here);
    await expect(
      importer.plan(new TextEncoder().encode('a,b\n1,"x\n'), 'x.csv', {}, register),
    ).rejects.toMatchObject({
      name: 'ImportFailure',
      key: 'quote_not_closed',
      place: { row: 2, column: 'B' },
    });
  });
  it('reads a file in pieces', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < chinese.length; i += 500) yield chinese.subarray(i, i + 500);
    }
    const register = await readKnownRegister(db, '2021-05-01');
    const plans = await Promise.all(
      [nodeImporter(), createImporter(inProcess)].map((i) =>
        i.plan(pieces(), 'register-zh.csv', {}, register),
      ),
    );
    for (const one of plans) one.close();
    expect(plans.map(({ plan }) => plan.facts.rows.total)).toEqual([30, 30]);
  });
});
