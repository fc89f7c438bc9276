import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  csvOf,
  freshStore,
  minorsOf,
  planOf,
  storeAfter,
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

describe('an English pipeline with ranges in four currencies and headings in the column of names', () => {
  const rows = [
    ['Inward investment pipeline – as at 30 June 2026', '', '', '', ''],
    ['Opportunity', 'Investor', 'Value', 'Position', 'Decision'],
    ['Advanced manufacturing', '', '', '', ''],
    ['Turbine blades', 'Helio plc', '£10–15m', 'In talks', 'Sep-26'],
    ['Hydrogen valves', 'Nordventil', '€750k', 'Signed', '15/09/2026'],
    ['Battery recycling', 'Kyoto Cells', '¥1.2bn', 'In talks', 'Q3 2026'],
    ['Sub-total – advanced manufacturing', '', '£10m', '', ''],
    ['Life sciences', '', '', '', ''],
    ['Vaccine fill and finish', 'Biopath Inc', 'US$1.2bn', 'Signed', 'TBC'],
    ['Lab space', 'Undisclosed', 'c. £12m', 'On hold', ''],
    ['Clinical trials hub', 'NHS partner', 'up to £5m', 'In talks', '2027'],
    ['Pipeline total (6 opportunities)', '', '', '', ''],
  ];
  // names, amounts and stages are found by what their columns hold
  const answers = { mapping: { Decision: 'signed_date' } };
  it('reads no heading or total as a project, and each amount in its own currency', async () => {
    const plan = await read(csvOf(rows), 'pipeline.csv', answers);
    expect(names(plan)).toEqual([
      'Turbine blades',
      'Hydrogen valves',
      'Battery recycling',
      'Vaccine fill and finish',
      'Lab space',
      'Clinical trials hub',
    ]);
    expect(
      plan.records
        .map((r) => r.facts.amounts.total_investment)
        .map((a) => [a?.money?.currency, a?.money?.minor, a?.qualifier]),
    ).toEqual([
      ['GBP', '1000000000', 'at_least'],
      ['EUR', '75000000', undefined],
      // a bare ¥ is yuan or yen
      [undefined, undefined, undefined],
      ['USD', '120000000000', undefined],
      ['GBP', '1200000000', 'about'],
      // "up to" has no lower bound, so the text is kept
      [undefined, undefined, undefined],
    ]);
    expect(plan.records.map((r) => r.facts.investor)).toEqual([
      'Helio plc',
      'Nordventil',
      'Kyoto Cells',
      'Biopath Inc',
      undefined,
      'NHS partner',
    ]);
    expect(plan.preview.questions.filter((q) => q.default === undefined).map((q) => q.id)).toEqual([
      'currency',
    ]);
    expect(plan.facts.as_of).toBe('2026-06-30');
  });
  it("reports the cells that it can't read", async () => {
    const plan = await read(csvOf(rows), 'pipeline.csv', { ...answers, currency: 'JPY' });
    expect(plan.records[2]?.facts.amounts.total_investment?.money).toEqual({
      minor: '1200000000',
      currency: 'JPY',
    });
    expect(listProblems(plan)).toEqual(expect.arrayContaining(['4 £10–15m', '11 up to £5m']));
  });
});

describe('a list without code, amount or stage', () => {
  const rows = [
    ['进区企业意向名录', '', '', ''],
    ['企业', '意向内容', '联系人', '备注'],
    ['汐川食品', '拟租用标准厂房2000㎡', '赵', ''],
    ['月见科技', '〃', '〃', '第二次来访'],
    ['【服务业】', '', '', ''],
    ['橙光设计', '设计工作室', '钱', ''],
    ['共3家', '', '', ''],
    ['填表人：孙', '', '', '联系电话：0532-0000'],
  ];
  const answers = { mapping: { 企业: 'project_name', 意向内容: 'progress_text' } };
  it('has three projects of unknown stage without an amount, and ignores heading, count and signature', async () => {
    const plan = await read(csvOf(rows), '名录2026-06-30.csv', answers);
    expect(names(plan)).toEqual(['汐川食品', '月见科技', '橙光设计']);
    expect(stages(plan)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(plan.records.map((r) => r.facts.progress_text)).toEqual([
      '拟租用标准厂房2000㎡',
      '拟租用标准厂房2000㎡',
      '设计工作室',
    ]);
    expect(plan.records.map((r) => r.facts.owner)).toEqual(['赵', '赵', '钱']);
    expect([plan.preview.sums, plan.facts.as_of]).toEqual([[], '2026-06-30']);
    expect(
      (
        await planOf(
          csvOf(rows),
          '名录2026-07-31.csv',
          { file_kind: 'own_register', ...answers },
          storeAfter(plan),
        )
      ).preview.rows,
    ).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 3,
    });
  });
});

describe('a Shift_JIS list with half-width kana, and amounts whose thousands were left unquoted', () => {
  const text =
    'ｺｰﾄﾞ,案件名,総投資額（百万円）,備考\r\nＫ－１,ﾃｽﾄ工場 建設計画,1200,\r\nK－2,ﾐﾅﾄ倉庫 増設,3,400,\r\nＫ‐３,ﾎｸﾄ研究所 新設,80,ﾎﾞｲﾗｰ更新\r\n';
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('shift_jis');
  for (let a = 0x81; a <= 0xfc; a += 1) {
    const one = decoder.decode(new Uint8Array([a]));
    if (one !== '\ufffd') table.set(one, [a]);
    for (let b = 0x40; b <= 0xfc; b += 1) {
      const c = decoder.decode(new Uint8Array([a, b]));
      if (c.length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [a, b]);
    }
  }
  const bytes = new Uint8Array(
    [...text].flatMap((c) =>
      c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]),
    ),
  );
  const answers = { as_of: '2026-06-30' };
  it('is read letter for letter, and the row with an extra field is reported', async () => {
    const plan = await read(bytes, 'list.csv', answers);
    expect([plan.preview.encoding, names(plan)]).toEqual([
      'shift_jis',
      ['ﾃｽﾄ工場 建設計画', 'ﾐﾅﾄ倉庫 増設', 'ﾎｸﾄ研究所 新設'],
    ]);
    expect(plan.records.map((r) => r.code)).toEqual(['Ｋ－１', 'K－2', 'Ｋ‐３']);
    expect(plan.preview.problems.map((p) => p.row)).toEqual([3]);
  });
});

describe('contradictions are reported', () => {
  it('the unit of a heading overrides the header for its rows, and a name alone may be a heading', async () => {
    const rows = [
      ['编号', '项目名称', '总投资（万元）', '投资方', '项目阶段'],
      ['K1', '甲', '500', '子', '在谈'],
      ['K2', '乙', '600', '丑', '在谈'],
      ['二、重大项目（亿元）', '', '', '', ''],
      ['K3', '丙', '7', '寅', '在谈'],
      ['', '某某新区', '', '', ''],
    ];
    const plan = await read(csvOf(rows), 'r.csv', { as_of: '2026-06-30' });
    expect(minorsOf(plan)).toEqual(['500000000', '600000000', '70000000000', undefined]);
    expect(listProblems(plan)).toEqual(['4 二、重大项目（亿元）', '6 某某新区']);
  });
  it('2025.1 as a number may be January or October', async () => {
    const cells = sheetData([
      ['编号', '项目名称', '开工时间'],
      ['K1', '甲', 2025.1],
      ['K2', '乙', 2025.11],
    ]);
    const plan = await read(book({ sheets: { a: cells } }), 'r.xlsx');
    expect(plan.records.map((r) => r.facts.milestones[0]?.actual)).toEqual([
      undefined,
      '2025-11-30',
    ]);
    expect(listProblems(plan)).toEqual(['2 2025.1']);
  });
});
