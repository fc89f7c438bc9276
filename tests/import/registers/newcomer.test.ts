import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import {
  csvOf,
  freshStore,
  minorsOf,
  planOf,
  questionIds,
  standingOf,
  storeAfter,
  sumOf,
  totalsOf,
  type WholePlan,
} from '../import-context.ts';

/** Registers as offices write them, imported by a person who only answers what the file is. */
const read = (file: string | Uint8Array, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(
    file,
    'r.csv',
    { file_kind: 'own_register', ...answers },
    { ...freshStore, today: '2026-11-26' },
  );
const fields = (plan: WholePlan): Record<string, string | undefined> =>
  Object.fromEntries(plan.preview.columns.map((c) => [c.header, c.field]));

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
5,바스프,"2,700",310,준공,
합계,5개사,"4,330",795
`,
    );
    expect(plan.records.map((r) => r.facts.name)).toEqual([
      '한빛정밀',
      '대성이노텍',
      '미래바이오',
      '신라푸드',
      '바스프',
    ]);
    expect([sumOf(plan), plan.preview.columns[2]?.unit, totalsOf(plan)]).toEqual([
      '433000000000',
      '억원',
      [
        ['4330', true],
        ['795', true],
      ],
    ]);
    expect(standingOf(plan)).toEqual([
      'signed',
      'construction',
      'negotiation',
      'withdrawn',
      'operation',
    ]);
    expect(plan.preview.questions.find((q) => q.id === 'stage_words')?.items).toMatchObject([
      { key: '준공', proposal: 'operation' },
    ]);
    expect(plan.records[0]?.stage_events).toEqual([{ stage: 'signed', date: '2024-01-03' }]);
    expect([plan.facts.as_of, plan.preview.problems.map(({ column }) => column)]).toEqual([
      '2026-10-31',
      ['B 기업명'],
    ]);
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
    expect(standingOf(plan)).toEqual(['construction', 'signed', 'operation', 'withdrawn']);
    expect(totalsOf(plan).every(([, agrees]) => agrees)).toBe(true);
    expect([plan.facts.as_of, plan.preview.rows.total, questionIds(plan)]).toEqual([
      '2026-10-31',
      4,
      [],
    ]);
  });

  it('Vietnamese: parts of the zone are its function zones, hectares are land, a withdrawn licence ends a project', async () => {
    const plan = await read(
      csvOf([
        [
          'STT',
          'Tên dự án',
          'Vốn đầu tư đăng ký (triệu USD)',
          'Diện tích (ha)',
          'Tình trạng',
          'Ngày cấp',
        ],
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
    expect([standingOf(plan), sumOf(plan)]).toEqual([
      ['operation', 'registered', 'terminated'],
      '9150000000',
    ]);
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
      ['企業名', 'investor_name'],
      ['投資額 総額（百万円）', 'total_investment'],
      ['投資額 うち当年度（百万円）', undefined],
      ['雇用 計画（人）', 'jobs_plan'],
      ['段階', 'stage'],
      ['主な日程 協定締結日', 'signed_date'],
    ]);
    expect(minorsOf(plan)).toEqual(['2400000000', '1150000000', '960000000', '32000000000']);
    expect(standingOf(plan)).toEqual(['signed', 'construction', 'registered', 'unknown']);
    // who decided against the project is not said
    expect(plan.preview.questions.find((q) => q.id === 'stage_words')?.items).toMatchObject([
      { key: '見送り', needs_answer: true },
    ]);
    expect([totalsOf(plan), plan.facts.as_of]).toEqual([
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
    expect(
      plan.records.map((r) => [r.facts.name, r.facts.investor, r.facts.country]),
    ).toContainEqual(['Tooling', 'Acme Inc.', 'USA']);
    expect(standingOf(plan)).toEqual(['signed', 'negotiation', 'lead', 'lost']);
    expect(plan.preview.sums.map((s) => [s.currency, s.minor])).toEqual([
      ['USD', '13160000050'],
      ['GBP', '625000000'],
    ]);
  });

  it('a register of companies names its projects after them and reports it; one without names asks one question', async () => {
    const companies = await read(
      '序号,企业名称,总投资（万元）,项目状态\n1,青云精工有限公司,38000,投产\n2,海泰生物,9600,在谈\n',
    );
    expect(companies.records.map((r) => r.facts.name)).toEqual(['青云精工有限公司', '海泰生物']);
    expect(companies.preview.problems).toMatchObject([{ column: 'B 企业名称' }]);
    const nameless = await read('甲栏,总投资（万元）\n1,38000\n2,9600\n');
    expect([
      questionIds(nameless),
      nameless.preview.problems,
      nameless.preview.rows.rejected,
    ]).toEqual([['mapping', 'as_of'], [], 2]);
  });

  it('another zone uses its own words for industries, and the same file changes nothing', async () => {
    const file = '编号,项目名称,行业,总投资（万元）\nK1,甲,新材料,38000\nK2,乙,ict,9600\n';
    const plan = await read(file, {
      file_kind: 'other_zone',
      zone_name: '北园',
      as_of: '2026-06-30',
    });
    expect(plan.records.map((r) => r.facts.industry)).toEqual(['新材料', 'ict']);
    const register = { ...storeAfter(plan), industries: [], today: '2026-11-26' };
    expect((await planOf(file, 'r.csv', {}, register)).preview.rows).toMatchObject({
      unchanged: 2,
      changed: 0,
    });
  });

  it('a later edition without one row changes only that, and the question about its owner names the zone', async () => {
    const store = {
      ...freshStore,
      today: '2026-11-26',
      zone_name: { 'zh-CN': '北园', ja: '北園', en: 'North Park' },
    };
    const edition = (rows: string) => `序号,项目名称,投资方,总投资（万元）,阶段\n${rows}`;
    const first = await planOf(
      edition('1,甲,A,100,在谈\n2,乙,B,200,签约\n3,丙,C,300,在建\n'),
      'r.csv',
      {},
      store,
    );
    expect(first.preview.questions.find((q) => q.id === 'file_kind')?.choices[0]?.label).toMatch(
      /^The register of North Park:/,
    );
    const later = await planOf(
      edition('1,甲,A,100,签约\n3,丙,C,300,在建\n'),
      'r.csv',
      { same_project: 'match' },
      storeAfter(first, store),
    );
    expect(later.preview.changes).toMatchObject([
      { name: '甲', field: 'stage', from: 'negotiation', to: 'signed' },
    ]);
  });

  it.each([
    ['Beträge in Tsd. EUR', '125.000,5', 'EUR', '12500050000'],
    ['Montants en milliers d’euros', '12,5', 'EUR', '1250000'],
    ['Valores em R$ milhões', '1.250,5', 'BRL', '125050000000'],
    ['單位：新臺幣百萬元', '"12,500"', 'TWD', '1250000000000'],
  ])('the unit in a line above the table: %s', async (line, amount, currency, minor) => {
    const plan = await read(
      `Stand: 31.10.2026;;${line}\nCode;Projektname;Gesamtinvestition\nA;Werk;${amount}\nB;Lager;7\n`,
    );
    expect([plan.records[0]?.facts.amounts.total_investment?.money, plan.facts.as_of]).toEqual([
      { currency, minor },
      '2026-10-31',
    ]);
  });

  it('Taiwanese years and words, and a column of progress that holds only stages', async () => {
    const plan = await read(
      '資料日期:115年10月31日,,,\n項次,計畫名稱,投資金額(新臺幣百萬元),最新进展\n1,半導體封測二廠,"12,500",興建中\n2,生技研發中心,850,已營運\n',
    );
    expect([sumOf(plan), standingOf(plan), plan.facts.as_of]).toEqual([
      '1335000000000',
      ['construction', 'operation'],
      '2026-10-31',
    ]);
    expect(plan.preview.columns.map((c) => c.field)).toEqual([
      undefined,
      'project_name',
      'total_investment',
      'stage',
    ]);
  });
});
