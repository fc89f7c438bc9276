import { expect, test } from 'vitest';
import { findHeaderInvestment } from './investment-words.ts';
import { matchHeader } from './match-header.ts';

// seen to fail: a Peruvian register of 3,000 projects had no amount
test.each([
  'Inversión estimada',
  'Inversión estimada (millones)',
  'Monto de inversión proyectada',
  'Estimated investment',
  'Valor do investimento previsto',
  'Investimento stimato',
  'Planowana wartość inwestycji',
  'Geplante Investitionen',
  'Tahmini yatırım tutarı',
])('%s is the planned investment', (header) => {
  expect(matchHeader('', header).match).toEqual({ kind: 'synonym', field: 'total_investment' });
});

test.each(['Inversión', 'Monto de inversión', 'Investice'])(
  '%s is an investment without a word for the plan, so it is asked',
  (header) => {
    expect(matchHeader('', header).match).toEqual({
      kind: 'ambiguous',
      field: 'total_investment',
    });
  },
);

test.each([
  'Inversión extranjera',
  'Inversión ejecutada',
  'Investor',
  'Valor',
  'Costo del proyecto',
  '',
])('%j has another word, or none for investment', (header) => {
  expect(findHeaderInvestment(header)).toBeUndefined();
});

// seen to fail: of 17 columns of a Hungarian register three were read, and no stage
test.each([
  ['Befektető', 'investor_name'],
  ['Ágazat', 'industry'],
  ['Szakasz', 'stage'],
  ['Tervezett beruházás', 'total_investment'],
  ['Szerződött beruházás', 'contracted_amount'],
  ['Befizetett tőke', 'paid_in'],
  ['Teljesített beruházás', 'fai_done_total'],
  ['Tervezett munkahelyek', 'jobs_plan'],
  ['Felelős', 'owner'],
])('the Hungarian heading %s is %s', (header, field) => {
  expect(matchHeader('', header).match).toEqual({ kind: 'synonym', field });
});
