import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { listCodes } from '#server/projects/history/history-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { listOrigins, readZone } from '#server/zone/store.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply, planOf } from '../import-context.ts';

const file =
  '项目编号,项目名称,项目阶段,总投资（万元）,最近更新\nB01,甲项目,开工在建,90000,2021-05-08\n';

describe.each(engines)('the first own data on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
    await fillSample(store.db, 'sample');
  });
  afterEach(() => store.close());
  const imported = async (answers: Record<string, string>) => {
    const plan = await planOf(
      file,
      'ours.csv',
      answers,
      await readKnownRegister(store.db, '2021-06-01'),
    );
    return apply(store.db, plan, { author: 'wang' });
  };

  it('keeps the targets of the sample for an entered month, on a straight line', async () => {
    await writeRevision(
      store.db,
      { author: 'wang', kind: 'observation', reason: 'x', origin: 'own' },
      ensureOwnZone,
    );
    const byMonth = await readZone(store.db, 'own');
    expect([byMonth?.checkpoints, byMonth?.plan_path, byMonth?.targets.length]).toEqual([
      [],
      'straight',
      4,
    ]);
  });
  it('keeps the published figures of the sample’s zone when its register is imported', async () => {
    const sample = await readZone(store.db, 'sample');
    await imported({ file_kind: 'own_register' });
    const own = await readZone(store.db, 'own');
    expect(own?.published).toEqual(sample?.published);
    expect(own?.area_km2).toBe('10.6');
  });
  it('removes the sample unless an answer keeps it, and undo restores it', async () => {
    const plan = await planOf(
      file,
      'ours.csv',
      {},
      await readKnownRegister(store.db, '2021-06-01'),
    );
    expect(plan.preview.questions.find((q) => q.id === 'sample_data')).toMatchObject({
      default: 'remove',
    });
    const { revision } = await imported({ file_kind: 'own_register' });
    expect([await readChosenOrigin(store.db), await listOrigins(store.db)]).toEqual([
      'own',
      ['own'],
    ]);
    await undoRevision(store.db, revision, { author: 'wang' });
    expect([
      await readChosenOrigin(store.db),
      (await listCodes(store.db, 'sample')).length,
    ]).toEqual(['sample', 30]);
  });
  it.each([{ file_kind: 'own_register' }, { file_kind: 'other_zone', zone_name: '甲区' }])(
    'keeps the sample by an answer: %o',
    async (answers) => {
      const { revision } = await imported({ ...answers, sample_data: 'keep' });
      expect([await readChosenOrigin(store.db), (await listOrigins(store.db)).toSorted()]).toEqual([
        'own',
        ['own', 'sample'],
      ]);
      expect([
        (await listCodes(store.db, 'sample')).length,
        (await listCodes(store.db, 'own')).length,
      ]).toEqual([30, 1]);
      await undoRevision(store.db, revision, { author: 'wang' });
      expect([
        await readChosenOrigin(store.db),
        await listOrigins(store.db),
        await listCodes(store.db, 'own'),
      ]).toEqual(['sample', ['sample'], []]);
    },
  );
  it('updates table statistics after a bulk import', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `P${i},项目${i},在谈,100,2021-05-08`);
    const plan = await planOf(
      `项目编号,项目名称,项目阶段,总投资（万元）,最近更新\n${rows.join('\n')}\n`,
      'bulk.csv',
      { file_kind: 'own_register' },
      await readKnownRegister(store.db, '2021-06-01'),
    );
    await apply(store.db, plan);
    expect((await listCodes(store.db, 'own')).length).toBe(1200);
    if (engine.name !== 'postgres') return;
    const { rows: sizes } = await sql<{ size: number }>`
      select reltuples::int as size from pg_class where relname in ('project_version', 'project_facts', 'project_history')`.execute(
      store.db.read,
    );
    expect(sizes.map((row) => row.size >= 1200)).toEqual([true, true, true]);
  });
});
