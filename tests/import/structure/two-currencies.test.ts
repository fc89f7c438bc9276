import { expect, test } from 'vitest';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import { planOf } from '../import-context.ts';

const own = { file_kind: 'own_register', unit: '1000000' };
const file = (header: string, rows: readonly string[]): string =>
  [header, ...rows.map((row, at) => `Fábrica ${'ABCDEF'[at]};Em construção;${row}`)].join('\n');
const header = 'Empreendimento;Situação;Investimento (milhões de Kz);Investimento (milhões de USD)';

// seen to fail: the column of kwanza was not used, and its projects had no amount
test('two columns of the same words in two currencies give each row its amount', async () => {
  const plan = await planOf(
    file(header, ['8940,44;', ';97,8', '120,5;', ';57,5', ';']),
    'r.csv',
    own,
  );
  expect(plan.preview.columns.map(({ field }) => field).slice(2)).toEqual([
    'total_investment',
    'total_investment',
  ]);
  const amounts = plan.records.map(({ facts }) => facts.amounts.total_investment?.money);
  expect(amounts).toEqual([
    { minor: '894044000000', currency: 'AOA' },
    { minor: '9780000000', currency: 'USD' },
    { minor: '12050000000', currency: 'AOA' },
    { minor: '5750000000', currency: 'USD' },
    undefined,
  ]);
});

// seen to fail: the column of guaraníes was kept as a note, and its projects had no amount
test.each([
  ['Inversión prevista (millones de Gs.)', 'Inversión prevista (millones de US$)', 'PYG', false],
  ['Planned investment (million Xy)', 'Planned investment (million US$)', 'PYG', true],
])('the currency of %s beside %s is read or asked', async (local, dollars, currency, isAsked) => {
  const text = file(`Proyecto;Situação;${local};${dollars}`, ['1200;', ';3.5', '850;', ';12.1']);
  const questions = (await planOf(text, 'r.csv', own)).preview.questions.map(({ id }) => id);
  expect(questions.includes('currency')).toBe(isAsked);
  const plan = await planOf(text, 'r.csv', { ...own, ...(isAsked ? { currency } : {}) });
  expect(plan.records.map(({ facts }) => facts.amounts.total_investment?.money)).toEqual([
    { minor: '1200000000', currency },
    { minor: '350000000', currency: 'USD' },
    { minor: '850000000', currency },
    { minor: '1210000000', currency: 'USD' },
  ]);
});

test('a multiple beside an unknown word is a unit of money for an investment only', () => {
  expect(matchHeader('', 'Capacity (million t)').unit).toBeUndefined();
  expect(matchHeader('', 'Planned investment (million Xy)').unit?.amount?.power).toBe(6);
});

test('two columns of the same words that one row fills are not joined', async () => {
  const plan = await planOf(file(header, ['8940,44;9,7', ';97,8', '120,5;']), 'r.csv', own);
  const fields = plan.preview.columns.map(({ field }) => field).slice(2);
  expect(fields.filter((field) => field === 'total_investment')).toHaveLength(1);
});

// seen to fail: 207 doubts about the word n.d.
test.each(['n.d.', 'n/d', 's.d.'])('%s in a column of jobs is a missing value', async (word) => {
  const text = file('Empreendimento;Situação;Postos de trabalho', ['12', word, '30']);
  const plan = await planOf(text, 'r.csv', own);
  expect(plan.preview.problems).toEqual([]);
  expect(plan.records.map(({ facts }) => facts.jobs_plan ?? facts.jobs_actual)).toEqual([
    12,
    undefined,
    30,
  ]);
});

test.each(['Manifestação de interesse', "Manifestation d'intérêt", 'Manifestación de interés'])(
  '%s is proposed as a lead',
  async (word) => {
    const plan = await planOf(
      `Projeto;Fase\nFábrica A;${word}\nFábrica B;Em construção\nFábrica C;Em funcionamento\n`,
      'r.csv',
      own,
    );
    const question = plan.preview.questions.find(({ id }) => id === 'stage_words');
    expect(question?.items?.find(({ key }) => key === word)?.proposal).toBe('lead');
  },
);
