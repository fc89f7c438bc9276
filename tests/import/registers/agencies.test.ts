import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { csvOf, freshStore, planOf, standingOf, type WholePlan } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/** A register of an agency abroad, imported into an empty store with every proposal accepted. */
async function read(
  file: string | Uint8Array,
  answers: ImportAnswers = {},
  name = 'r.csv',
): Promise<WholePlan> {
  const store = { ...freshStore, today: '2026-11-26', is_empty: true };
  const first = await planOf(file, name, answers, store);
  const words = first.preview.questions.find(({ id }) => id === 'stage_words')?.items ?? [];
  const meanings = words.flatMap(({ key, proposal }) =>
    proposal === undefined ? [] : [[key, proposal] as const],
  );
  const stage_words = Object.fromEntries(meanings);
  return planOf(file, name, { ...answers, stage_words }, store);
}
const fieldOf = (plan: WholePlan, header: string): string | undefined =>
  plan.preview.columns.find((column) => column.header === header)?.field;
const sums = (plan: WholePlan): Record<string, string> =>
  Object.fromEntries(plan.preview.sums.map(({ currency, minor }) => [currency, minor]));
const openQuestions = (plan: WholePlan): string[] =>
  plan.preview.questions.filter((one) => one.default === undefined).map(({ id }) => id);
/** Repeats rows with their number, so that a column has few words and many rows. */
const repeat = <T>(count: number, rows: readonly ((n: number) => T)[]): T[] =>
  Array.from({ length: count }, (_, i) => (rows[i % rows.length] as (n: number) => T)(i + 1));

describe('registers of agencies', () => {
  it('Ukraine: stages by their words, amounts with the words for million, no zone from a day', async () => {
    const row = (amount: string, stage: string) => (n: number) => [
      `${n}`,
      `Завод «Узин-${n}»`,
      amount,
      stage,
    ];
    const plan = await read(
      csvOf([
        ['станом на 01.10.2026'],
        ['№ з/п', 'Назва проєкту', 'Вартість проєкту', 'Хід'],
        ...repeat(20, [
          row('2,5 млн грн', 'Переговори'),
          row('1,2 млрд грн', 'Договір підписано'),
          row('0,4 млн дол. США', 'Дозвіл на будівництво отримано'),
          row('350 тис. грн', 'Введено в експлуатацію'),
          row('7 млн грн', 'Розірвано'),
        ]),
      ]),
    );
    expect(standingOf(plan).slice(0, 5)).toEqual([
      'negotiation',
      'signed',
      'registered',
      'operation',
      'terminated',
    ]);
    expect(sums(plan)).toEqual({ UAH: '483940000000', USD: '160000000' });
    expect([plan.preview.as_of, openQuestions(plan)]).toEqual(['2026-10-01', []]);
    expect(plan.profile).not.toHaveProperty('name');
  });
  it('reads a Romanian register with lei and euros in one column', async () => {
    const row = (amount: string, stage: string) => (n: number) => [
      `${n}`,
      `PI-${100 + n}`,
      `Depozit ${n}`,
      amount,
      stage,
      '11.05.2024',
    ];
    const file = csvOf([
      ['Nr. crt.', 'Cod proiect', 'Denumire proiect', 'Valoarea investiției', 'Stadiu', 'Data'],
      ...repeat(9, [
        row('26.033.996,94 lei', 'Autorizație de construire obținută'),
        row('12,5 mil. euro', 'În curs de autorizare'),
        row('3 mil. lei', 'În construcție'),
      ]),
    ]);
    const plan = await read(file);
    expect([fieldOf(plan, 'Cod proiect'), fieldOf(plan, 'Nr. crt.')]).toEqual([
      'project_id',
      undefined,
    ]);
    // lei are of Romania or Moldova; the days are no amounts
    expect(openQuestions(plan)).toEqual(['currency']);
    const lei = await read(file, { currency: 'RON' });
    expect(sums(lei)).toEqual({ RON: '8710199082', EUR: '3750000000' });
    expect(standingOf(lei).slice(0, 3)).toEqual(['registered', 'unknown', 'construction']);
  });
  it('India: a unit in lakh above the table, rupees asked once, an application as no step', async () => {
    const file = csvOf([
      ['Status of proposals as on 30-09-2026'],
      ['(Rs. in lakh)'],
      ['Sl. No.', 'Proposal ID', 'Name of the Unit', 'Proposed Investment', 'Stage'],
      ...repeat(6, [
        (n) => [`${n}`, `IP/${n}`, `Deccan Steels ${n}`, '20,52,946', 'For Board approval'],
        (n) => [`${n}`, `IP/${n}`, `Kaveri Textiles ${n}`, '1,500', 'Under construction'],
      ]),
    ]);
    const plan = await read(file);
    expect(openQuestions(plan)).toEqual(['currency']);
    const inRupees = await read(file, { currency: 'INR' });
    expect([sums(inRupees), standingOf(inRupees).slice(0, 2)]).toEqual([
      { INR: '61633380000000' },
      ['unknown', 'construction'],
    ]);
  });
  it('Egypt: Arabic digits, and one amount in two columns of two currencies', async () => {
    const pounds = 'التكلفة الاستثمارية (مليون جنيه)';
    const dollars = 'التكلفة الاستثمارية (مليون دولار)';
    const file = csvOf([
      ['م', 'كود المشروع', 'اسم المشروع', pounds, dollars],
      ['١', 'SC-1', 'مصنع ١', '٢٠٠٫٦', ''],
      ['٢', 'SC-2', 'مصنع ٢', '', '١٬٢٠١٫٥'],
      ['٣', 'SC-3', 'مصنع ٣', '٣٠', ''],
      ['', '', 'الإجمالي', '٢٣٠٫٦', '١٬٢٠١٫٥'],
    ]);
    expect(openQuestions(await read(file))).toContain('currency');
    const plan = await read(file, { currency: 'EGP' });
    expect(sums(plan)).toEqual({ EGP: '23060000000', USD: '120150000000' });
    expect(plan.records).toHaveLength(3);
  });
  it('Greece: merged headings with a unit above, and the sum as the amount, not one of its parts', async () => {
    const rows = repeat(6, [
      (n: number) => [`ΒΙΠΕ-${n}`, `Εργοστάσιο ${n}`, 100 * n, 60 * n, 40 * n, 'Σε αναστολή'],
    ]);
    const merges = ['A1:B1', 'C1:E1'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const file = book({
      sheets: {
        a: `${sheetData([
          ['Στοιχεία έργου', null, 'Προϋπολογισμός (σε χιλ. €)', null, null, 'Στάδιο'],
          ['Κωδικός', 'Τίτλος', 'Συνολικός', 'Ιδιωτική συμμετοχή', 'Δημόσια δαπάνη', null],
          ...rows,
        ])}<mergeCells>${merges}</mergeCells>`,
      },
    });
    const plan = await read(file, {}, 'r.xlsx');
    expect([sums(plan), fieldOf(plan, 'Συνολικός')]).toEqual([
      { EUR: '210000000' },
      'total_investment',
    ]);
  });
  it('Germany: windows-1252 with many euro signs and few umlauts', async () => {
    const lines = [
      'Projektbezeichnung;Unternehmen;Investitionsvolumen',
      ...repeat(40, [(n: number) => `Werk ${n};Spree AG ${n};${n} Mio. \u0080`]),
      'Zentrum;M\u00fcller AG;850 Tsd. \u0080',
    ];
    const plan = await read(Uint8Array.from(Buffer.from(lines.join('\r\n'), 'latin1')));
    expect([plan.preview.encoding, sums(plan), openQuestions(plan)]).toEqual([
      'windows-1252',
      { EUR: '82085000000' },
      [],
    ]);
  });
  it('Nigeria: naira and dollars in one column, with US$ as the proposal for $', async () => {
    const file = csvOf([
      ['S/N', 'Enterprise', 'Investment Size', 'Current Status'],
      ['1', 'Palm Foods', '₦2 billion', 'Licence revoked'],
      ['2', 'Unity Steel', 'approx. US$5 million', 'In discussions'],
      ['3', 'Lagos Plastics', '$2.5m', 'Agreement executed'],
      ['4', 'Atlantic Ceramics', 'Not disclosed', 'Enquiry'],
    ]);
    const plan = await read(file);
    const question = plan.preview.questions.find(({ id }) => id === 'currency');
    expect([question?.proposal, question?.reasons?.length]).toEqual(['USD', 1]);
    const inDollars = await read(file, { currency: 'USD' });
    expect(sums(inDollars)).toEqual({ NGN: '200000000000', USD: '750000000' });
    expect(standingOf(inDollars)).toEqual(['terminated', 'negotiation', 'signed', 'lead']);
  });
  it('Nigeria: the letter N before the digits as naira, once the currency is answered', async () => {
    const file = csvOf([
      ['Plot', 'Enterprise', 'Project cost', 'Status'],
      ...repeat(4, [
        (n) => [`N${n}`, `Palm Foods ${n}`, 'N500,000,000', 'Operational'],
        (n) => [`N${n}`, `Unity Steel ${n}`, 'N2.5bn', 'Under construction'],
      ]),
    ]);
    const plan = await read(file);
    const question = plan.preview.questions.find(({ id }) => id === 'currency');
    expect([openQuestions(plan), question?.choices[0]?.value]).toEqual([['currency'], 'NGN']);
    expect(sums(await read(file, { currency: 'NGN' }))).toEqual({ NGN: '600000000000' });
    // in a column of another currency, N is unknown
    expect(sums(await read(file, { currency: 'EUR' }))).toEqual({});
  });
  it('Netherlands: sheets of three years with the same projects are editions, of which the newest counts', async () => {
    const sheet = (year: number, amount: number, stage: string): string =>
      sheetData([
        [`Peildatum 31-12-${year}`],
        ['Projectnummer', 'Projectnaam', 'Investering (mln €)', 'Fase'],
        ...repeat(12, [(n: number) => [`BT-${n}`, `Fabriek ${n}`, amount, stage]]),
      ]);
    const plan = await read(
      book({
        sheets: {
          2023: sheet(2023, 1, 'Verkenning'),
          2025: sheet(2025, 3, 'Vergunning verleend'),
          2024: sheet(2024, 2, 'Overeenkomst getekend'),
        },
      }),
      {},
      'r.xlsx',
    );
    expect([plan.records.length, sums(plan), plan.preview.as_of, standingOf(plan)[0]]).toEqual([
      12,
      { EUR: '3600000000' },
      '2025-12-31',
      'registered',
    ]);
    expect(plan.preview.questions.find(({ id }) => id === 'sheets')?.default).toBe('one');
  });
  it('Hong Kong: a unit in a sentence, the signature before the agreement, the zone without its list', async () => {
    const plan = await read(
      csvOf([
        ['北部都會區引進重點企業名單'],
        ['（截至2026年9月30日，金額以百萬港元計）'],
        ['編號', '項目名稱', '預計投資額', '進度'],
        ['NM1', '新田研發中心', '5,223.6', '已簽署協議'],
        ['NM2', '古洞北物流園', '100', '已成立公司'],
        ['NM3', '流浮山數據中心', '50', '簽署諒解備忘錄'],
        ['NM4', '洪水橋物流園', '7', '初步接觸'],
      ]),
    );
    expect([sums(plan), standingOf(plan), openQuestions(plan)]).toEqual([
      { HKD: '538060000000' },
      ['signed', 'registered', 'negotiation', 'lead'],
      [],
    ]);
    expect(plan.profile).toMatchObject({ name: '北部都會區' });
  });
  it('Iran: Persian digits, days and stages, rials by the billion', async () => {
    const row = (amount: string, stage: string, signed: string) => (n: number) => [
      `${n}`,
      `کارخانه فولاد ${n}`,
      amount,
      stage,
      signed,
      '۴۱۴',
    ];
    const plan = await read(
      csvOf([
        ['تاریخ گزارش: ۱۴۰۵/۰۶/۳۱'],
        ['ردیف', 'نام طرح', 'حجم سرمایه‌گذاری (میلیارد ریال)', 'وضعیت', 'تاریخ قرارداد', 'اشتغال'],
        ...repeat(6, [
          row('۶۲٬۲۲۵', 'در حال ساخت', '۱۴۰۲/۰۲/۰۳'),
          row('محرمانه', 'بهره‌برداری شده', '۱۳۹۹/۱۲/۳۰'),
        ]),
      ]),
    );
    expect([sums(plan), standingOf(plan).slice(0, 2), plan.preview.as_of]).toEqual([
      { IRR: '18667500000000000' },
      ['construction', 'operation'],
      '2026-09-22',
    ]);
    const [first, second] = plan.records;
    expect(first?.stage_events[0]).toMatchObject({ stage: 'signed', date: '2023-04-23' });
    expect(second?.stage_events[0]).toMatchObject({ stage: 'signed', date: '2021-03-20' });
    expect(second?.facts.amounts.total_investment?.missing).toBe('not_disclosed');
    expect(second?.facts.jobs_plan).toBe(414);
  });
  it('keep amounts back in many languages, each as not disclosed', async () => {
    const words = ['vertraulich', 'не розголошується', 'confidențial', 'Strictly confidential'];
    const more = ['不便透露', 'non divulgué', 'vertrouwelijk', 'محرمانه'];
    const plan = await read(
      csvOf([
        ['Project', 'Total investment (USD)'],
        ['Bridge', '5'],
        ...[...words, ...more].map((word, i) => [`Canal ${i}`, word]),
        ['Confidential Data Systems', 'k. A.'],
      ]),
    );
    expect(
      plan.records.map(({ facts }) => facts.amounts.total_investment?.missing ?? facts.name),
    ).toEqual(['Bridge', ...Array.from({ length: 8 }, () => 'not_disclosed'), 'not_reported']);
    expect(plan.records.at(-1)?.facts.name).toBe('Confidential Data Systems');
  });
});
