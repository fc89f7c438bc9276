import { describe, expect, it } from 'vitest';
import { planOf } from '../import-context.ts';

const months = ['2026-08', '2026-09', '2026-10'];
/** A file of months in the long form: companies and jobs of three months. */
const makeFile = (
  head: readonly string[],
  [companies, jobs]: readonly [string, string],
  order: (month: string, name: string, value: string) => readonly string[],
): string =>
  [
    head,
    ...months.flatMap((month, at) => [
      order(month, companies, String(180 + at)),
      order(month, jobs, String(4100 + at)),
    ]),
  ]
    .map((row) => row.join(';'))
    .join('\n');
const labelFirst = (month: string, name: string, value: string) => [name, month, value];
const monthFirst = (month: string, name: string, value: string) => [month, name, value];

describe('a long file of months', () => {
  // seen to fail: each was read as a register without names
  it.each([
    ['Lithuanian', ['Rodiklis', 'Laikotarpis', 'Reikšmė'], ['Įmonių skaičius', 'Darbo vietos']],
    ['Estonian', ['Näitaja', 'Kuu', 'Väärtus'], ['Ettevõtete arv', 'Töökohad']],
    ['Spanish', ['Indicador', 'Mes', 'Valor'], ['Empresas instaladas', 'Empleos']],
    ['Hungarian', ['Mutató', 'Hónap', 'Érték'], ['Vállalkozások', 'Foglalkoztatottak']],
    [
      'Greek, which has no word list',
      ['Δείκτης', 'Μήνας', 'Τιμή'],
      ['Εταιρείες', 'Θέσεις εργασίας'],
    ],
  ] as const)('in %s is read as months', async (_, head, names) => {
    const plan = await planOf(makeFile(head, names, labelFirst), 'm.csv');
    expect(plan.preview.kind).toBe('observations');
    expect(plan.preview.columns.slice(0, 3).map(({ field }) => field)).toEqual([
      'indicator',
      'period',
      'value',
    ]);
    const mapping = { [names[0]]: 'companies', [names[1]]: 'jobs' };
    const settled = await planOf(makeFile(head, names, labelFirst), 'm.csv', { mapping });
    expect(
      settled.observations.map(({ indicator, period, value }) => `${indicator} ${period} ${value}`),
    ).toEqual(
      ['companies', 'jobs'].flatMap((id) =>
        months.map((month, at) => `${id} ${month} ${(id === 'jobs' ? 4100 : 180) + at}`),
      ),
    );
  });
  it('is no register of payments, which names each row', async () => {
    const rows = months.flatMap((month, at) =>
      ['Kaunas', 'Vilnius'].map((place) => [month, place, `UAB ${place} ${at}`, '500'].join(';')),
    );
    const file = ['Mėnuo;Miestas;Įmonė;Suma', ...rows].join('\n');
    const plan = await planOf(file, 'r.csv', { file_kind: 'own_register' });
    expect(plan.preview.kind).toBe('projects');
  });
  it('is read with the month first, too', async () => {
    const file = makeFile(['Mėnuo', 'Rodiklis', 'Reikšmė'], ['Įmonės', 'Darbo vietos'], monthFirst);
    expect((await planOf(file, 'm.csv')).preview.kind).toBe('observations');
  });
});

describe('a table that is no long file of months', () => {
  const own = { file_kind: 'own_register' };
  const kindOf = async (lines: readonly string[], answers = {}): Promise<string> =>
    (await planOf(lines.join('\n'), 'r.csv', answers)).preview.kind;

  // seen to fail: each was read as months
  it.each([
    [
      'a register of names and dates',
      ['Code;Name;Stage;Date;Investment', 'A1;Alpha;Signed;2026-03-04;500'],
      ['A2;Beta;Lead;2026-05-11;700', 'A3;Gamma;Signed;2026-05-19;900'],
    ],
    [
      'a register that begins with a day',
      ['Date;Name;Investment', '2026-03-04;Alpha;500'],
      ['2026-05-11;Beta;700', '2026-05-19;Gamma;900'],
    ],
    [
      'a register of numbers, days and industries',
      ['No;Signed on;Sector;Investment', '11;2026-03-04;Logistics;500'],
      ['12;2026-03-11;Logistics;700', '13;2026-05-19;Energy;900', '14;2026-05-20;Energy;100'],
    ],
    [
      'a register in traditional Chinese',
      ['項目;日期;投資額', '甲;2026-03-04;500'],
      ['乙;2026-05-11;700', '丙;2026-05-19;900'],
    ],
  ] as const)('%s is a register', async (_, head, rows) => {
    expect(await kindOf([...head, ...rows], own)).toBe('projects');
  });
  it('values that count up are values', async () => {
    const rows = months.map((month, at) => `${month};Companies;${at + 1}`);
    const plan = await planOf(['Month;Indicator;Value', ...rows].join('\n'), 'm.csv');
    expect(plan.observations.map(({ value }) => value)).toEqual(['1', '2', '3']);
  });
  it('years in a long file are periods', async () => {
    const rows = ['2023', '2024', '2025'].flatMap((year, at) => [
      `${year};Ankommen;${180 + at}`,
      `${year};Gehen;${4100 + at}`,
    ]);
    const mapping = { Ankommen: 'companies', Gehen: 'jobs' };
    const plan = await planOf(['Jahr;Merkmal;Wert', ...rows].join('\n'), 'y.csv', { mapping });
    expect(plan.preview.kind).toBe('observations');
  });
  it('the states of a wide file of months are no indicators', async () => {
    const rows = Array.from(
      { length: 6 },
      (_, at) => `2026-0${at + 1};${180 + at};${['final', 'draft'][at % 2]}`,
    );
    const plan = await planOf(['Monat;Besucher;Bescheid', ...rows].join('\n'), 'm.csv');
    expect(plan.preview.columns.map(({ header }) => header)).toEqual([
      'Monat',
      'Besucher',
      'Bescheid',
    ]);
  });
  it('numbers of rows are no values', async () => {
    const rows = months.flatMap((month, at) => [
      `${at * 2 + 1};${month};Εταιρείες;${180 + at}`,
      `${at * 2 + 2};${month};Θέσεις;${4100 + at}`,
    ]);
    const mapping = { Εταιρείες: 'companies', Θέσεις: 'jobs' };
    const file = ['Nr;Μήνας;Δείκτης;Τιμή', ...rows].join('\n');
    const plan = await planOf(file, 'm.csv', { mapping });
    expect(plan.observations.map(({ value }) => value)).toEqual([
      '180',
      '181',
      '182',
      '4100',
      '4101',
      '4102',
    ]);
  });
});
