import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  freshStore,
  minorsOf,
  planOf,
  questionIds,
  storeAfter,
  sumOf,
  type WholePlan,
} from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/**
 * Registers that were invented with their truth before any of them was read. The expected result is
 * beside each.
 */
const read = (
  bytes: Uint8Array | string,
  file: string,
  answers: ImportAnswers = {},
): Promise<WholePlan> =>
  planOf(
    bytes,
    file,
    { file_kind: 'own_register', ...answers },
    { ...freshStore, today: '2026-07-10' },
  );
const stages = (plan: WholePlan): (string | undefined)[] =>
  plan.records.map((r) => r.stage_events.at(-1)?.stage);
const names = (plan: WholePlan): string[] => plan.records.map((r) => r.facts.name);
const listProblems = (plan: WholePlan): string[] =>
  plan.preview.problems.map((p) => `${p.row} ${p.value ?? ''}`);
const mergeCells = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`;

describe('a table of key projects whose sections are numbered rows with sums, the second in 亿元', () => {
  const rows = [
    ['2026年全区重点项目进度表', null, null, null, null, null, null],
    ['截至2026年6月30日', null, null, null, null, null, '单位：万元'],
    ['序号', '项目名称', '建设单位', '总投资', '累计完成投资', '开工时间', '形象进度'],
    [null, '总计（5个）', null, 1_003_000, 41_000, null, null],
    ['一', '在建项目（3个）', null, 123_000, 41_000, null, null],
    [1, '海洋装备研发基地', '蓝湾重工', 80_000, 30_000, 2025.03, '主体封顶'],
    [2, '冷链物流园', '北岸物流', '约3.5亿元', 10_000, '2025年10月', '基础施工'],
    [3, '中水回用', '〃', '８，０００', 1000, '2026.5', '同上'],
    ['二', '储备项目（单位：亿元）', null, 88, null, null, null],
    [1, '氢能示范', '青氢能源', 80, null, null, null],
    [2, '数据中心', '待定', 8, null, null, null],
    ['制表：王某', null, null, null, null, '审核：李某', null],
  ];
  const bytes = book({ sheets: { 进度表: sheetData(rows as never) + mergeCells('A1:G1') } });
  const answers = { mapping: { 建设单位: 'investor_name' } };

  it('counts each project once, in the unit of its section, with the stage of its heading', async () => {
    const plan = await read(bytes, '重点项目.xlsx', answers);
    expect(plan.preview.rows).toMatchObject({ total: 5, new: 5, rejected: 0 });
    expect(names(plan)).toEqual([
      '海洋装备研发基地',
      '冷链物流园',
      '中水回用',
      '氢能示范',
      '数据中心',
    ]);
    expect(minorsOf(plan)).toEqual([
      '80000000000',
      '35000000000',
      '8000000000',
      '800000000000',
      '80000000000',
    ]);
    expect([sumOf(plan), plan.facts.as_of]).toEqual(['1003000000000', '2026-06-30']);
    expect(stages(plan)).toEqual(['construction', 'construction', 'construction', 'lead', 'lead']);
  });
  it('compares the sums of headings with their rows, and the grand total with all', async () => {
    const plan = await read(bytes, '重点项目.xlsx', answers);
    expect(
      plan.preview.printed_totals
        .filter((t) => t.column === '总投资')
        .map((t) => [t.row, t.printed, t.agrees]),
    ).toEqual([
      [4, '1003000', true],
      [5, '123000', true],
      // in its own unit
      [9, '88', true],
    ]);
  });
  it('reads months typed as numbers, and ditto marks as the value above', async () => {
    const plan = await read(bytes, '重点项目.xlsx', answers);
    expect(plan.records.map((r) => r.facts.milestones[0]?.actual)).toEqual([
      '2025-03-31',
      '2025-10-31',
      '2026-05-31',
      undefined,
      undefined,
    ]);
    expect(plan.records[2]?.facts).toMatchObject({
      investor: '北岸物流',
      progress_text: '基础施工',
    });
  });
  it('keeps no running number, so that a later edition changes nothing', async () => {
    const plan = await read(bytes, '重点项目.xlsx', answers);
    expect(plan.records.map((r) => r.facts.extra)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('a Japanese workbook that counts days from 1904, with units in a row of their own', () => {
  const rows = [
    ['企業誘致案件一覧（令和8年6月末現在）', null, null, null, null, null],
    ['案件番号', '案件名', '投資計画', null, '着工日', '操業開始予定'],
    [null, null, '総投資額', '投資実績', null, null],
    [null, null, '（百万円）', '（百万円）', null, null],
    [[1, 2], 'ｱｵﾊﾞ精機 第二工場', 1200, 300, [44_286, 1], '令和9年4月'],
    [[2, 2], 'みなと製薬', '△50', null, 44_317, 'R10.3.31'],
    [[37, 2], '北斗電子', '非公表', 0, [44_286, 1], '未定'],
    [null, '合　計', 1150, 300, null, null],
  ];
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="&quot;P-&quot;0000"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';
  const bytes = book({
    sheets: {
      一覧:
        sheetData(rows as never) + mergeCells('A1:F1', 'A2:A4', 'B2:B4', 'C2:D2', 'E2:E4', 'F2:F4'),
    },
    styles,
    date1904: true,
  });

  it('has the displayed days, units and codes', async () => {
    const plan = await read(bytes, '一覧.xlsx');
    expect(plan.preview.rows).toMatchObject({ total: 3, rejected: 0 });
    expect(plan.records.map((r) => [r.code, r.facts.name])).toEqual([
      ['P-0001', 'ｱｵﾊﾞ精機 第二工場'],
      ['P-0002', 'みなと製薬'],
      ['P-0037', '北斗電子'],
    ]);
    // 44,286 days after 1 January 1904 is 1 April 2025, whatever the format of the cell
    expect(
      plan.records.map((r) => r.facts.milestones.find((m) => m.type === 'start')?.actual),
    ).toEqual(['2025-04-01', '2025-05-02', '2025-04-01']);
    expect(
      plan.records.map((r) => r.facts.milestones.find((m) => m.type === 'operation')?.plan),
    ).toEqual(['2027-04-30', '2028-03-31', undefined]);
    expect(minorsOf(plan)).toEqual(['1200000000', undefined, undefined]);
    expect([sumOf(plan), sumOf(plan, 'fai_done_total'), plan.facts.as_of]).toEqual([
      '1200000000',
      '300000000',
      '2026-06-30',
    ]);
    expect(plan.preview.printed_totals.map((t) => t.agrees)).toEqual([true, true]);
    expect(plan.preview.questions.filter((q) => q.default === undefined)).toEqual([]);
    expect(listProblems(plan)).toEqual(['6 △50']);
  });
});

describe('a workbook of two sheets, with units row by row, formulas that were never calculated, and a second table below', () => {
  const text = (r: string, value: string): string =>
    `<c r="${r}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheet = sheetData([
    ['编号', '项目', '金额', '单位', '币种'],
    ['Ａ－０１', '甲项目', 1.2, '亿元', '人民币'],
    ['A-02', '乙项目', 500, '万', '美元'],
  ]).replace(
    '</sheetData>',
    [
      `<row r="4">${text('A4', 'A-03')}${text('B4', '丙项目')}<c r="C4"><f>C3*2</f></c>${text('D4', '万')}${text('E4', '人民币')}</row>`,
      `<row r="7">${text('A7', '月份')}${text('B7', '企业数')}</row>`,
      `<row r="8">${text('A8', '2026-05')}<c r="B8"><v>61</v></c></row>`,
      `<row r="9">${text('A9', '2026-06')}<c r="B9"><v>63</v></c></row></sheetData>`,
    ].join(''),
  );
  const bytes = book({
    sheets: { 填报说明: sheetData([['一、本表由各组填报'], ['二、金额按协议填写']]), 台账: sheet },
  });
  const answers = { mapping: { 金额: 'total_investment' }, as_of: '2026-06-30' };

  it('reads each amount in the unit of its row, and reports a formula without a value', async () => {
    const plan = await read(bytes, '台账.xlsx', answers);
    expect(plan.preview.sheet).toBe('台账');
    expect(plan.records.map((r) => r.facts.amounts.total_investment?.money)).toEqual([
      { minor: '12000000000', currency: 'CNY' },
      { minor: '500000000', currency: 'USD' },
      undefined,
    ]);
    expect(plan.preview.problems.map((p) => [p.row, p.column])).toEqual([[4, 'C 金额']]);
    expect(questionIds(plan)).not.toContain('unit');
    expect(plan.preview.tables.map((t) => [t.row, t.kind])).toEqual([
      [1, 'projects'],
      [7, 'observations'],
    ]);
  });
  it('matches a half-width code with its full-width form, and shows the first spelling', async () => {
    const first = await read(bytes, '台账.xlsx', answers);
    expect(first.records[0]?.code).toBe('Ａ－０１');
    const later = await planOf(
      '编号,项目,备注\na-01,甲项目,开工\n',
      'r.csv',
      {},
      storeAfter(first),
    );
    expect([later.preview.rows, later.records.map((r) => r.code)]).toMatchObject([
      { new: 0, changed: 1 },
      ['Ａ－０１'],
    ]);
  });
});
