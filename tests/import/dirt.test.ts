import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports.ts';
import type { ImportPlan } from '#server/importing/plan.ts';
import { after, planOf, questionIds, sumOf } from './known.ts';
import { book, sheetData } from './zip.ts';

const minors = (plan: ImportPlan): (string | undefined)[] => plan.records.map((r) => r.facts.amounts.total_investment?.money?.minor);
const csv = (rows: readonly string[][]): string => rows.map((r) => r.map((c) => (/[",\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')).join('\n');
/** Double-byte tables made by decoding every pair, so that no encoder is needed. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let a = 0x81; a <= 0xfe; a += 1) for (let b = 0x40; b <= 0xfe; b += 1) {
    const c = decoder.decode(new Uint8Array([a, b]));
    if (c.length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [a, b]);
  }
  return new Uint8Array([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))));
}
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array =>
  new Uint8Array([...(mark ? '\ufeff' : ''), ...text].join('').split('').flatMap((c) => (little ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])));

describe('encodings', () => {
  const chinese = '项目编号,项目名称,总投资（万元）\nA1,节能环保装备制造项目,"90,000"\n';
  const japanese = '管理番号,案件名,総投資額（百万円）\nA1,水素エネルギー製造の案件,"1,200"\n';
  it.each([
    ['UTF-8', new TextEncoder().encode(chinese), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${chinese}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(chinese, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(chinese, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16('Project ID,Project name,Total investment (RMB mn)\nA1,One,90\n', true, false), 'utf-16le'],
    ['GB18030', encode(chinese, 'gb18030'), 'gb18030'],
    ['Shift_JIS', encode(japanese, 'shift_jis'), 'shift_jis'],
    ['windows-1252', new Uint8Array([...'Project ID;Project name;Total investment (EUR m)\nA1;Fábrica de baterías en León;90\n'].map((c) => c.charCodeAt(0))), 'windows-1252'],
  ])('%s is recognised without a question', async (_, bytes, encoding) => {
    const plan = await planOf(bytes);
    expect(plan.preview.encoding).toBe(encoding);
    expect(questionIds(plan)).not.toContain('encoding');
    expect(plan.records[0]?.facts.name).toMatch(/^(?:节能环保装备制造项目|水素エネルギー製造の案件|One|Fábrica de baterías en León)$/);
  });
  it('can be answered otherwise', async () => {
    expect((await planOf(encode(chinese, 'gb18030'), 'r.csv', { encoding: 'windows-1252' }).catch((e: { key: string }) => e))).toBeDefined();
    expect((await planOf(encode(japanese, 'shift_jis'), 'r.csv', { encoding: 'shift_jis' })).preview.encoding).toBe('shift_jis');
  });
});

describe('headers', () => {
  it('joins a header of two rows in CSV and takes the unit of the upper one', async () => {
    const plan = await planOf('项目编号,项目名称,投资情况(万元),,开工时间,\n,,总投资,到位资金,计划,实际\nA1,甲,"9,000",100,2021-06-30,2021/7/2\n');
    expect(plan.preview.header_row).toBe(2);
    expect(plan.records[0]?.facts).toMatchObject({ amounts: { total_investment: { money: { minor: '9000000000' } }, paid_in: { money: { minor: '100000000' } } }, milestones: [{ type: 'start', plan: '2021-06-30', actual: '2021-07-02' }] });
  });
  it('joins merged headers in XLSX, fills merged words down and never amounts', async () => {
    const rows = [['台账', null, null, null, null], ['单位：亿元', null, null, null, null], ['行业', '项目编号', '项目名称', '投资', null], [null, null, null, '总投资', '到位资金'], ['材料科学', 'A1', '甲', 1.5, 0.1], [null, 'A2', '乙', null, 0]];
    const merges = ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'A5:A6', 'D5:D6'];
    const plan = await planOf(book({ sheets: { 台账: `${sheetData(rows as never)}<mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>` } }), 'r.xlsx');
    expect(plan.records.map((r) => [r.code, r.facts.industry, r.facts.amounts.total_investment?.money?.minor ?? r.facts.amounts.total_investment?.missing, r.facts.amounts.paid_in?.money?.minor])).toEqual([['A1', 'material', '15000000000', '1000000000'], ['A2', 'material', 'not_reported', '0']]);
  });
  it('finds a table that starts in column D of row 12, and drops headings, subtotals, totals and notes', async () => {
    const rows = [['序号', '项目编号', '项目名称', '所属行业', '总投资（万元）'], ['一、节能环保'], [1, 'A1', '甲', '节能环保', 2000], [2, 'A2', '乙', '节能环保', 3000], ['小计', null, null, null, 5000], ['二、材料'], [3, 'B1', '丙', '材料科学', 4000], ['小计', null, null, null, 4100], ['合计', null, null, null, 9000], ['注：不含在谈项目']];
    const plan = await planOf(book({ sheets: { a: sheetData(rows as never, 12, 3) } }), 'r.xlsx');
    expect([plan.preview.header_row, plan.preview.rows.total, sumOf(plan)]).toEqual([12, 3, '9000000000']);
    expect(plan.preview.printed_totals.map((t) => [t.row, t.printed, t.sum, t.agrees])).toEqual([[16, '5000', '5000', true], [19, '4100', '4000', false], [20, '9000', '9000', true]]);
    expect(questionIds(plan)).not.toContain('mapping');
  });
  it('asks about a header that means several things, and takes the answer in either direction', async () => {
    const file = '项目编号,项目名称,投资额（万元）\nA1,甲,9000\n';
    const plan = await planOf(file);
    expect(plan.preview.questions.find((q) => q.id === 'mapping')).toMatchObject({ kind: 'mapping', items: [{ key: '投资额（万元）', proposal: 'total_investment' }] });
    expect(plan.preview.questions.find((q) => q.id === 'mapping')).not.toHaveProperty('default');
    for (const mapping of [{ '投资额（万元）': 'contracted_amount' }, { contracted_amount: '投资额（万元）' }] as const) {
      expect(sumOf(await planOf(file, 'r.csv', { mapping }), 'contracted_amount')).toBe('9000000000');
    }
  });
  it('chooses the sheet that is a register, and asks when two are', async () => {
    const register = sheetData([['项目编号', '项目名称', '总投资（万元）'], ['A1', '甲', 5000]]);
    const one = await planOf(book({ sheets: { 说明: sheetData([['填表说明'], ['每月5日前报送']]), 台账: register } }), 'r.xlsx');
    expect([one.preview.sheet, questionIds(one).includes('sheet')]).toEqual(['台账', false]);
    const two = await planOf(book({ sheets: { 甲区: register, 乙区: register } }), 'r.xlsx', { sheet: '乙区' });
    expect(two.preview.sheet).toBe('乙区');
    expect(questionIds(await planOf(book({ sheets: { 甲区: register, 乙区: register } }), 'r.xlsx'))).toContain('sheet');
  });
});

describe('amounts', () => {
  const amount = async (cell: string, header = '总投资（万元）', answers: ImportAnswers = {}) => (await planOf(csv([['项目编号', '项目名称', header], ['A1', '甲', cell]]), 'r.csv', answers)).records[0]?.facts.amounts.total_investment;
  it.each([
    ['约2.8亿元', '28000000000', 'about'], ['超过5000', '5000000000', 'over'], ['1亿', '10000000000', undefined], ['５，０００', '5000000000', undefined], ['5-10亿元', '50000000000', 'at_least'],
    ['US$12 million', '1200000000', undefined], ['500万美元', '500000000', undefined], ['(1,000)', '-1000000000', undefined], ['9007199254', '9007199254000000', undefined],
  ])('reads %s', async (cell, minor, qualifier) => {
    const read = await amount(cell);
    expect(read?.money?.minor).toBe(minor);
    expect(read?.qualifier).toBe(qualifier);
  });
  it.each([['—', 'not_reported'], ['未公开', 'not_disclosed'], ['面议', 'not_disclosed'], ['不适用', 'not_applicable'], ['', 'not_reported']])('keeps %j as missing: %s', async (cell, reason) => {
    expect(await amount(cell)).toMatchObject({ missing: reason });
    expect(await amount(cell)).not.toHaveProperty('money');
  });
  it.each(['NaN', 'Infinity', '1e309', '########', '12%', '大概很多', '5兆', '0.0000001', '9007199254740993'])('never guesses what %s is', async (cell) => {
    expect(await amount(cell)).toMatchObject({ missing: 'not_reported', text: cell });
  });
  it('keeps a typed zero', async () => {
    expect((await amount('0'))?.money?.minor).toBe('0');
  });
  it('asks for currency and unit when nothing says them, and takes unit words', async () => {
    const file = csv([['Project ID', 'Project name', 'Total investment'], ['A1', 'One', '1200']]);
    expect(questionIds(await planOf(file))).toEqual(['file_kind', 'currency', 'unit', 'as_of']);
    expect(minors(await planOf(file, 'r.csv', { currency: 'JPY', unit: '1000000' }))).toEqual(['1200000000']);
    expect(minors(await planOf(file, 'r.csv', { currency: 'JPY', unit: '百万円' }))).toEqual(['1200000000']);
  });
  it('decides the decimal sign by the column', async () => {
    const euro = (cells: string[]): Promise<ImportPlan> => planOf(`Project ID;Project name;Total investment (EUR)\n${cells.map((c, i) => `A${i};P${i};${c}`).join('\n')}\n`);
    expect(minors(await euro(['1.234,56', '1.234', '12,5']))).toEqual(['123456', '123400', '1250']);
    expect(minors(await euro(['1,234.56', '1,234', '1.5', '1\u00a0234.5', '1\u202f234.5']))).toEqual(['123456', '123400', '150', '123450', '123450']);
  });
  it('never adds two currencies of one column', async () => {
    const plan = await planOf(csv([['项目编号', '项目名称', '总投资（万元）'], ['A1', '甲', '9000'], ['A2', '乙', '500万美元']]));
    expect(plan.preview.sums.map((s) => [s.currency, s.minor, s.count])).toEqual([['CNY', '9000000000', 1], ['USD', '500000000', 1]]);
  });
});

describe('dates', () => {
  const signed = async (cells: readonly string[], answers: ImportAnswers = {}) => {
    const plan = await planOf(csv([['项目编号', '项目名称', '项目阶段', '签约时间'], ...cells.map((c, i) => [`A${i}`, '甲', '已签约', c])]), 'r.csv', answers);
    return { plan, days: plan.records.map((r) => r.stage_events.at(-1)?.date) };
  };
  it.each([
    ['2021/4/16', '2021-04-16'], ['2021年4月16日', '2021-04-16'], ['2021年4月', '2021-04-30'], ['2021.04.16', '2021-04-16'], ['20210416', '2021-04-16'], ['令和3年4月16日', '2021-04-16'], ['R3.4.16', '2021-04-16'], ['令和元年5月1日', '2019-05-01'], ['平成31年4月', '2019-04-30'],
    ['44302', '2021-04-16'], ['2021-04-16T23:59:00+09:00', '2021-04-16'], ['16 April 2021', '2021-04-16'], ['Apr 16, 2021', '2021-04-16'], ['2024-02-29', '2024-02-29'], ['31.12.2026', '2026-12-31'],
  ])('reads %s as %s', async (cell, day) => {
    expect((await signed([cell])).days).toEqual([day]);
  });
  it.each(['2023-02-29', '1905-07-14', '9999-01-01', '2026-W53', 'Q3 2026', '#####', '待定中'])('keeps %s as missing, with its cell', async (cell) => {
    const { plan, days } = await signed([cell]);
    expect(days).toEqual([undefined]);
    expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'D 签约时间', value: cell }]);
    expect(plan.preview.rows.rejected).toBe(0);
  });
  it('asks about 01/02/2026 unless another cell of the column shows the order', async () => {
    expect(questionIds((await signed(['01/02/2026'])).plan)).toContain('date_order');
    expect((await signed(['01/02/2026'], { date_order: 'dmy' })).days).toEqual(['2026-02-01']);
    expect((await signed(['01/02/2026', '01/31/2026'])).days).toEqual(['2026-01-02', '2026-01-31']);
  });
  it('reads Excel dates by their style, in workbooks of 1900 and 1904', async () => {
    const styles = '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>';
    const rows = (serial: number): Parameters<typeof sheetData>[0] => [['项目编号', '项目名称', '项目阶段', '签约时间'], ['A1', '甲', '已签约', [serial, 1]], ['A2', '乙', '已签约', [serial, 2]]];
    for (const [serial, date1904] of [[44302, false], [42840, true]] as const) {
      const plan = await planOf(book({ sheets: { a: sheetData(rows(serial)) }, styles, date1904 }), 'r.xlsx');
      expect(plan.records.map((r) => r.stage_events.at(-1)?.date)).toEqual(['2021-04-16', '2021-04-16']);
    }
  });
});

describe('words, codes and rows', () => {
  it('keeps an unknown stage word, asks, and takes the answer', async () => {
    const file = csv([['项目编号', '项目名称', '项目阶段'], ['A1', '甲', '三方会审'], ['A2', '乙', '已签约'], ['A3', '丙', '三方会审']]);
    const plan = await planOf(file);
    expect(plan.records[0]?.stage_events).toEqual([{ stage: 'unknown', word: '三方会审' }]);
    expect(plan.preview.questions.find((q) => q.id === 'stage_words')).toMatchObject({ default: 'keep', items: [{ key: '三方会审', count: 2 }] });
    expect((await planOf(file, 'r.csv', { stage_words: { 三方会审: 'negotiation' } })).records.map((r) => r.stage_events[0]?.stage)).toEqual(['negotiation', 'signed', 'negotiation']);
    expect((await planOf(file, 'r.csv', { stage_words: { 三方会审: 'terminated' } })).records[0]).toMatchObject({ stage_events: [{ stage: 'unknown', word: '三方会审' }], status_events: [{ status: 'terminated' }] });
  });
  it('refuses only a row without name and code, and says where', async () => {
    const plan = await planOf(csv([['项目编号', '项目名称', '总投资（万元）', '备注'], ['A1', '', '5000', ''], ['', '乙', '6000', ''], ['', '', '7000', 'x']]));
    expect(plan.preview.rows).toMatchObject({ total: 3, new: 2, rejected: 1 });
    expect(plan.preview.problems).toMatchObject([{ row: 4 }]);
    expect(plan.records[0]?.facts.name).toBe('A1');
  });
  it('gives stable codes to rows without one, and finds them again when they move', async () => {
    const rows = (names: string[]): string => csv([['案件名', '投資者', '総投資額（百万円）'], ...names.map((n) => [n, '会社', '1200'])]);
    const first = await planOf(rows(['甲案件', '乙案件']));
    const moved = await planOf(rows(['新案件', '甲案件', '乙案件']), 'r.csv', {}, after(first));
    expect(moved.preview.rows).toMatchObject({ new: 1, changed: 0, unchanged: 2 });
    expect(questionIds(moved)).toContain('same_project');
    expect((await planOf(rows(['甲案件', '乙案件']), 'r.csv', {}, after(first))).preview.rows).toMatchObject({ unchanged: 2, new: 0 });
  });
  it('asks about one code on several rows and never sums them', async () => {
    const file = csv([['项目编号', '项目名称', '总投资（万元）'], ['A1', '甲', '1000'], ['A1', '甲', '3000']]);
    const read = async (answer?: string): Promise<(string | undefined)[]> => minors(await planOf(file, 'r.csv', answer === undefined ? {} : { several_rows: answer }));
    expect(questionIds(await planOf(file))).toContain('several_rows');
    expect([await read(), await read('first'), await read('last')]).toEqual([['1000000000', '3000000000'], ['1000000000'], ['3000000000']]);
  });
  it('keeps what a later edition has no column for', async () => {
    const first = await planOf(csv([['项目编号', '项目名称', '总投资（万元）', '责任人'], ['A1', '甲', '1000', '王']]));
    const plan = await planOf(csv([['项目编号', '项目名称', '总投资（万元）'], ['A1', '甲', '1100']]), 'r.csv', {}, after(first));
    expect(plan.records[0]?.facts).toMatchObject({ owner: '王', amounts: { total_investment: { money: { minor: '1100000000' } } } });
  });
  it('makes another zone with its own name, and no targets of the sample', async () => {
    const file = csv([['项目编号', '项目名称', '总投资（万元）', '行业'], ['A1', '甲', '1000', '港口']]);
    expect(questionIds(await planOf(file, 'r.csv', { file_kind: 'other_zone' }))).toContain('zone_name');
    expect((await planOf(file, 'r-2024-05-31.csv', { file_kind: 'other_zone', zone_name: '甲区' })).profile).toEqual({ kind: 'new_zone', name: '甲区', base_currency: 'CNY', industries: ['港口'], as_of: '2024-05-31' });
  });
});

describe('round trips', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((t) => t.normalize('NFC').replace(/[\p{C}\p{Z}'￾￿]/gu, '')).filter((t) => t.length > 0 && /\p{L}/u.test(t));
  const record = fc.record({ name: text, wan: fc.bigInt({ min: 0n, max: 10n ** 12n }) });
  it('any name and amount come back exactly, from CSV and from XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (records) => {
        const rows = [['项目编号', '项目名称', '总投资（万元）'], ...records.map((r, i) => [`A${i}`, `项目${r.name}`, r.wan.toString()])];
        const wanted = records.map((r) => [`项目${r.name}`, (r.wan * 1_000_000n).toString()]);
        for (const bytes of [new TextEncoder().encode(csv(rows)), book({ sheets: { a: sheetData(rows) } })]) {
          const plan = await planOf(bytes);
          expect(plan.records.map((r) => [r.facts.name, r.facts.amounts.total_investment?.money?.minor])).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('any bytes are read or refused with a sentence, never an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await planOf(bytes).catch((error: Error) => expect(error.name).toBe('ImportFailure'));
      }),
      { numRuns: 200 },
    );
  });
  it('a workbook cut or changed anywhere is read or refused with a sentence', async () => {
    const good = book({ sheets: { a: sheetData([['项目编号', '项目名称'], ['A1', '甲']]) }, strings: '<si><t>x</t></si>' });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const bad = cut ? good.slice(0, at) : good.slice();
        if (!cut) bad[at] = value;
        await planOf(bad, 'r.xlsx').catch((error: Error) => expect(error.name).toBe('ImportFailure'));
      }),
      { numRuns: 200 },
    );
  });
});
