import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply, csvOf, planOf } from '../import-context.ts';

const register = (...rows: string[][]): string =>
  csvOf([['项目编号', '项目名称', '投资方', '总投资（万元）'], ...rows]);

describe.each(engines)('undoing an import on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());
  const bringIn = async (text: string): Promise<number> => {
    const plan = await planOf(
      text,
      'r.csv',
      { file_kind: 'own_register' },
      await readKnownRegister(store.db, '2021-05-01'),
    );
    return (await apply(store.db, plan, { author: 'wang' })).revision;
  };
  const edit = async (code: string, facts: Partial<ProjectRecord['facts']>): Promise<void> => {
    const [record] = await recordsByCode(store.db, 'own', [code]);
    if (record === undefined) throw new Error(`no ${code}`);
    await writeRevision(store.db, { author: 'li', kind: 'project', reason: '' }, (trx, revision) =>
      putProjects(trx, revision, [{ ...record, facts: { ...record.facts, ...facts } }]),
    );
  };
  const one = async (code: string) => (await recordsByCode(store.db, 'own', [code]))[0]?.facts;

  it('keeps later changes of other fields', async () => {
    await bringIn(register(['A1', '甲', '甲社', '100'], ['A2', '乙', '乙社', '200']));
    const second = await bringIn(
      register(['A1', '甲', '甲社', '300'], ['A2', '乙', '乙社', '250']),
    );
    await edit('A1', { owner: '王' });
    await undoRevision(store.db, second, { author: 'li' });
    expect([
      (await one('A1'))?.amounts.total_investment?.money?.minor,
      (await one('A1'))?.owner,
    ]).toEqual(['100000000', '王']);
    expect((await one('A2'))?.amounts.total_investment?.money?.minor).toBe('200000000');
  });
  it('is rejected when an imported value has changed since, naming project, field and values', async () => {
    await bringIn(register(['A1', '甲', '甲社', '100'], ['A2', '乙', '乙社', '200']));
    const second = await bringIn(
      register(['A1', '甲', '丙社', '100'], ['A2', '乙', '乙社', '250']),
    );
    await edit('A1', { investor: '丁社' });
    await expect(undoRevision(store.db, second, { author: 'li' })).rejects.toMatchObject({
      rejection: {
        reason: 'conflict',
        rest: true,
        conflicts: [
          {
            what: 'project',
            key: 'A1',
            name: '甲',
            fields: [{ field: 'investor', before: '甲社', after: '丙社', now: '丁社' }],
          },
        ],
      },
    });
    // the other changes can be undone, and the later value stays
    await undoRevision(store.db, second, { author: 'li', keep_later: true });
    expect([
      (await one('A1'))?.investor,
      (await one('A2'))?.amounts.total_investment?.money?.minor,
    ]).toEqual(['丁社', '200000000']);
  });
});
