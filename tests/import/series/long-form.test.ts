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
