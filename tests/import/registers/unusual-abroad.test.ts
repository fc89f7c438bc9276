import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  csvOf,
  freshStore,
  minorsOf,
  planOf,
  questionIds,
  type WholePlan,
} from '../import-context.ts';

const own = { file_kind: 'own_register' };
const read = (text: string | Uint8Array, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(text, 'r.csv', { ...own, ...answers }, { ...freshStore, today: '2026-07-10' });
const fields = (plan: WholePlan): Record<string, string | undefined> =>
  Object.fromEntries(plan.preview.columns.map((c) => [c.header, c.field]));
const stages = (plan: WholePlan): (string | undefined)[] =>
  plan.records.map((r) => r.stage_events.at(-1)?.stage);
const agree = (plan: WholePlan) =>
  plan.preview.printed_totals.map((t) => [t.column, t.printed, t.agrees]);

describe('registers of other countries', () => {
  it('Spanish: a decimal comma applies to the columns that leave it open, a sentence holds the unit, the footnote is no project', async () => {
    const plan = await read(
      `Cartera de inversiones - actualización a 30/06/2026;;;;;
Importes en miles de euros salvo indicación;;;;;
Expediente;Denominación del proyecto;Empresa promotora;País;Inversión prevista;Empleos
EXP-1;Planta de baterías;Basquevolt;España;1.250.000,00;1.800
EXP-2;Centro logístico;Nippon Express;Japón;18.500,75;95
EXP-3;Fábrica;NTN;Francia;USD 12.000,00;s/d
TOTAL;;;;1.268.500,75;1.895
* Los importes en USD no se suman.;;;;;
`,
    );
    expect(fields(plan)).toMatchObject({
      Expediente: 'project_id',
      'Inversión prevista': 'total_investment',
      Empleos: 'jobs_plan',
    });
    expect(plan.records.map((r) => [r.code, r.facts.country, r.facts.jobs_plan])).toEqual([
      ['EXP-1', 'ESP', 1800],
      ['EXP-2', 'JPN', 95],
      ['EXP-3', 'FRA', undefined],
    ]);
    expect(plan.records.map((r) => r.facts.amounts.total_investment?.money)).toEqual([
      { minor: '125000000000', currency: 'EUR' },
      { minor: '1850075000', currency: 'EUR' },
      { minor: '1200000000', currency: 'USD' },
    ]);
    expect(agree(plan)).toEqual([
      ['Inversión prevista', '1268500.75', true],
      ['Empleos', '1895', true],
    ]);
    expect([plan.facts.as_of, questionIds(plan)]).toEqual(['2026-06-30', []]);
  });

  it('Korean: 억원 is a unit, days end in a point, and 1조 2,000 raises a question instead of being two thousand won', async () => {
    const plan = await read(
      `경제자유구역 프로젝트 현황,,,,,
(2026. 6. 30. 기준 / 단위: 억원),,,,,
연번,사업명,투자기업,총사업비,추진단계,착공(예정)일
1,이차전지 양극재 공장,도레이,"3,400",공사중,2025. 3. 10.
2,바이오 의약품,론자,"1조 2,000",협약체결,2026.9월
3,수소연료전지,코오롱,1조 500억원,가동중,2023년 5월 2일
4,데이터센터,비공개,USD 500M,협의중,미정
`,
    );
    expect(minorsOf(plan)).toEqual(['340000000000', undefined, '1050000000000', '50000000000']);
    expect(plan.preview.problems.map((p) => [p.row, p.value])).toEqual([[5, '1조 2,000']]);
    expect(stages(plan)).toEqual(['construction', 'signed', 'operation', 'negotiation']);
    expect(plan.records.map((r) => r.facts.milestones[0]?.plan)).toEqual([
      '2025-03-10',
      '2026-09-30',
      '2023-05-02',
      undefined,
    ]);
    expect([plan.facts.as_of, plan.records[3]?.facts.investor]).toEqual(['2026-06-30', undefined]);
  });

  it('Vietnamese in UTF-16: the unit of the header, a decimal comma, 1.200 people are no 1.2', async () => {
    const text = `DANH MỤC DỰ ÁN (tính đến 30/06/2026)

STT\tMã dự án\tTên dự án\tNhà đầu tư\tVốn đầu tư đăng ký (triệu USD)\tTình trạng\tLao động
1\t4312067890\tNhà máy linh kiện\tMurata\t125,5\tĐang hoạt động\t1.200
2\t4398761234\tNhà máy bao bì\tOji\t40\tĐang xây dựng\t350
3\t\tKho lạnh\tYusen\tchưa xác định\tĐang đàm phán\t
\t\tTổng cộng\t\t165,5\t\t1.550
Ghi chú: số liệu chưa kiểm toán
`;
    const units = [...`\ufeff${text}`].flatMap((c) => [
      c.charCodeAt(0) & 255,
      c.charCodeAt(0) >> 8,
    ]);
    const plan = await read(new Uint8Array(units));
    expect(minorsOf(plan)).toEqual(['12550000000', '4000000000', undefined]);
    expect(plan.records.map((r) => r.facts.jobs_plan)).toEqual([1200, 350, undefined]);
    expect(stages(plan)).toEqual(['operation', 'construction', 'negotiation']);
    expect(agree(plan)).toEqual([
      ['Vốn đầu tư đăng ký (triệu USD)', '165.5', true],
      ['Lao động', '1550', true],
    ]);
  });

  it('Thai: years of a column that are all Buddhist are converted, one among others is not', async () => {
    const rows = (day: string) => `ข้อมูล (หน่วย: ล้านบาท),,,,
ลำดับ,รหัสโครงการ,ชื่อโครงการ,มูลค่าการลงทุน,สถานะ,วันที่เริ่มก่อสร้าง
1,EEC-001,โรงงานแบตเตอรี่,"12,500.50",กำลังก่อสร้าง,15/3/2568
2,EEC-002,ศูนย์โลจิสติกส์,"3,200",เปิดดำเนินการ,${day}
รวม,,,"15,700.50",,
`;
    const plan = await read(rows('25/10/2565'));
    expect(minorsOf(plan)).toEqual(['1250050000000', '320000000000']);
    expect(plan.records.map((r) => r.facts.milestones[0]?.actual)).toEqual([
      '2025-03-15',
      '2022-10-25',
    ]);
    const mixed = await read(rows('25/10/2022'));
    expect(mixed.records.map((r) => r.facts.milestones[0]?.actual)).toEqual([
      undefined,
      '2022-10-25',
    ]);
    expect(mixed.preview.problems.map((p) => p.value)).toEqual(['15/3/2568']);
  });
});

describe('other features of such registers', () => {
  it('a column of currencies: each amount has its own, an unknown word leaves it open, and only blanks raise a question', async () => {
    const rows = (last: string) => [
      ['项目编号', '项目名称', '总投资（万）', '币种'],
      ['A1', '甲', '500', '美元'],
      ['A2', '乙', '300', 'CNY'],
      ['A3', '丙', '20000', '日元'],
      ['A4', '丁', '7', last],
    ];
    const plan = await read(csvOf(rows('贝壳')));
    expect(plan.records.map((r) => r.facts.amounts.total_investment?.money)).toEqual([
      { minor: '500000000', currency: 'USD' },
      { minor: '300000000', currency: 'CNY' },
      { minor: '200000000', currency: 'JPY' },
      undefined,
    ]);
    const blank = await read(csvOf(rows('')), { currency: 'EUR' });
    expect(blank.records[3]?.facts.amounts.total_investment?.money).toEqual({
      minor: '7000000',
      currency: 'EUR',
    });
  });

  it('a total gives the count in the column of names', async () => {
    const rows = (count: string) => [
      ['序号', '项目名称', '投资方', '总投资（万元）'],
      ['1', '甲', '子', '5'],
      ['2', '乙', '丑', '6'],
      ['合计', count, '', '11'],
    ];
    expect(agree(await read(csvOf(rows('2'))))).toEqual([
      ['项目名称', '2', true],
      ['总投资（万元）', '11', true],
    ]);
    expect(agree(await read(csvOf(rows('3'))))[0]).toEqual(['项目名称', '3', false]);
  });

  it('a progress column with stages is a stage column, and a future day is a plan, wherever it is', async () => {
    const plan = await read(
      csvOf([
        ['管理番号', '案件名', '投資額（百万円）', '進捗', '操業開始日'],
        ['立-1', '青葉精機', '約1,200', '建設中', '令和8年4月予定'],
        ['立-2', 'みなと製薬', '3,500', '操業中', 'R6.3.31'],
        ['立-3', '北斗電子', '800', '商談中', ''],
        ['合計', '', '5,500', '', ''],
      ]),
      { as_of: '2025-06-30' },
    );
    expect(fields(plan)['進捗']).toBe('stage');
    expect(stages(plan)).toEqual(['construction', 'operation', 'negotiation']);
    expect(plan.records.map((r) => r.facts.milestones)).toEqual([
      [{ type: 'operation', plan: '2026-04-30' }],
      [{ type: 'operation', actual: '2024-03-31' }],
      [],
    ]);
    expect(agree(plan)).toEqual([['投資額（百万円）', '5500', true]]);
  });
});
