import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports.ts';
import { csvOf, freshStore, minorsOf, planOf, questionIds, storeAfter, sumOf, type WholePlan } from './known.ts';
import { book, sheetData } from './zip.ts';

/** Registers as offices keep them, brought in by somebody who answers only what the file is. */
const read = (file: string | Uint8Array, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(file, 'r.csv', { file_kind: 'own_register', ...answers }, { ...freshStore, today: '2026-11-26' });
const sheet = (rows: readonly (readonly (string | number | null)[])[], ...merges: string[]): Uint8Array =>
  book({
    sheets: { a: `${sheetData(rows)}<mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>` },
  });
const fields = (plan: WholePlan): Record<string, string | undefined> =>
  Object.fromEntries(plan.preview.columns.map((c) => [c.header, c.field]));
const stages = (plan: WholePlan): (string | undefined)[] =>
  plan.records.map((r) => {
    const status = r.status_events.at(-1)?.status;
    return status === undefined || status === 'active' ? r.stage_events.at(-1)?.stage : status;
  });
const totals = (plan: WholePlan) => plan.preview.printed_totals.map((t) => [t.printed, t.agrees]);

describe('registers that a newcomer brings', () => {
  it('Korean: the column of companies names the projects, 상담중 and 포기 are known, years are cut to two digits', async () => {
    const plan = await read(
      `2026년 하반기 투자유치 기업 관리대장,,,,,
,,,,(기준일: 2026. 10. 31.),"(단위: 억원, 명)"
연번,기업명,투자금액,고용계획,추진단계,협약일
1,한빛정밀,320,120,협약체결,'24. 1. 3.
2,대성이노텍,"1,250",340,공사중,25. 2. 4.
3,미래바이오,미정,-,상담중,
4,신라푸드,60,25,포기,
합계,4개사,"1,630",485
`,
    );
    expect(plan.records.map((r) => r.facts.name)).toEqual(['한빛정밀', '대성이노텍', '미래바이오', '신라푸드']);
    expect([sumOf(plan), plan.preview.columns[2]?.unit, totals(plan)]).toEqual([
      '163000000000',
      '억원',
      [
        ['1630', true],
        ['485', true],
      ],
    ]);
    expect(stages(plan)).toEqual(['signed', 'construction', 'negotiation', 'withdrawn']);
    expect(plan.records[0]?.stage_events).toEqual([{ stage: 'signed', date: '2024-01-03' }]);
    expect([plan.facts.as_of, plan.preview.problems]).toEqual(['2026-10-31', []]);
  });

  it('French: amounts in M€ by a line above, subtotals of sectors, words with and without accents', async () => {
    const plan = await read(
      `Tableau de suivi des projets d’investissement;;;;;;
Situation arrêtée au 31/10/2026;;;;;;Montants en M€
N°;Porteur de projet;Intitulé du projet;Montant prévu;Montant réalisé;Etat d'avancement;Mise en service prévue
1;Laiterie du Val;Atelier de yaourts;12,5;4,2;En travaux;15/01/2027
2;Moulins Réunis;Nouveau moulin;3,75;;Signé;01/09/2027
;Sous-total Agroalimentaire;;16,25;4,2;;
3;TransEuro;Plateforme logistique;28;28;En service;01/02/2025
4;Port Sec;Terminal rail-route;15,6;;Abandonné;
;Sous-total Logistique;;43,6;28;;
;TOTAL GÉNÉRAL;;59,85;32,2;;
Source : fichier de suivi de la direction
`,
    );
    expect(fields(plan)).toMatchObject({
      'Porteur de projet': 'investor_name',
      "Etat d'avancement": 'stage',
      'Montant réalisé': 'fai_done_total',
    });
    expect([sumOf(plan), sumOf(plan, 'fai_done_total')]).toEqual(['5985000000', '3220000000']);
    expect(stages(plan)).toEqual(['construction', 'signed', 'operation', 'withdrawn']);
    expect(totals(plan).every(([, agrees]) => agrees)).toBe(true);
    expect([plan.facts.as_of, plan.preview.rows.total, questionIds(plan)]).toEqual(['2026-10-31', 4, []]);
  });

  it('Vietnamese: parts of the zone are its function zones, hectares are land, a withdrawn licence ends a project', async () => {
    const plan = await read(
      csvOf([
        ['STT', 'Tên dự án', 'Vốn đầu tư đăng ký (triệu USD)', 'Diện tích (ha)', 'Tình trạng', 'Ngày cấp'],
        ['I', 'Khu công nghiệp Bắc Sông', '57,5', '', '', ''],
        ['1', 'Nhà máy điện tử', '45,5', '6,4', 'Đang hoạt động', '11/1/2023'],
        ['2', 'Nhà máy thép', '12', '4', 'Đã cấp phép, chưa triển khai', '13/3/2025'],
        ['II', 'Khu công nghiệp Nam Cảng', '34', '', '', ''],
        ['3', 'Nhà máy hóa chất', '34', '7,7', 'Đã thu hồi', ''],
      ]),
    );
    expect(plan.records.map((r) => [r.facts.zone, r.facts.land_mu])).toEqual([
      ['Khu công nghiệp Bắc Sông', 96],
      ['Khu công nghiệp Bắc Sông', 60],
      ['Khu công nghiệp Nam Cảng', 115.5],
    ]);
    expect([stages(plan), sumOf(plan)]).toEqual([['operation', 'registered', 'terminated'], '9150000000']);
  });

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
        ...['A1:G1', 'A3:A5', 'B3:B5', 'C3:E3', 'C4:D4', 'F3:G3', 'F4:F5', 'A6:B6', 'A9:B9', 'A11:B11'],
      ),
    );
    expect(plan.preview.header_row).toBe(5);
    expect(plan.preview.columns.map((c) => c.header)).toEqual([
      ...['序号', '项目名称', '总投资 计划', '总投资 其中：外资', '年度投资 2026年1-10月完成', '当前阶段', '关键时间 签约时间'],
    ]);
    expect(plan.records.map((r) => [r.facts.name, r.facts.zone])).toEqual([
      ['电堆', '先进制造区'],
      ['减速机', '先进制造区'],
      ['健康中心', '现代服务区'],
    ]);
    expect([sumOf(plan), plan.preview.columns[2]?.unit, stages(plan)]).toEqual([
      '99600000000',
      '万元',
      ['construction', 'operation', 'signed'],
    ]);
    expect([totals(plan).every(([, agrees]) => agrees), plan.preview.problems, plan.facts.as_of]).toEqual([true, [], '2026-10-31']);
  });

  it('Japanese: a header of three rows in a text file, the unit in its last', async () => {
    const plan = await read(
      `企業立地案件管理表,,,,,,,（令和8年10月末現在）
番号,企業名,計画概要,,,進捗,,備考
,,投資額,,雇用,段階,主な日程,
,,総額（百万円）,うち当年度（百万円）,計画（人）,,協定締結日,
E-001,東邦精機(株),"2,400",800,85,協定締結,R7.11.5,
E-002,㈱みどり食品,"1,150",350,60,建設中,R6.8.20,
E-003,三洋化成工業,960,,25,用地取得,,
E-004,西日本データセンター,"32,000",,50,見送り,,
計,4件,"36,510",,220,,,
`,
    );
    expect(plan.preview.columns.slice(0, 7).map((c) => [c.header, c.field])).toEqual([
      ['番号', 'project_id'],
      ['企業名', 'project_name'],
      ['投資額 総額（百万円）', 'total_investment'],
      ['投資額 うち当年度（百万円）', undefined],
      ['雇用 計画（人）', 'jobs_plan'],
      ['段階', 'stage'],
      ['主な日程 協定締結日', 'signed_date'],
    ]);
    expect(minorsOf(plan)).toEqual(['2400000000', '1150000000', '960000000', '32000000000']);
    expect(stages(plan)).toEqual(['signed', 'construction', 'registered', 'unknown']);
    expect(plan.preview.questions.find((q) => q.id === 'stage_words')?.items).toMatchObject([{ key: '見送り', proposal: 'withdrawn' }]);
    expect([totals(plan), plan.facts.as_of]).toEqual([
      [
        ['36510', true],
        ['220', true],
      ],
      '2026-10-31',
    ]);
  });

  it('sales software: words of its stages, currencies in the cells, the lines below its report', async () => {
    const plan = await read(
      `Opportunity Name,Account Name,Billing Country,Stage,Amount
Battery plant,Nordlys AS,Norway,Closed Won,"USD 120,000,000.00"
Tooling,Acme Inc.,United States,Negotiation/Review,"USD 8,500,000.50"
Pilot line,Helix Bio,United Kingdom,Qualified,"GBP 6,250,000.00"
Cold store,Meadow,United States,Closed Lost,"USD 3,100,000.00"

Copyright (c) 2026
"Generated by: J. Rivera, 11/2/2026, 9:14 AM"
`,
    );
    expect(plan.records.map((r) => [r.facts.name, r.facts.investor, r.facts.country])).toContainEqual(['Tooling', 'Acme Inc.', 'USA']);
    expect(stages(plan)).toEqual(['signed', 'negotiation', 'lead', 'lost']);
    expect(plan.preview.sums.map((s) => [s.currency, s.minor])).toEqual([
      ['USD', '13160000050'],
      ['GBP', '625000000'],
    ]);
  });

  it('ticked columns of stages: the furthest is the stage, days in them are its days, and all that is told', async () => {
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
      [{ stage: 'negotiation' }],
      [{ stage: 'construction' }],
      [{ stage: 'unknown' }],
    ]);
    // beside a stage of which no day is told, days of earlier ones are kept
    expect(plan.records[3]?.facts.extra).toEqual({ 签约: '2023-02-01' });
    expect(plan.preview.ledger.groups.map((g) => g.after.count)).toEqual([3, 1, 1]);
    expect([plan.facts.as_of, plan.preview.problems.map((p) => p.message)]).toEqual(['2026-10-31', [expect.stringContaining('√')]]);
    const known = storeAfter(plan, { ...freshStore, today: '2026-11-26' });
    expect((await planOf(sheet(rows(''), ...merges), 'r.csv', {}, known)).preview.rows).toMatchObject({ unchanged: 5, changed: 0 });
    const later = await planOf(sheet(rows('√'), ...merges), 'r.csv', { same_project: 'match' }, known);
    expect([later.preview.rows.changed, later.records.find((r) => r.facts.name === '碳纤维')?.stage_events.at(-1)?.stage]).toEqual([
      1,
      'operation',
    ]);
  });

  it('quarters over 计划 and 实际 name their columns, and a planned day is no actual one', async () => {
    const plan = await read(
      sheet(
        [
          ['编号', '项目名称', '总投资（万元）', '计划竣工日期', '2025年一季度', null, '2025年二季度', null],
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

  it('a register of companies names its projects after them and says so; one without any name asks one question', async () => {
    const companies = await read('序号,企业名称,总投资（万元）,项目状态\n1,青云精工有限公司,38000,投产\n2,海泰生物,9600,在谈\n');
    expect(companies.records.map((r) => r.facts.name)).toEqual(['青云精工有限公司', '海泰生物']);
    expect(companies.preview.problems).toMatchObject([{ column: 'B 企业名称' }]);
    const nameless = await read('甲栏,总投资（万元）\n1,38000\n2,9600\n');
    expect([questionIds(nameless), nameless.preview.problems, nameless.preview.rows.rejected]).toEqual([['mapping', 'as_of'], [], 2]);
  });

  it('the words of another zone are its own: nothing of the zone before names its industries, and the same file again changes nothing', async () => {
    const file = '编号,项目名称,行业,总投资（万元）\nK1,甲,新材料,38000\nK2,乙,ict,9600\n';
    const plan = await read(file, { file_kind: 'other_zone', zone_name: '北园', as_of: '2026-06-30' });
    expect(plan.records.map((r) => r.facts.industry)).toEqual(['新材料', 'ict']);
    const known = { ...storeAfter(plan), industries: [], today: '2026-11-26' };
    expect((await planOf(file, 'r.csv', {}, known)).preview.rows).toMatchObject({ unchanged: 2, changed: 0 });
  });
});
