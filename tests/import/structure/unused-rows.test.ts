import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUnusedRows } from '#domain/changes/unused-rows.ts';
import { languages } from '#domain/values/language.ts';
import { importRowsText } from '#domain/labels/index.ts';
import { previewLines } from '#server/cli/import-preview-lines.ts';
import { csvOf, planOf, type WholePlan } from '../import-context.ts';

const header = ['项目编号', '项目名称', '项目阶段', '总投资（万元）'];
const projectsOf = ({ preview: { rows } }: WholePlan): number =>
  rows.new + rows.changed + rows.unchanged;

describe('rows without a project', () => {
  const file = csvOf([
    header,
    ['', '一、在建项目', '', ''],
    ['A1', '甲', '已签约', '1000'],
    ['A2', '乙', '在谈', '2000'],
    ['A2', '乙', '已签约', '2500'],
    ['', '', '在谈', '900'],
    header,
    ['A3', '丙', '在谈', '500'],
    ['', '合计', '', '6900'],
    ['注：数据截至2021年4月', '', '', ''],
  ]);

  it('are counted by reason with their numbers, and add up with the projects to all rows', async () => {
    const plan = await planOf(file, 'r.csv', { several_rows: 'last' });
    expect(plan.preview.rows).toEqual({
      total: 5,
      new: 3,
      changed: 0,
      unchanged: 0,
      rejected: 1,
      unused: [
        { reason: 'unnamed', count: 1, rows: [6] },
        { reason: 'merged', count: 1, rows: [4] },
        { reason: 'total', count: 1, rows: [9] },
        { reason: 'heading', count: 1, rows: [2] },
        { reason: 'note', count: 1, rows: [10] },
        { reason: 'repeated_header', count: 1, rows: [7] },
      ],
    });
    expect(languages.map((language) => importRowsText(plan.preview.rows, language))).toEqual([
      '共9行，其中3行为项目。未采用：无名称也无编号1行（第6行）；并入同一项目的其他行1行（第4行）；合计行1行（第9行）；标题行1行（第2行）；注释行1行（第10行）；重复的表头1行（第7行）。',
      '全9行のうち案件は3行。不採用：名称もコードもなし 1行（6行目）、同じ案件の他の行に統合 1行（4行目）、合計行 1行（9行目）、見出し行 1行（2行目）、注記行 1行（10行目）、見出しの繰り返し 1行（7行目）。',
      '3 of 9 rows of the file are projects. Not used: no name and no code, 1 row (6); merged into another row of the same project, 1 row (4); total, 1 row (9); heading, 1 row (2); note, 1 row (10); header repeated, 1 row (7).',
    ]);
    expect(previewLines(plan.preview, 'en').join('\n')).toContain(
      '3 of 9 rows of the file are projects. Not used: no name and no code, 1 row (6)',
    );
  });

  it('add up with the projects for any rows and any reading of equal codes', async () => {
    const code = fc.constantFrom('A1', 'A2', 'a-2', 'A3', '');
    const row = fc.oneof(
      fc.tuple(
        code,
        fc.constantFrom('甲', '乙', ''),
        fc.constantFrom('在谈', ''),
        fc.constant('10'),
      ),
      fc.constantFrom(
        header,
        ['', '合计', '', '30'],
        ['', '小计', '', '20'],
        ['备注：内部资料', '', '', ''],
        ['', '二、储备项目', '', ''],
      ),
    );
    const mode = fc.constantFrom('separate', 'first', 'last', 'sum');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 25 }),
        mode,
        async (rows, several_rows) => {
          const plan = await planOf(csvOf([header, ['Z9', '末', '在谈', '10'], ...rows]), 'r.csv', {
            several_rows,
          });
          expect(projectsOf(plan) + countUnusedRows(plan.preview.rows)).toBe(rows.length + 1);
          expect(plan.records.length).toBe(projectsOf(plan));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are unreadable months in a series', async () => {
    const plan = await planOf(
      csvOf([
        ['月份', '入驻企业数（家）'],
        ['2021-01', '30'],
        ['某月', '31'],
        ['2021-03', '33'],
        ['2021-04', '35'],
        ['2021-05', '36'],
      ]),
      'months.csv',
    );
    expect(plan.preview).toMatchObject({
      kind: 'observations',
      rows: { unused: [{ reason: 'no_month', count: 1, rows: [3] }] },
    });
  });
});
