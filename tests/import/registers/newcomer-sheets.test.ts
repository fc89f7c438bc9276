import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  freshStore,
  planOf,
  standingOf,
  storeAfter,
  sumOf,
  totalsOf,
  type WholePlan,
} from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/** Registers as offices write them, imported by a person who only answers what the file is. */
const read = (file: string | Uint8Array, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(
    file,
    'r.csv',
    { file_kind: 'own_register', ...answers },
    { ...freshStore, today: '2026-11-26' },
  );
const sheet = (
  rows: readonly (readonly (string | number | null)[])[],
  ...merges: string[]
): Uint8Array =>
  book({
    sheets: {
      a: `${sheetData(rows)}<mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`,
    },
  });
const fields = (plan: WholePlan): Record<string, string | undefined> =>
  Object.fromEntries(plan.preview.columns.map((c) => [c.header, c.field]));

describe('workbooks that a newcomer brings', () => {
  it('Chinese: a header of three merged rows, parts with their sums in the row of the heading', async () => {
    const plan = await read(
      sheet(
        [
          ['经济开发区重点项目推进情况表'],
          ['填报日期：2026年10月31日'],
          ['序号', '项目名称', '投资情况（万元）', null, null, '进展情况', null],
          [null, null, '总投资', null, '年度投资', '当前阶段', '关键时间'],
          [null, null, '计划', '其中：外资', '2026年1-10月完成', null, '签约时间'],
          ['一、先进制造区（2个）', null, 90000, 30000, 17900, null, null],
          [1, '电堆', 52000, 30000, 9800, '在建', '2024-06-18'],
          [2, '减速机', 38000, 0, 8100, '投产', '2022-04-02'],
          ['二、现代服务区（1个）', null, 9600, 0, 1200, null, null],
          [3, '健康中心', 9600, 0, 1200, '已签约', '2025-12-03'],
          ['合计（3个）', null, 99600, 30000, 19100, null, null],
        ],
        ...[
          'A1:G1',
          'A3:A5',
          'B3:B5',
          'C3:E3',
          'C4:D4',
          'F3:G3',
          'F4:F5',
          'A6:B6',
          'A9:B9',
          'A11:B11',
        ],
      ),
    );
    expect(plan.preview.header_row).toBe(5);
    expect(plan.preview.columns.map((c) => c.header)).toEqual([
      ...[
        '序号',
        '项目名称',
        '总投资 计划',
        '总投资 其中：外资',
        '年度投资 2026年1-10月完成',
        '当前阶段',
        '关键时间 签约时间',
      ],
    ]);
    expect(plan.records.map((r) => [r.facts.name, r.facts.zone])).toEqual([
      ['电堆', '先进制造区'],
      ['减速机', '先进制造区'],
      ['健康中心', '现代服务区'],
    ]);
    expect([sumOf(plan), plan.preview.columns[2]?.unit, standingOf(plan)]).toEqual([
      '99600000000',
      '万元',
      ['construction', 'operation', 'signed'],
    ]);
    expect([
      totalsOf(plan).every(([, agrees]) => agrees),
      plan.preview.problems,
      plan.facts.as_of,
    ]).toEqual([true, [], '2026-10-31']);
  });

  it('ticked columns of stages: the furthest is the stage, days in them are its days, and all ticks are used', async () => {
    const rows = (last: string) => [
      ['2026年招商引资项目进度表（截至10月31日）'],
      ['序号', '项目名称', '总投资（万元）', '项目进度', null, null, null, '责任科室'],
      [null, null, null, '洽谈', '签约', '开工', '投产', null],
      [1, '海洋药', 18000, '√', '√', '2025-06-10', null, '一科'],
      [2, '传感器', 6500, '√', '2024.3.8', '2024.9.1', '2026.1.15', '二科'],
      [3, '建材', 22000, '√', null, null, null, '一科'],
      [4, '碳纤维', 47000, '√', '2023/2/1', '√', last, '三科'],
      [5, '电池回收', 9800, null, null, null, null, '一科'],
    ];
    const merges = ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3'];
    const plan = await read(sheet(rows(''), ...merges));
    expect(plan.records.map((r) => r.stage_events)).toEqual([
      [{ stage: 'construction', date: '2025-06-10' }],
      [
        { stage: 'signed', date: '2024-03-08' },
        { stage: 'construction', date: '2024-09-01' },
        { stage: 'operation', date: '2026-01-15' },
      ],
      [{ stage: 'negotiation', date: '2026-10-31', by: true }],
      // before a stage without a day, days of earlier stages stay
      [
        { stage: 'signed', date: '2023-02-01' },
        { stage: 'construction', date: '2026-10-31', by: true },
      ],
      [{ stage: 'unknown', date: '2026-10-31', by: true }],
    ]);
    expect(plan.records[3]?.facts.extra).toBeUndefined();
    expect(plan.preview.register_totals.groups.map((g) => g.after.count)).toEqual([3, 1, 1]);
    expect([plan.facts.as_of, plan.preview.problems.map((p) => p.message)]).toEqual([
      '2026-10-31',
      [expect.stringContaining('√')],
    ]);
    const register = storeAfter(plan, { ...freshStore, today: '2026-11-26' });
    expect(
      (await planOf(sheet(rows(''), ...merges), 'r.csv', {}, register)).preview.rows,
    ).toMatchObject({ unchanged: 5, changed: 0 });
    const later = await planOf(
      sheet(rows('√'), ...merges),
      'r.csv',
      { same_project: 'match' },
      register,
    );
    expect([
      later.preview.rows.changed,
      later.records.find((r) => r.facts.name === '碳纤维')?.stage_events.at(-1)?.stage,
    ]).toEqual([1, 'operation']);
  });

  it('quarters above 计划 and 实际 name their columns, and a planned day is no actual one', async () => {
    const plan = await read(
      sheet(
        [
          [
            '编号',
            '项目名称',
            '总投资（万元）',
            '计划竣工日期',
            '2025年一季度',
            null,
            '2025年二季度',
            null,
          ],
          [null, null, null, null, '计划', '实际', '计划', '实际'],
          ['ZD-01', '风电母港', 136000, '2026-12-31', 5700, 4834, 5700, 4845],
          ['ZD-02', '汽车零部件', 214000, '2027-12-31', 8900, 7605, 8900, null],
        ],
        ...['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1'],
      ),
    );
    expect(fields(plan)).toEqual({
      编号: 'project_id',
      项目名称: 'project_name',
      '总投资（万元）': 'total_investment',
      计划竣工日期: 'completion_plan',
      '2025年一季度 计划': undefined,
      '2025年一季度 实际': undefined,
      '2025年二季度 计划': undefined,
      '2025年二季度 实际': undefined,
    });
    expect(plan.records[0]?.facts.extra?.['2025年二季度 实际']).toBe('4845');
  });
});
