import { describe, expect, it } from 'vitest';
import { planOf, questionIds, sumOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/** Double-byte tables made by decoding every pair, so that no encoder is needed. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) {
      const c = decoder.decode(new Uint8Array([a, b]));
      if (c.length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [a, b]);
    }
  return new Uint8Array(
    [...text].flatMap((c) =>
      c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]),
    ),
  );
}
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array =>
  new Uint8Array(
    [...(mark ? '\ufeff' : ''), ...text]
      .join('')
      .split('')
      .flatMap((c) =>
        little
          ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]
          : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255],
      ),
  );

describe('encodings', () => {
  const chinese = '项目编号,项目名称,总投资（万元）\nA1,节能环保装备制造项目,"90,000"\n';
  const japanese = '管理番号,案件名,総投資額（百万円）\nA1,水素エネルギー製造の案件,"1,200"\n';
  it.each([
    ['UTF-8', new TextEncoder().encode(chinese), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${chinese}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(chinese, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(chinese, false, true), 'utf-16be'],
    [
      'UTF-16 LE without a mark',
      utf16('Project ID,Project name,Total investment (RMB mn)\nA1,One,90\n', true, false),
      'utf-16le',
    ],
    ['GB18030', encode(chinese, 'gb18030'), 'gb18030'],
    ['Shift_JIS', encode(japanese, 'shift_jis'), 'shift_jis'],
    [
      'windows-1252',
      new Uint8Array(
        [
          ...'Project ID;Project name;Total investment (EUR m)\nA1;Fábrica de baterías en León;90\n',
        ].map((c) => c.charCodeAt(0)),
      ),
      'windows-1252',
    ],
  ])('%s is recognised without a question', async (_, bytes, encoding) => {
    const plan = await planOf(bytes);
    expect(plan.preview.encoding).toBe(encoding);
    expect(questionIds(plan)).not.toContain('encoding');
    expect(plan.records[0]?.facts.name).toMatch(
      /^(?:节能环保装备制造项目|水素エネルギー製造の案件|One|Fábrica de baterías en León)$/,
    );
  });
  /** One byte a character, by decoding each. */
  const oneByte = (text: string, encoding: string): Uint8Array => {
    const decoder = new TextDecoder(encoding);
    const table = new Map(
      Array.from({ length: 128 }, (_, i) => [decoder.decode(new Uint8Array([128 + i])), 128 + i]),
    );
    return new Uint8Array(
      [...text].map((c) => (c.charCodeAt(0) < 0x80 ? c.charCodeAt(0) : (table.get(c) ?? 0x3f))),
    );
  };
  // Seen to fail: rows of UTF-8 below others in windows-1251 were imported as “Р—Р°РІРѕРґ” without
  // a report.
  it('reports only the rows that are UTF-8 in a windows-1251 file', async () => {
    const rows = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, i) => `A${from + i};Завод композитных материалов;Строится\n`,
      ).join('');
    const head = oneByte(`Project ID;Project name;Remarks\n${rows(0, 200)}`, 'windows-1251');
    const { preview } = await planOf(
      new Uint8Array([...head, ...new TextEncoder().encode(rows(200, 202))]),
    );
    expect(preview.encoding).toBe('windows-1251');
    expect(
      preview.problems.filter(({ kind }) => kind === 'characters_mixed').map(({ row }) => row),
    ).toEqual([202, 203]);
    expect(preview.problems.find(({ kind }) => kind === 'characters_mixed')?.value).toContain(
      'Р—Р°РІРѕРґ',
    );
  });
  it.each([
    [
      'windows-1250',
      oneByte(
        'Project ID;Project name;Remarks\nA1;Fabryka łożysk;Zażółć gęślą jaźń\nA2;Śląsk;Łódź\n',
        'windows-1250',
      ),
      'Fabryka łożysk',
    ],
    [
      'windows-1251',
      oneByte(
        'Project ID;Project name;Remarks\nA1;Завод композитных материалов;Строится\n',
        'windows-1251',
      ),
      'Завод композитных материалов',
    ],
    [
      'windows-1252',
      oneByte(
        'Project ID;Project name;Remarks\nA1;Größere Anlage für Öl;“ça va” – 5 €\n',
        'windows-1252',
      ),
      'Größere Anlage für Öl',
    ],
    [
      'big5',
      encode('項目編號,項目名稱,備註\nA1,節能環保裝備製造,建設中的第一期工程\n', 'big5'),
      '節能環保裝備製造',
    ],
    [
      'euc-kr',
      encode('관리번호,사업명,비고\nA1,이차전지 소재 공장,공사 진행중\n', 'euc-kr'),
      '이차전지 소재 공장',
    ],
  ])('%s is detected, shown, and can be changed', async (encoding, bytes, name) => {
    const plan = await planOf(bytes, 'r.csv', { mapping: { 사업명: 'project_name' } });
    expect([plan.preview.encoding, plan.records[0]?.facts.name]).toEqual([encoding, name]);
    expect(plan.preview.encodings).toEqual(
      expect.arrayContaining([encoding, 'windows-1253', 'windows-1254', 'windows-1257']),
    );
    const other = await planOf(bytes, 'r.csv', {
      encoding: 'windows-1257',
      mapping: { 0: 'extra' },
    }).catch((error: unknown) => error);
    expect(other).toBeDefined();
  });
  it('can be changed by an answer', async () => {
    expect(
      await planOf(encode(chinese, 'gb18030'), 'r.csv', { encoding: 'windows-1252' }).catch(
        (e: { key: string }) => e,
      ),
    ).toBeDefined();
    expect(
      (await planOf(encode(japanese, 'shift_jis'), 'r.csv', { encoding: 'shift_jis' })).preview
        .encoding,
    ).toBe('shift_jis');
  });
});

describe('headers', () => {
  it('joins a header of two rows in CSV and takes the unit of the upper one', async () => {
    const plan = await planOf(
      '项目编号,项目名称,投资情况(万元),,开工时间,\n,,总投资,到位资金,计划,实际\nA1,甲,"9,000",100,2021-06-30,2021/7/2\n',
    );
    expect(plan.preview.header_row).toBe(2);
    expect(plan.records[0]?.facts).toMatchObject({
      amounts: {
        total_investment: { money: { minor: '9000000000' } },
        paid_in: { money: { minor: '100000000' } },
      },
      milestones: [{ type: 'start', plan: '2021-06-30', actual: '2021-07-02' }],
    });
  });
  it('joins merged headers in XLSX, fills merged words down and never amounts', async () => {
    const rows = [
      ['台账', null, null, null, null],
      ['单位：亿元', null, null, null, null],
      ['行业', '项目编号', '项目名称', '投资', null],
      [null, null, null, '总投资', '到位资金'],
      ['材料科学', 'A1', '甲', 1.5, 0.1],
      [null, 'A2', '乙', null, 0],
    ];
    const merges = ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'A5:A6', 'D5:D6'];
    const plan = await planOf(
      book({
        sheets: {
          台账: `${sheetData(rows as never)}<mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`,
        },
      }),
      'r.xlsx',
    );
    expect(
      plan.records.map((r) => [
        r.code,
        r.facts.industry,
        r.facts.amounts.total_investment?.money?.minor ?? r.facts.amounts.total_investment?.missing,
        r.facts.amounts.paid_in?.money?.minor,
      ]),
    ).toEqual([
      ['A1', 'material', '15000000000', '1000000000'],
      ['A2', 'material', 'not_reported', '0'],
    ]);
  });
  it('finds a table that starts in column D of row 12, and drops headings, subtotals, totals and notes', async () => {
    const rows = [
      ['序号', '项目编号', '项目名称', '所属行业', '总投资（万元）'],
      ['一、节能环保'],
      [1, 'A1', '甲', '节能环保', 2000],
      [2, 'A2', '乙', '节能环保', 3000],
      ['小计', null, null, null, 5000],
      ['二、材料'],
      [3, 'B1', '丙', '材料科学', 4000],
      ['小计', null, null, null, 4100],
      ['合计', null, null, null, 9000],
      ['注：不含在谈项目'],
    ];
    const plan = await planOf(book({ sheets: { a: sheetData(rows as never, 12, 3) } }), 'r.xlsx');
    expect([plan.preview.header_row, plan.preview.rows.total, sumOf(plan)]).toEqual([
      12,
      3,
      '9000000000',
    ]);
    expect(plan.preview.printed_totals.map((t) => [t.row, t.printed, t.sum, t.agrees])).toEqual([
      [16, '5000', '5000', true],
      [19, '4100', '4000', false],
      [20, '9000', '9000', true],
    ]);
    expect(questionIds(plan)).not.toContain('mapping');
  });
  it('asks about a header with several meanings, and applies either answer', async () => {
    const file = '项目编号,项目名称,投资额（万元）\nA1,甲,9000\n';
    const plan = await planOf(file);
    expect(plan.preview.questions.find((q) => q.id === 'mapping')).toMatchObject({
      kind: 'mapping',
      items: [{ key: '投资额（万元）', proposal: 'total_investment' }],
    });
    expect(plan.preview.questions.find((q) => q.id === 'mapping')?.default).toBe('proposals');
    const rival = await planOf(
      '项目编号,项目名称,投资额（万元）,补助金额（万元）\nA1,甲,9000,100\n',
    );
    expect(rival.preview.questions.find((q) => q.id === 'mapping')).not.toHaveProperty('default');
    for (const mapping of [
      { '投资额（万元）': 'contracted_amount' },
      { contracted_amount: '投资额（万元）' },
    ] as const) {
      expect(sumOf(await planOf(file, 'r.csv', { mapping }), 'contracted_amount')).toBe(
        '9000000000',
      );
    }
  });
  it('chooses the sheet with a register, and asks when two sheets have one', async () => {
    const register = sheetData([
      ['项目编号', '项目名称', '总投资（万元）'],
      ['A1', '甲', 5000],
    ]);
    const one = await planOf(
      book({ sheets: { 说明: sheetData([['填表说明'], ['每月5日前报送']]), 台账: register } }),
      'r.xlsx',
    );
    expect([one.preview.sheet, questionIds(one).includes('sheet')]).toEqual(['台账', false]);
    const two = await planOf(book({ sheets: { 甲区: register, 乙区: register } }), 'r.xlsx', {
      sheet: '乙区',
    });
    expect(two.preview.sheet).toBe('乙区');
    expect(
      questionIds(await planOf(book({ sheets: { 甲区: register, 乙区: register } }), 'r.xlsx')),
    ).toEqual(expect.arrayContaining(['sheet', 'sheets']));
  });
});
