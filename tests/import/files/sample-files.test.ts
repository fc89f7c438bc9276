import { pickLastingAnswers } from '#server/imports/context/recipes.ts';
import { describe, expect, it } from 'vitest';
import { defaultStageMapping, stageGroup } from '#domain/projects/stage.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { qingdaoRegister } from '#server/samples/qingdao-register.ts';
import { findLeastTime, measureTime } from '../../setup/processes/times.ts';
import { storeAfter, bytesOf, freshStore, planOf, questionIds, sumOf } from '../import-context.ts';

const chinese = bytesOf(new URL('../../fixtures/register-zh.csv', import.meta.url));
const inGroup = (records: readonly ProjectRecord[], group: string): ProjectRecord[] =>
  records.filter(
    (r) =>
      stageGroup(
        r.stage_events.at(-1)?.stage ?? 'unknown',
        r.status_events.at(-1)?.status ?? 'active',
        defaultStageMapping,
      ) === group,
  );
const wan = (records: readonly ProjectRecord[]): bigint =>
  records.reduce(
    (sum, r) => sum + BigInt(r.facts.amounts.total_investment?.money?.minor ?? '0'),
    0n,
  ) / 1_000_000n;

describe("a zone's register in GB18030", () => {
  it('asks only for the kind of file', async () => {
    const plan = await planOf(chinese, 'register-zh.csv');
    expect(plan.preview.encoding).toBe('gb18030');
    expect(questionIds(plan)).toEqual(['file_kind']);
    expect(plan.preview.problems).toEqual([]);
    expect(plan.preview.header_row).toBe(3);
    expect(plan.preview.as_of).toBe('2021-04-16');
    const unused = [
      { reason: 'total', count: 1, rows: [34] },
      { reason: 'note', count: 1, rows: [35] },
    ];
    expect(plan.preview.rows).toEqual({
      total: 30,
      new: 30,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      unused,
    });
  });
  it('gives 7 established worth 280,000 万元 and 20 in the pipeline, 17 of them worth 512,000 万元', async () => {
    const { records } = await planOf(chinese, 'register-zh.csv');
    const [established, pipeline] = [inGroup(records, 'established'), inGroup(records, 'pipeline')];
    expect([established.length, wan(established)]).toEqual([7, 280_000n]);
    expect([
      pipeline.length,
      wan(pipeline),
      pipeline.filter((r) => r.facts.amounts.total_investment?.money).length,
    ]).toEqual([20, 512_000n, 17]);
    expect(
      records
        .filter((r) => r.facts.amounts.total_investment?.missing)
        .map((r) => [r.code, r.facts.amounts.total_investment?.missing]),
    ).toEqual([
      ['B13', 'not_disclosed'],
      ['B16', 'not_disclosed'],
      ['B20', 'not_disclosed'],
    ]);
  });
  it('confirms the printed total of 869,000 万元', async () => {
    const { preview } = await planOf(chinese, 'register-zh.csv');
    expect(preview.printed_totals).toEqual([
      { column: '总投资（万元）', printed: '869000', sum: '869000', agrees: true, row: 34 },
    ]);
  });
  it('maps words of the zone to ids and dates to days', async () => {
    const { records } = await planOf(chinese, 'register-zh.csv');
    const a07 = records.find((r) => r.code === 'A07');
    expect(a07?.facts).toMatchObject({
      industry: 'services',
      zone: 'business',
      prefecture: '45',
      site_mode: 'office',
      jobs_plan: 90,
      jobs_actual: 48,
      last_update: '2021-04-13',
    });
    expect(a07?.stage_events).toEqual([
      { stage: 'signed', date: '2020-01-15' },
      { stage: 'registered', date: '2020-02-28' },
      { stage: 'construction', date: '2020-05-06' },
      { stage: 'operation', date: '2020-12-18' },
    ]);
    expect(records.find((r) => r.code === 'B04')?.stage_events).toEqual([
      { stage: 'negotiation', date: '2021-04-16', by: true },
    ]);
    expect(records.find((r) => r.code === 'B03')?.facts.prefecture).toBeUndefined();
  });
  it('changes nothing when it comes a second time', async () => {
    const first = await planOf(chinese, 'register-zh.csv', { file_kind: 'own_register' });
    const second = await planOf(chinese, 'register-zh.csv', {}, storeAfter(first));
    expect(second.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 30 });
    expect([
      second.records,
      second.preview.changes,
      questionIds(second),
      second.profile,
    ]).toMatchObject([[], [], [], { kind: 'keep' }]);
  });
});

describe('the register with the ids of domain.md as headers', () => {
  it('has the same sums, frozen baselines and dated stages', async () => {
    const plan = await planOf(qingdaoRegister, 'register-2021-04-16.csv');
    expect(questionIds(plan)).toEqual(['file_kind']);
    expect([plan.preview.as_of, sumOf(plan), sumOf(plan, 'paid_in')]).toEqual([
      '2021-04-16',
      '869000000000',
      '104500000000',
    ]);
    const a05 = plan.records.find((r) => r.code === 'A05');
    expect(a05?.facts.milestones[0]).toEqual({
      type: 'start',
      baseline: '2021-03-31',
      plan: '2021-06-30',
    });
    expect(a05?.stage_events.map((e) => e.stage)).toEqual(['negotiation', 'signed', 'registered']);
    expect(plan.records.find((r) => r.code === 'D02')?.status_events).toEqual([
      { status: 'lost', date: '2021-01-20' },
    ]);
  });
  it('shows each cell that a later edition changes, and dates the new stage by the edition', async () => {
    const first = await planOf(qingdaoRegister, 'register-2021-04-16.csv');
    const later = qingdaoRegister
      .replace('B04,negotiation', 'B04,signed')
      .replace(
        'B02,signed,active,eco,C3591,production,22,land,36000',
        'B02,signed,active,eco,C3591,production,22,land,37000',
      );
    const plan = await planOf(later, 'register-2021-05-16.csv', {}, storeAfter(first));
    expect(plan.preview.rows).toMatchObject({ new: 0, changed: 2, unchanged: 28 });
    expect(plan.preview.changes).toEqual([
      { code: 'B02', name: 'B02', field: 'total_investment', from: '36000', to: '37000' },
      { code: 'B04', name: 'B04', field: 'stage', from: 'negotiation', to: 'signed' },
    ]);
    expect(plan.records.find((r) => r.code === 'B04')?.stage_events.at(-1)).toEqual({
      stage: 'signed',
      date: '2021-05-16',
      by: true,
    });
  });
  it('asks about an amount ten times the stored one, and keeps the stored one when the answer says so', async () => {
    const register = storeAfter(await planOf(qingdaoRegister, 'register-2021-04-16.csv'));
    const slipped = qingdaoRegister.replace('land,90000,', 'land,900000,');
    const plan = await planOf(slipped, 'register-2021-04-16.csv', {}, register);
    expect(plan.preview.questions).toMatchObject([{ id: 'jumps', kind: 'unit' }]);
    expect(plan.preview.questions[0]).not.toHaveProperty('default');
    const keepPlan = await planOf(slipped, 'register-2021-04-16.csv', { jumps: 'keep' }, register);
    expect([keepPlan.records, questionIds(keepPlan)]).toEqual([[], []]);
  });
  it('asks once whether a later edition explains its changed plans, and keeps stored plans by that answer', async () => {
    const register = storeAfter(await planOf(qingdaoRegister, 'register-2021-04-16.csv'));
    const later = qingdaoRegister.replaceAll('2022-06-30', '2029-12-31');
    const plan = await planOf(later, 'register-2021-05-16.csv', {}, register);
    const questions = plan.preview.questions.filter(({ id }) => id === 'replans');
    expect(questions).toMatchObject([
      { kind: 'replans', choices: [{ value: 'take' }, { value: 'keep' }] },
    ]);
    // it waits for an answer: a plan never changes without a reason from a person
    expect(questions[0]).not.toHaveProperty('default');
    const takePlan = await planOf(later, 'register-2021-05-16.csv', { replans: 'take' }, register);
    expect(questionIds(takePlan)).not.toContain('replans');
    expect(takePlan.preview.settled.map(({ id }) => id)).toContain('replans');
    expect(questions[0]?.text).toMatch(
      /^\d+ planned dates are others than before\. The edition of 16 May 2021 is the reason/,
    );
    const planned = (records: typeof plan.records) =>
      records.flatMap(({ facts }) => facts.milestones.flatMap((milestone) => milestone.plan ?? []));
    expect(planned(plan.records)).toContain('2029-12-31');
    const keepPlan = await planOf(later, 'register-2021-05-16.csv', { replans: 'keep' }, register);
    expect(planned(keepPlan.records)).not.toContain('2029-12-31');
    expect(questionIds(keepPlan)).not.toContain('replans');
    expect(pickLastingAnswers({ replans: 'take' })).toEqual({ replans: 'take' });
  });
});

describe('the zone series', () => {
  it('rounds money half to even to whole coins, and reports how many values and the largest difference', async () => {
    const fine =
      'month,companies,output_ytd_100m_cny\n2021-02,37,1.00000000005\n2021-03,41,1.70000000015\n2021-04,42,2.1000000001\n';
    const plan = await planOf(fine, 'zone-series.csv');
    const output = plan.observations
      .filter((o) => o.indicator === 'industrial_output')
      .map((o) => o.value);
    expect(output).toEqual(['100000000', '170000000.02', '210000000.01']);
    expect(plan.preview.problems.map(({ message }) => message)).toEqual([
      'Amounts finer than the smallest unit of CNY, rounded half to even: 2. Largest difference: 0.005 CNY.',
    ]);
    expect(
      plan.observations.filter((o) => o.indicator === 'companies').map((o) => o.value),
    ).toEqual(['37', '41', '42']);
  });
  const series =
    'month,companies,jobs,output_ytd_100m_cny\n2020-03,,,0\n2020-12,32,820,6.2\n2021-01,35,890,\n2021-02,37,930,1.0\n2021-03,41,1010,1.7\n';
  it('becomes observations in whole yuan, with January missing and a typed zero kept', async () => {
    const plan = await planOf(series, 'zone-series.csv');
    expect(plan.preview).toMatchObject({
      kind: 'observations',
      as_of: '2021-03-31',
      rows: { total: 5, new: 5, rejected: 0 },
    });
    const output = plan.observations
      .filter((o) => o.indicator === 'industrial_output')
      .map((o) => [o.period, o.value ?? o.missing]);
    expect(output).toEqual([
      ['2020-03', '0'],
      ['2020-12', '620000000'],
      ['2021-01', 'not_reported'],
      ['2021-02', '100000000'],
      ['2021-03', '170000000'],
    ]);
    expect(
      plan.observations.filter((o) => o.indicator === 'companies').map((o) => o.period),
    ).toEqual(['2020-12', '2021-01', '2021-02', '2021-03']);
  });
  it('is the same in Chinese and Japanese words', async () => {
    const chineseFile = await planOf(
      '月份,入驻企业数（家）,就业人数（人）,工业总产值累计（亿元）\n2021年3月,41,"1,010",1.7\n',
    );
    const japanese = await planOf(
      '年月,企業数,雇用者数,工業総生産額（億元）\n2021年3月,41,1010,1.7\n',
    );
    for (const plan of [chineseFile, japanese])
      expect(plan.observations.map((o) => [o.indicator, o.value])).toEqual([
        ['companies', '41'],
        ['jobs', '1010'],
        ['industrial_output', '170000000'],
      ]);
  });
  it('changes nothing when it comes a second time', async () => {
    const first = await planOf(series, 'zone-series.csv');
    const second = await planOf(series, 'zone-series.csv', {}, storeAfter(first, freshStore));
    expect([second.observations, second.preview.rows.unchanged, questionIds(second)]).toEqual([
      [],
      5,
      [],
    ]);
  });
  it('rejects a cell of thousands of blanks as a number at once', async () => {
    // all texts have the same length; the time grew with its third power
    const cells = [`1.7${' '.repeat(4000)}x1`, `${' '.repeat(4000)}-`, `1${' 1'.repeat(2000)}`];
    const time = await findLeastTime(5000, () =>
      measureTime(async () => {
        for (const cell of cells)
          await planOf(
            `month,companies,jobs\n2021-02,37,"${cell}"\n2021-03,41,1010\n`,
            'zone-series.csv',
          );
      }),
    );
    expect(time).toBeLessThan(5000);
  });
});
