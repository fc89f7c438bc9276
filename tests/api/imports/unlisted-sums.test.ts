import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRevision } from '#server/db/revision-log.ts';
import type { KnownProjects } from '#server/imports/import-plan.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { apply, csvOf, planOf } from '../../import/import-context.ts';
import { openableEngines, type TestStore } from '../../setup/api/stores.ts';

const header = [
  '项目编号',
  '项目名称',
  '投资方',
  '统一社会信用代码',
  '项目阶段',
  '推进状态',
  '总投资(万元)',
  '币种',
];
const row = fc.record({
  code: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'B5', 'B6', 'B7', 'Ｂ７', 'b-8', ''),
  name: fc.constantFrom('节能 项目', '节能项目', '新材料基地', '能源中心', '氢能', 'ABC Works'),
  investor: fc.constantFrom('', '日本精工', '日本 精工', '青岛公司'),
  credit: fc.constantFrom('', '91370211MA3P9GRG4X', '91370211ma3p9grg4x', '91370200718000000X'),
  stage: fc.constantFrom('在谈', '已签约', '开工在建', '已投产运营', ''),
  status: fc.constantFrom('推进中', '暂缓', '终止'),
  amount: fc.constantFrom('', '0', '1200', '35000.5'),
  currency: fc.constantFrom('人民币', '美元', ''),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const textOf = (rows: readonly Row[]): string =>
  csvOf([
    header,
    ...rows.map((r) => [
      r.code,
      r.name,
      r.investor,
      r.credit,
      r.stage,
      r.status,
      r.amount,
      r.currency,
    ]),
  ]);
const days = ['2021-03-31', '2021-04-30', '2021-05-31'] as const;
const answered = (as_of: string, unlisted: string | undefined) => ({
  file_kind: 'own_register',
  as_of,
  currency: 'CNY',
  renamed_codes: 'same',
  edition_change: 'accept',
  ...(unlisted === undefined ? {} : { unlisted }),
});
const few = fc.array(row, { minLength: 1, maxLength: 3 });
const many = fc.array(row, { minLength: 3, maxLength: 9 });

describe.each(openableEngines)('projects that a file does not list, $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());

  /** Stores an edition, unless its file or its answers refuse it. */
  async function importRows(rows: readonly Row[], day: string, unlisted: string): Promise<void> {
    const register = await readKnownRegister(store.db, '2021-06-30');
    const plan = await planOf(textOf(rows), 'r.csv', answered(day, unlisted), register);
    if (plan.projects > 0) await apply(store.db, plan);
  }
  /** Enters a status for each stored project of some codes on a day. */
  const enter = (codes: readonly string[], date: (typeof days)[number]) =>
    writeRevision(
      store.db,
      { author: 'li', kind: 'project', reason: '', origin: 'own' },
      async (trx, revision) => {
        const records = await recordsByCode(trx, 'own', codes);
        const onHold = records.map((one) => ({
          ...one,
          status_events: [...one.status_events, { status: 'on_hold' as const, date }],
        }));
        if (onHold.length > 0) await putProjects(trx, revision, onHold);
      },
    );

  it('gives the same plan from their sums and from each of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(many, many),
        few,
        fc.constantFrom(...days),
        fc.constantFrom(...days),
        fc.constantFrom(undefined, 'part', 'whole', 'without_completed'),
        async ([first, second], file, entered, day, unlisted) => {
          await store.close();
          store = await engine.open();
          await importRows(first, days[0], 'part');
          await importRows(second, days[1], 'without_completed');
          await enter(['A1', 'B6'], entered);
          const register = await readKnownRegister(store.db, '2021-06-30');
          const { state, ...each } = register.projects;
          expect(state).toBeDefined();
          const codes = await each.codes();
          const records = await each.records(codes);
          expect(await each.names(codes)).toEqual(
            records.map(({ code, facts: { name, investor, uscc } }) =>
              compact({ code, name, investor, uscc }),
            ),
          );
          const planWith = (projects: KnownProjects) =>
            planOf(textOf(file), 'r.csv', answered(day, unlisted), { ...register, projects });
          expect(await planWith(register.projects)).toEqual(await planWith(each));
        },
      ),
      { numRuns: 25 },
    );
  });
});
