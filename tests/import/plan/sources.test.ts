import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply, planOf } from '../import-context.ts';

const header = '项目编号,项目名称,投资方,所属行业,项目阶段,总投资（万元）,签约时间,主要产品';
const file = `${header}\nB01,甲项目,甲社,新材料产业,开工在建,"9,000",2021年3月5日,薄膜\nB02,乙项目,,,在谈,待定,,\n`;

describe.each(engines)('the source cell of a value on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());
  const imported = async (text: string, name: string) =>
    apply(
      store.db,
      await planOf(
        text,
        name,
        { file_kind: 'other_zone', zone_name: '甲区' },
        await readKnownRegister(store.db, '2021-06-01'),
      ),
    );
  const from = async (code: string) =>
    (await findProject(store.db, { origin: 'own', code, as_of: '2021-06-01' }))?.project
      .imported_from;
  const cells = async (code: string) =>
    (await from(code))?.cells?.map((c) => `${c.cell} ${c.header}: ${c.text}`);

  it('is known for every value, with its original text', async () => {
    await imported(file, '台账.csv');
    expect(await from('B01')).toMatchObject({ file: '台账.csv', row: 2 });
    expect(await cells('B01')).toEqual([
      'A2 项目编号: B01',
      'B2 项目名称: 甲项目',
      'C2 投资方: 甲社',
      'D2 所属行业: 新材料产业',
      'E2 项目阶段: 开工在建',
      'F2 总投资（万元）: 9,000',
      'G2 签约时间: 2021年3月5日',
      'H2 主要产品: 薄膜',
    ]);
    expect(await cells('B02')).toEqual([
      'A3 项目编号: B02',
      'B3 项目名称: 乙项目',
      'E3 项目阶段: 在谈',
      'F3 总投资（万元）: 待定',
    ]);
  });
  it("keeps the file's text after a manual correction, and undo restores the previous file", async () => {
    await imported(file, 'first.csv');
    const [record] = await recordsByCode(store.db, 'own', ['B01']);
    if (!record) throw new Error('not stored');
    await writeRevision(
      store.db,
      { author: 'wang', kind: 'edit', reason: 'x', origin: 'own' },
      (trx, revision) =>
        putProjects(trx, revision, [{ ...record, facts: { ...record.facts, name: '新名称' } }]),
    );
    expect(await cells('B01')).toContain('B2 项目名称: 甲项目');
    const plan = await planOf(
      `${header}\nB02,乙项目,,,已签约,500,,\n`,
      'second.csv',
      { file_kind: 'own_register' },
      await readKnownRegister(store.db, '2021-06-01'),
    );
    const { revision } = await apply(store.db, plan);
    expect(await from('B02')).toMatchObject({ file: 'second.csv', row: 2 });
    expect((await from('B01'))?.file).toBe('first.csv');
    await undoRevision(store.db, revision, { author: 'wang' });
    expect(await from('B02')).toMatchObject({ file: 'first.csv', row: 3 });
  });
});
