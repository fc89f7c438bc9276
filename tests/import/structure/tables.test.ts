import { describe, expect, it } from 'vitest';
import { csvOf, freshStore, planOf, questionIds, storeAfter, sumOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

const register = [
  ['项目编号', '项目名称', '总投资（万元）', '项目阶段'],
  ['A1', '甲', '5000', '在谈'],
  ['A2', '乙', '6000', '已签约'],
  ['合计', '', '11000', ''],
];
const series = [
  ['月份', '企业数', '就业人数'],
  ['2021-02', '37', '930'],
  ['2021-03', '41', '1010'],
];
const blank = [['', '', '', '']];
const own = { file_kind: 'own_register' };

describe('a second table below the first', () => {
  it('is found with its kind, offered, and read when chosen', async () => {
    const file = csvOf([...register, ...blank, ['主要指标'], ...series]);
    const first = await planOf(file, 'r.csv', own);
    expect(first.preview.tables).toEqual([
      { id: '1!1', row: 1, kind: 'projects', rows: 3 },
      { id: '1!7', row: 7, kind: 'observations', rows: 2 },
    ]);
    expect([first.preview.table, first.preview.rows.total, sumOf(first)]).toEqual([
      '1!1',
      2,
      '11000000000',
    ]);
    expect(first.preview.questions.find((q) => q.id === 'table')).toMatchObject({
      default: '1!1',
      choices: [
        { label: 'register, header in row 1, 3 rows' },
        { label: 'series of months, header in row 7, 2 rows' },
      ],
    });
    const second = await planOf(file, 'r.csv', { table: '1!7' }, storeAfter(first));
    expect([
      second.preview.kind,
      second.observations.map((o) => [o.indicator, o.period, o.value]),
    ]).toEqual([
      'observations',
      [
        ['companies', '2021-02', '37'],
        ['companies', '2021-03', '41'],
        ['jobs', '2021-02', '930'],
        ['jobs', '2021-03', '1010'],
      ],
    ]);
  });
  it('may be another register with other words and no title', async () => {
    const file = csvOf([
      ...register,
      ...blank,
      ['案件番号', '案件名', '総投資額（百万円）', '段階'],
      ['J1', '丙', '300', '商談中'],
    ]);
    const plan = await planOf(file, 'r.csv', { ...own, table: '1!6' });
    expect(plan.preview.sums).toMatchObject([{ currency: 'JPY', minor: '300000000', count: 1 }]);
  });
  it('begins at unknown words above values', async () => {
    const file = csvOf([
      ...register,
      ...blank,
      ['', 'Nombre', 'Importe', 'Fecha'],
      ['', 'Uno', '120', '2021-02-01'],
      ['', 'Dos', '80', '2021-03-01'],
    ]);
    const plan = await planOf(file, 'r.csv', own);
    expect(plan.preview.tables.map((t) => t.row)).toEqual([1, 6]);
    expect(plan.preview.rows.total).toBe(2);
  });
  it('is also found above a larger one', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [`B${i}`, `项目${i}`, '100', '在谈']);
    const plan = await planOf(
      csvOf([...series, ...blank, register[0] as string[], ...rows]),
      'r.csv',
      own,
    );
    expect([
      plan.preview.kind,
      plan.preview.rows.total,
      plan.preview.tables.map((t) => t.kind),
    ]).toEqual(['projects', 30, ['observations', 'projects']]);
  });
  it.each([
    ['a blank row between projects', [...register.slice(0, 2), ...blank, ...register.slice(2)]],
    [
      'the header again after a blank row',
      [...register.slice(0, 2), ...blank, register[0] as string[], ...register.slice(2)],
    ],
    [
      'a heading after a blank row',
      [...register.slice(0, 2), ...blank, ['二、储备项目'], ...register.slice(2)],
    ],
    [
      'a project of words alone after a blank row',
      [...register.slice(0, 3), ...blank, ['A9', '丁', '待定', '在谈']],
    ],
    ['a note after a blank row', [...register, ...blank, ['注：单位为万元', '', '', '']]],
  ])('is not %s', async (_, rows) => {
    const plan = await planOf(csvOf(rows), 'r.csv', own);
    expect(plan.preview.tables).toHaveLength(1);
    expect(questionIds(plan)).not.toContain('table');
  });
});

describe('several sheets', () => {
  const cells = (rows: readonly (readonly string[])[]) =>
    sheetData(rows.map((r) => r.map((c) => (/^\d+$/.test(c) ? Number(c) : c === '' ? null : c))));
  it('are listed with their first tables, and each can be read', async () => {
    const file = book({
      sheets: {
        说明: sheetData([['填表说明'], ['每月5日前报送']]),
        台账: cells(register),
        指标: cells(series),
      },
    });
    const first = await planOf(file, 'r.xlsx', own);
    expect(first.preview.tables).toEqual([
      { id: '2!1', sheet: '台账', row: 1, kind: 'projects', rows: 3 },
      { id: '3!1', sheet: '指标', row: 1, kind: 'observations', rows: 2 },
    ]);
    const second = await planOf(file, 'r.xlsx', { table: '3!1' }, storeAfter(first));
    expect([second.preview.sheet, second.observations.length]).toEqual(['指标', 4]);
  });
});

describe('columns of a series', () => {
  const korean = '연월,입주기업,고용인원,비고\n2021-02,37,930,\n2021-03,41,1010,x\n';
  it('with unknown words are mapped and remembered when an answer says that the file is a series', async () => {
    const seriesPlan = await planOf(korean, 'k.csv', { ...own, read_as: 'observations' });
    expect(seriesPlan.preview.questions.find((q) => q.id === 'mapping')).not.toHaveProperty(
      'default',
    );
    expect(seriesPlan.preview.columns[0]).toMatchObject({ header: '연월', field: 'period' });
    expect(seriesPlan.preview.choices.fields.map((c) => c.value)).toEqual(
      expect.arrayContaining(['period', 'companies', 'jobs', 'ignore']),
    );
    const mapping = { 입주기업: 'companies', 고용인원: 'jobs', 비고: 'ignore' };
    const answers = { ...own, read_as: 'observations', mapping };
    const plan = await planOf(korean, 'k.csv', answers);
    expect(plan.observations.map((o) => `${o.indicator} ${o.value}`)).toEqual([
      'companies 37',
      'companies 41',
      'jobs 930',
      'jobs 1010',
    ]);
    expect(plan.preview.columns.map((c) => [c.field, c.how])).toEqual([
      ['period', 'synonym'],
      ['companies', 'user'],
      ['jobs', 'user'],
      [undefined, 'ignored'],
    ]);
    const again = await planOf(
      korean,
      'k.csv',
      {},
      { ...storeAfter(plan), remembered: { [plan.shape]: { read_as: 'observations', mapping } } },
    );
    expect([again.preview.rows.unchanged, again.preview.columns[1]?.how]).toEqual([
      2,
      'remembered',
    ]);
  });
  it('can be mapped to another indicator, and another month column can be chosen', async () => {
    const file = '就业人数,企业数,月份\n37,930,2021-02\n41,1010,2021-03\n';
    const plan = await planOf(file, 's.csv', {
      ...own,
      mapping: { 就业人数: 'companies', 企业数: 'jobs', 月份: 'period' },
    });
    expect(plan.observations.map((o) => `${o.indicator} ${o.value}`)).toEqual([
      'companies 37',
      'companies 41',
      'jobs 930',
      'jobs 1010',
    ]);
  });
  it('a series can be read as a register by an answer, and the reverse', async () => {
    const file = '月份,企业数\n2021-02,37\n';
    expect(
      (
        await planOf(file, 's.csv', {
          ...own,
          read_as: 'projects',
          mapping: { 月份: 'project_name' },
        })
      ).preview.kind,
    ).toBe('projects');
    expect((await planOf(file, 's.csv', own)).preview.kind).toBe('observations');
  });
  it('labels of the long form are mapped like columns', async () => {
    const file =
      '月份,指标,数值\n2021-02,入驻家数,37\n2021-03,入驻家数,41\n2021-02,就业人数,930\n2021-03,就业人数,1010\n';
    const mapping = { 指标: 'indicator', 数值: 'value', 入驻家数: 'companies' };
    const plan = await planOf(file, 's.csv', { ...own, mapping });
    expect(plan.observations.map((o) => `${o.indicator} ${o.period} ${o.value}`)).toEqual([
      'companies 2021-02 37',
      'companies 2021-03 41',
      'jobs 2021-02 930',
      'jobs 2021-03 1010',
    ]);
    expect(plan.preview.columns.find((c) => c.header === '入驻家数')).toMatchObject({
      field: 'companies',
      how: 'user',
    });
  });
  it("the unit column of a register doesn't make it a series", async () => {
    const plan = await planOf(
      '日期,名称,牵头\n2021-02-01,甲,办公室\n2021-03-01,乙,商务局\n',
      'r.csv',
      {
        ...own,
        mapping: { 名称: 'project_name', 牵头: 'unit' },
      },
    );
    expect([plan.preview.kind, plan.records.map((r) => r.facts.unit)]).toEqual([
      'projects',
      ['办公室', '商务局'],
    ]);
  });
  it('are named in the requested language', async () => {
    const plan = await planOf(korean, 'k.csv', { read_as: 'observations' }, freshStore);
    expect(plan.texts['zh-CN'].questions.find((q) => q.id === 'file_kind')?.text).toMatch(
      /[\u4e00-\u9fff]/,
    );
    expect(plan.texts.ja.choices.fields[0]?.label).toBe('月');
    expect(plan.texts.en.choices.fields[0]?.label).toBe('Month');
  });
});
