import { describe, expect, it } from 'vitest';
import { csvOf, planOf, storeAfter, sumOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/**
 * Registers unlike the real ones: other languages, other layouts. What the importer can't know, a
 * person says in the mapping; counts and sums must then be right.
 */
const own = { file_kind: 'own_register' };

describe('a Korean register in EUC-KR, amounts in 억원, stages in its own words', () => {
  const rows = [
    ['관리번호', '사업명', '투자기업', '업종', '진행단계', '투자금액(억원)', '착공일', '고용계획'],
    [
      'KR-001',
      '이차전지 소재 공장 건설',
      '한빛소재',
      '신소재',
      '공사중',
      '1,250',
      '2021.03.15',
      '320명',
    ],
    ['KR-002', '수소 연료전지 연구소', '누리에너지', '에너지', '협의중', '300', '', '45명'],
    [
      'KR-003',
      '바이오 의약품 생산시설',
      '새봄바이오',
      '바이오',
      '계약완료',
      '820',
      '2021.06.01',
      '210명',
    ],
    ['KR-004', '물류센터 증설', '한빛소재', '물류', '협의중', '미정', '', ''],
    ['', '합계', '', '', '', '2,370', '', ''],
  ];
  /** KS X 1001 by decoding each pair. */
  const eucKr = (text: string): Uint8Array => {
    const table = new Map<string, number[]>();
    const decoder = new TextDecoder('euc-kr');
    for (let a = 0xa1; a <= 0xfe; a += 1)
      for (let b = 0xa1; b <= 0xfe; b += 1) {
        const c = decoder.decode(new Uint8Array([a, b]));
        if (c.length === 1 && c !== '\ufffd' && !table.has(c)) table.set(c, [a, b]);
      }
    return new Uint8Array(
      [...text].flatMap((c) =>
        c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]),
      ),
    );
  };
  const bytes = eucKr(csvOf(rows));
  const mapping = {
    관리번호: 'project_id',
    사업명: 'project_name',
    투자기업: 'investor_name',
    업종: 'industry',
    진행단계: 'stage',
    '투자금액(억원)': 'total_investment',
    착공일: 'start_actual',
    고용계획: 'jobs_plan',
  };
  const stage_words = { 공사중: 'construction', 협의중: 'negotiation', 계약완료: 'signed' };
  const answers = { ...own, mapping, stage_words, currency: 'KRW', unit: '100000000' };

  it('is read as Korean, and asks only what the file doesn’t tell', async () => {
    const plan = await planOf(bytes, 'kr.csv', own);
    expect(plan.preview.encoding).toBe('euc-kr');
    expect(plan.preview.columns.map((c) => c.header)).toEqual(rows[0]);
    expect(plan.preview.rows.total + plan.preview.rows.rejected).toBeGreaterThan(0);
  });
  it('has the right counts and sums with a mapping, and the same file changes nothing', async () => {
    const plan = await planOf(bytes, 'kr.csv', answers);
    expect(plan.preview.questions.filter((q) => q.default === undefined)).toEqual([]);
    expect(plan.preview.rows).toMatchObject({ total: 4, new: 4, rejected: 0 });
    expect(plan.preview.sums).toMatchObject([
      { currency: 'KRW', minor: '237000000000', count: 3, missing: 1 },
    ]);
    expect(plan.preview.printed_totals).toMatchObject([{ printed: '2370', agrees: true }]);
    expect(plan.preview.register_totals.groups.map((g) => g.after.count)).toEqual([1, 3, 0]);
    expect(plan.records.reduce((n, r) => n + (r.facts.jobs_plan ?? 0), 0)).toBe(575);
    expect((await planOf(bytes, 'kr.csv', answers, storeAfter(plan))).preview.rows).toMatchObject({
      unchanged: 4,
    });
  });
});

describe('a French register with quarters across, two lines of headings, and decimal commas', () => {
  const rows = [
    ['Plan de développement – suivi au 31/12/2021', '', '', '', '', '', '', '', ''],
    ['Montants en k€', '', '', '', '', '', '', '', ''],
    [
      'N° dossier',
      'Intitulé du projet',
      'Porteur',
      'Filière',
      'État',
      'Montant total',
      'Dépenses 2021',
      '',
      '',
      '',
    ],
    ['', '', '', '', '', '', 'T1', 'T2', 'T3', 'T4'],
    [
      'D-07',
      'Usine de batteries',
      'Énergie Sud',
      'Énergie',
      'En travaux',
      '12 500,50',
      '100',
      '250,5',
      '300',
      '',
    ],
    [
      'D-08',
      "Centre d'essais matériaux",
      'Labo Nord',
      'Matériaux',
      "À l'étude",
      '3 200',
      '',
      '',
      '',
      '',
    ],
    [
      'D-09',
      'Plateforme biotech',
      'BioOuest',
      'Santé',
      'Terminé',
      '8 000,25',
      '2 000',
      '2 000',
      '2 000',
      '2 000,25',
    ],
    ['Total général', '', '', '', '', '23 700,75', '2 100', '2 250,5', '2 300', '2 000,25'],
  ];
  const text = rows
    .map((r) => r.map((c) => (/[;"]/.test(c) ? `"${c}"` : c)).join(';'))
    .join('\r\n');
  const bytes = new Uint8Array(
    [...text].map((c) => ({ '–': 0x96, '€': 0x80, '’': 0x92 })[c] ?? c.charCodeAt(0)),
  );
  const answers = {
    ...own,
    mapping: {
      'N° dossier': 'project_id',
      'Intitulé du projet': 'project_name',
      Porteur: 'investor_name',
      Filière: 'industry',
      État: 'stage',
      'Montant total': 'total_investment',
    },
    stage_words: { 'En travaux': 'construction', "À l'étude": 'lead', Terminé: 'operation' },
    currency: 'EUR',
    unit: '1000',
  };
  it('has the right counts, sums and printed totals with a mapping', async () => {
    const plan = await planOf(bytes, 'fr.csv', answers);
    expect(plan.preview.encoding).toBe('windows-1252');
    expect(plan.preview.questions.filter((q) => q.default === undefined)).toEqual([]);
    expect([plan.preview.rows.total, sumOf(plan)]).toEqual([3, '2370075000']);
    expect(plan.preview.printed_totals[0]).toMatchObject({ printed: '23700.75', agrees: true });
    expect(plan.records.map((r) => r.stage_events.at(-1)?.stage)).toEqual([
      'construction',
      'lead',
      'operation',
    ]);
    // the quarters stay with their project
    expect(Object.values(plan.records[2]?.facts.extra ?? {})).toEqual([
      '2 000',
      '2 000',
      '2 000',
      '2 000,25',
    ]);
  });
});

describe('a workbook with projects in blocks by district, amounts in two currencies in two columns, and a Cyrillic sheet beside', () => {
  const rows = [
    [null, null, 'Project tracker, as of 30 June 2021'],
    [],
    [
      null,
      'Ref',
      'Scheme',
      'Promoter',
      'Current position',
      'Value (USD m)',
      'Value (VND bn)',
      'Go-live',
    ],
    [null, 'North district'],
    [null, 'N1', 'Solar glass', 'Helio', 'Being built', 45.5, null, 'Q3 2022'],
    [null, 'N2', 'Cold store', 'Frigo', 'Talking', null, 900, '2023'],
    [null, 'South district'],
    [null, 'S1', 'Data hall', 'Bits', 'Running', 120, null, 'March 2021'],
    [null, 'S2', 'Paper mill', 'Pulp', 'Cancelled', 10, null, null],
  ];
  const cyrillic = sheetData([
    ['Код', 'Название', 'Сумма'],
    ['1', 'Завод', 5],
  ]);
  const bytes = book({ sheets: { Tracker: sheetData(rows as never), Лист2: cyrillic } });
  const answers = {
    ...own,
    mapping: {
      Ref: 'project_id',
      Scheme: 'project_name',
      Promoter: 'investor_name',
      'Current position': 'stage',
      'Value (USD m)': 'total_investment',
      'Value (VND bn)': 'contracted_amount',
      'Go-live': 'op_plan',
    },
    stage_words: {
      'Being built': 'construction',
      Talking: 'negotiation',
      Running: 'operation',
      Cancelled: 'withdrawn',
    },
  };
  it('takes the unit and currency of each column, the district of each heading, and keeps both currencies apart', async () => {
    const plan = await planOf(bytes, 'tracker.xlsx', answers);
    expect(plan.preview).toMatchObject({ sheet: 'Tracker', header_row: 3, as_of: '2021-06-30' });
    expect(plan.preview.rows).toMatchObject({ total: 4, new: 4 });
    expect(plan.preview.sums.map((s) => [s.measure, s.currency, s.minor, s.count])).toEqual([
      ['total_investment', 'USD', '17550000000', 3],
      ['contracted_amount', 'VND', '900000000000', 1],
    ]);
    expect(plan.preview.register_totals.groups.map((g) => [g.group, g.after.count])).toEqual([
      ['established', 2],
      ['pipeline', 1],
      ['neither', 1],
    ]);
    expect(plan.records.map((r) => r.facts.milestones[0]?.plan)).toEqual([
      '2022-09-30',
      '2023-12-31',
      '2021-03-31',
      undefined,
    ]);
  });
  it('leaves open only the words of stages', async () => {
    const plan = await planOf(bytes, 'tracker.xlsx', own);
    const open = plan.preview.questions.filter((q) => q.default === undefined).map((q) => q.id);
    expect(open).toEqual(['stage_words']);
  });
});

describe('a total with an unknown word', () => {
  it('is recognised as the sum, and a project of that size is not', async () => {
    const rows = [
      ['Code', 'Name', 'Total investment (USD m)'],
      ['A', 'One', '10'],
      ['B', 'Two', '20'],
    ];
    const total = await planOf(csvOf([...rows, ['', 'Altogether', '30']]), 'r.csv', own);
    expect([total.preview.rows.total, total.preview.printed_totals]).toMatchObject([
      2,
      [{ printed: '30', agrees: true }],
    ]);
    expect(
      (await planOf(csvOf([...rows, ['C', 'Three', '30']]), 'r.csv', own)).preview.rows.total,
    ).toBe(3);
  });
});
