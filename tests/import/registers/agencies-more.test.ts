import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { csvOf, freshStore, planOf, totalsOf, type WholePlan } from '../import-context.ts';
import { resultOf } from './register.ts';

/** Imports a register into an empty store with the proposals and these answers. */
const read = (file: string, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(file, 'r.csv', answers, { ...freshStore, today: '2026-11-26', is_empty: true });
/** Twelve rows of four kinds, each with its number. */
const listRows = (kinds: readonly ((n: number) => string[])[], count = 12): string[][] =>
  Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.(i + 1) ?? []);
const openQuestions = (plan: WholePlan): string[] =>
  plan.preview.questions.filter((one) => one.default === undefined).map(({ id }) => id);
const fieldsOf = (plan: WholePlan): (string | undefined)[] =>
  plan.preview.columns.map(({ field }) => field);
const result = (plan: WholePlan) => {
  const { projects, sums, stages } = resultOf(plan, 0);
  const zone = 'name' in plan.profile ? plan.profile.name : undefined;
  return { projects, sums, stages, zone, day: plan.preview.as_of };
};

const serbia = csvOf([
  ['Преглед инвестиција – Слободна зона Зрењанин'],
  ['Стање на дан 31.10.2026.'],
  [
    ...['Р. бр.', 'Шифра', 'Назив пројекта', 'Инвеститор', 'Вредност инвестиције', 'Фаза'],
    ...['Број нових радних места', 'Рок завршетка'],
  ],
  ...listRows([
    (n) => [
      ...[`${n}.`, `СЗ-${n}`, `Фабрика ${n}`, 'Кабел д.о.о.', `${n},5 милиона евра`, 'У изградњи'],
      ...[`око ${n}0`, '31.12.2027.'],
    ],
    (n) => [
      ...[`${n}.`, `СЗ-${n}`, `Fabrika ${n}`, 'Guma d.o.o.', `${n}00 mil. RSD`, 'U izgradnji'],
      ...[`${n}1`, 'IV kvartal 2027'],
    ],
    (n) => [
      ...[`${n}.`, `СЗ-${n}`, `Магацин ${n}`, 'Пут а.д.', '1.250.000,00 динара', 'Потписан уговор'],
      ...['', 'јун 2028.'],
    ],
    (n) => [
      ...[`${n}.`, `СЗ-${n}`, `Pogon ${n}`, 'Pogon d.o.o.', `${n} млрд дин.`, 'Пуштено у рад'],
      ...[`${n}2`, '15.3.2025.'],
    ],
  ]),
  ['', '', 'УКУПНО', '', '', '', '', ''],
]);
const morocco = csvOf([
  ["Zone d'accélération industrielle de Kénitra"],
  ['Liste des projets au 31/10/2026 (montants en MDH)'],
  ['N°', 'Intitulé du projet', 'Investisseur', "Montant d'investissement", 'État d’avancement'],
  ['رقم', 'اسم المشروع', 'المستثمر', 'مبلغ الاستثمار', 'حالة التقدم'],
  ...listRows([
    (n) => [`${n}`, `Usine ${n}`, 'Maghreb Cables', `${n}50,5`, 'En cours de construction'],
    (n) => [`${n}`, `Unité ${n}`, 'Atlas Tex', `1 ${n % 10}50`, 'Convention signée'],
    (n) => [`${n}`, `Plateforme ${n}`, 'Rif Log', `${n}`, 'En service'],
    (n) => [`${n}`, `Centre ${n}`, 'Sahara Data', 'n.c.', "À l'étude"],
  ]),
  ['', 'Total', '', '5 622,5', ''],
]);
const vietnam = csvOf([
  ['DANH MỤC DỰ ÁN ĐẦU TƯ – KCN Yên Phong II-C'],
  ['(Tính đến ngày 31/10/2026)'],
  [
    'STT',
    'Mã số dự án',
    'Tên dự án',
    'Vốn đầu tư đăng ký',
    'Ngày khởi công',
    'Tình trạng',
    'Lao động',
  ],
  ...listRows([
    (n) => [
      `${n}`,
      `98${n}`,
      `Nhà máy ${n}`,
      `${n}5,5 triệu USD`,
      `${n}/3/2025`,
      'Đang xây dựng',
      `1.${n}00`,
    ],
    (n) => [
      `${n}`,
      `98${n}`,
      `Bao bì ${n}`,
      `1.25${n % 10} tỷ đồng`,
      `5/${n}/2024`,
      'Đã đi vào hoạt động',
      `${n}50`,
    ],
    (n) => [
      `${n}`,
      `98${n}`,
      `Kho ${n}`,
      `${n}50 tỷ VNĐ`,
      '25/12/2023',
      'Chậm tiến độ',
      'khoảng 90',
    ],
    (n) => [`${n}`, `98${n}`, `R&D ${n}`, `${n} triệu USD`, '7/7/2026', 'Chưa triển khai', ''],
  ]),
]);
const projectsOfSweden = listRows(
  [
    (n) => [
      `P${n}`,
      `Batterifabrik ${n}`,
      'Celler AB',
      `${n} 500`,
      'Byggstart',
      '2027-06-15',
      `ca ${n}00`,
    ],
    (n) => [
      `P${n}`,
      `Datacenter ${n}`,
      'Fjord AB',
      `${n}50,5`,
      'Avsiktsförklaring',
      '2028-06-30',
      `${n}5`,
    ],
    (n) => [`P${n}`, `Stålverk ${n}`, 'Järn AB', `${n} 000`, 'I drift', '2025-03-01', `${n}40`],
    (n) => [`P${n}`, `Lager ${n}`, 'Lager AB', '', 'Avtal tecknat', 'Q3 2027', ''],
  ],
  8,
);
const sweden = csvOf([
  ['Norrbottens industripark – projektöversikt per 2026-10-31'],
  ...[
    ...['Projekt-ID', 'Projektnamn', 'Investerare', 'Investering (Mkr)', 'Status'],
    ...['Planerad driftstart', 'Nya arbetstillfällen'],
  ].map((head, at) => [head, ...projectsOfSweden.map((cells) => cells[at] ?? '')]),
]);
const kenya = csvOf([
  ['KONZA SPECIAL ECONOMIC ZONES AUTHORITY'],
  ['Investment pipeline as at 31 Oct 2026'],
  [
    'S/No',
    'Project',
    'Investor',
    'Project Cost (KES)',
    'Position',
    'Jobs to be created',
    'Expected operation',
  ],
  ...listRows([
    (n) => [
      `${n}`,
      `Tea ${n}`,
      'Highland',
      `${n}.2bn`,
      'Ground broken',
      `approx. ${n}33`,
      'abr-30',
    ],
    (n) => [
      `${n}`,
      `Data ${n}`,
      'Savanna',
      `${n}00–${n}50m`,
      'Lease executed',
      `${n}00-${n}50`,
      'Dec-27',
    ],
    (n) => [`${n}`, `Apparel ${n}`, 'Athi', `KES ${n}50m`, 'Exporting', `${n}00+`, 'Q4 2025'],
    (n) => [`${n}`, `Solar ${n}`, 'Rift', `US$ ${n}5m`, 'Awaiting NEMA', 'TBC', '15/3/2028'],
  ]),
]);

describe('registers of further agencies', () => {
  it('Serbia: two scripts in one column, and words for million and currency of the CLDR', async () => {
    const plan = await read(serbia);
    // dinars are of several countries; others of the file are Serbian
    expect(openQuestions(plan)).toEqual(['currency']);
    expect(plan.preview.questions.find(({ id }) => id === 'currency')?.proposal).toBe('RSD');
    const dinars = await read(serbia, { currency: 'RSD' });
    expect(result(dinars)).toEqual({
      projects: 12,
      sums: { EUR: '16500000', RSD: '25803750000' },
      stages: { construction: 6, signed: 3, operation: 3 },
      zone: 'Слободна зона Зрењанин',
      day: '2026-10-31',
    });
    expect(fieldsOf(dinars)).toEqual([
      ...[undefined, 'project_id', 'project_name', 'investor_name', 'total_investment', 'stage'],
      ...['jobs_plan', 'completion_plan'],
    ]);
    expect(dinars.records.slice(0, 4).map(({ facts }) => facts.milestones[0]?.plan)).toEqual([
      ...['2027-12-31', '2027-12-31', '2028-06-30', '2025-03-15'],
    ]);
    expect(dinars.records.slice(0, 4).map(({ facts }) => facts.jobs_plan)).toEqual([
      ...[10, 21, undefined, 42],
    ]);
  });
  it('Morocco: a heading in two languages, amounts in MDH with a total, amounts kept back', async () => {
    expect(openQuestions(await read(morocco))).toEqual(['currency']);
    const plan = await read(morocco, { currency: 'MAD' });
    expect(result(plan)).toEqual({
      projects: 12,
      sums: { MAD: '5622500000' },
      stages: { construction: 3, signed: 3, operation: 3, lead: 3 },
      zone: "Zone d'accélération industrielle de Kénitra",
      day: '2026-10-31',
    });
    expect(totalsOf(plan)).toEqual([['5622.5', true]]);
    expect(plan.records[3]?.facts.amounts.total_investment?.missing).toBe('not_disclosed');
  });
  it('Vietnam: dong and dollars in one column, days first, a name with a dash', async () => {
    const plan = await read(vietnam);
    expect(openQuestions(plan)).toEqual([]);
    expect(result(plan)).toEqual({
      projects: 12,
      sums: { USD: '190500000', VND: '6008000000000' },
      stages: { construction: 3, on_hold: 3, operation: 3, registered: 3 },
      zone: 'KCN Yên Phong II-C',
      day: '2026-10-31',
    });
    expect(plan.records.slice(0, 3).map(({ facts }) => facts.jobs_plan)).toEqual([1100, 250, 90]);
    expect(plan.records[1]?.facts.milestones).toEqual([{ type: 'start', actual: '2024-02-05' }]);
  });
  it('Sweden: one project in each column, amounts in Mkr', async () => {
    expect(openQuestions(await read(sweden))).toEqual(['currency']);
    const plan = await read(sweden, { currency: 'SEK' });
    expect(result(plan)).toEqual({
      projects: 8,
      sums: { SEK: '17901000000' },
      stages: { construction: 2, negotiation: 2, operation: 2, signed: 2 },
      zone: 'Norrbottens industripark',
      day: '2026-10-31',
    });
    expect(fieldsOf(plan)).toEqual([
      ...['project_id', 'project_name', 'investor_name', 'total_investment', 'stage'],
      ...['op_plan', 'jobs_plan'],
    ]);
    expect(plan.records[0]?.facts.jobs_plan).toBe(100);
  });
  it('Kenya: bn and m in the cells, ranges, an authority, and months with short years', async () => {
    const plan = await read(kenya);
    expect(openQuestions(plan)).toEqual([]);
    expect(result(plan)).toEqual({
      projects: 12,
      sums: { KES: '19650000000', USD: '255000000' },
      stages: { construction: 3, signed: 3, operation: 3, unknown: 3 },
      zone: 'KONZA SPECIAL ECONOMIC ZONES',
      day: '2026-10-31',
    });
    const counts = new Map(plan.preview.doubts.map(({ kind, count }) => [kind, count]));
    // approx. 133 and 300+ are read; 200-250 is no number
    expect([counts.get('number_about'), counts.get('number_not_a_number')]).toEqual([6, 3]);
    expect(counts.get('date_no_year')).toBeUndefined();
    expect(plan.records.slice(0, 2).map(({ facts }) => facts.milestones[0]?.plan)).toEqual([
      ...['2030-04-30', '2027-12-31'],
    ]);
    expect(plan.records.slice(0, 3).map(({ facts }) => facts.jobs_plan)).toEqual([
      ...[133, undefined, 300],
    ]);
  });
});
