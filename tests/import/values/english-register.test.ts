import { expect, it } from 'vitest';
import { planOf } from '../import-context.ts';

// seen to fail: the country was proposed as the investor, and two stages were not recognised
it('reads the country of an investor and the usual English words of stages', async () => {
  const { records, preview } = await planOf(
    'Project ID,Project name,Stage,Country of investor\nN-1,Wind farm,In dialogue,Japan\nN-2,Smelter,Company registered,Norway\n',
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => [facts.country, facts.investor])).toEqual([
    ['JPN', undefined],
    ['NOR', undefined],
  ]);
  expect(preview.stages.map(({ word, stage }) => [word, stage])).toEqual([
    ['In dialogue', 'negotiation'],
    ['Company registered', 'registered'],
  ]);
});

it('reads contracted investment with currency and unit in brackets as the contracted amount', async () => {
  const { records, preview } = await planOf(
    'Project ID,Project name,Stage,Planned investment (EUR million),Contracted investment (EUR million)\nN-1,Wind farm,Signed,120.5,100.25\nN-2,Smelter,In negotiation,55.75,\n',
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => facts.amounts)).toMatchObject([
    {
      total_investment: { money: { minor: '12050000000', currency: 'EUR' } },
      contracted_amount: { money: { minor: '10025000000', currency: 'EUR' } },
    },
    { total_investment: { money: { minor: '5575000000', currency: 'EUR' } } },
  ]);
  expect(records.map(({ facts }) => facts.extra)).toEqual([undefined, undefined]);
  expect(preview.sums.map(({ measure, minor, count }) => [measure, minor, count])).toEqual([
    ['total_investment', '17625000000', 2],
    ['contracted_amount', '10025000000', 1],
  ]);
});

// seen to fail: a category of one letter was the industry, and the sector stayed a note
it('takes sectors as the industry, not one-letter categories', async () => {
  const { records } = await planOf(
    `Project ID,Project name,Stage,Environmental Assessment Category,Sector 1\n${[
      'N-1,Wind farm,Signed,A,Forestry',
      'N-2,Smelter,Signed,B,Mining',
      'N-3,Solar farm,Signed,A,Forestry',
      'N-4,Quarry,Signed,B,Mining',
      'N-5,Dam,Signed,A,Forestry',
    ].join('\n')}\n`,
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => facts.industry)).toEqual([
    'Forestry',
    'Mining',
    'Forestry',
    'Mining',
    'Forestry',
  ]);
});

// seen to fail: the type of the funds was the industry, since it has fewer words
it('takes the type of the project as the industry, not the type of its funds', async () => {
  const types = ['Agua', 'Vialidad', 'Educación', 'Agua', 'Vialidad', 'Educación', 'Agua'];
  const { records } = await planOf(
    `Clave,Nombre del Proyecto,Tipo de Recurso,Tipo de Proyecto\n${types
      .map((type, at) => `N-${at},Obra ${at},Subsidios,${type}`)
      .join('\n')}\n`,
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => facts.industry)).toEqual(types);
});

// seen to fail: only two dozen countries had a code, so one country was two in a chart
it.each([
  ['Norway', 'NOR'],
  ['挪威', 'NOR'],
  ['ノルウェー', 'NOR'],
  ['Kenya', 'KEN'],
  ['肯尼亚', 'KEN'],
  ['ケニア', 'KEN'],
  ['UAE', 'ARE'],
  ['United Arab Emirates', 'ARE'],
  ['nor', 'NOR'],
  ['Côte d’Ivoire', 'CIV'],
  ['Turkey', 'TUR'],
  ['Hong Kong', 'HKG'],
  // seen to fail: names of the United Nations and the World Bank
  ['United States of America', 'USA'],
  ['"Korea, Rep."', 'KOR'],
  ["Democratic People's Republic of Korea", 'PRK'],
  ['United Republic of Tanzania', 'TZA'],
  ['Democratic Republic of the Congo', 'COD'],
  ['Bosnia and Herzegovina', 'BIH'],
  ['Saint Lucia', 'LCA'],
  ['St. Kitts and Nevis', 'KNA'],
  ['Myanmar', 'MMR'],
  // seen to fail: formal names of the World Bank, so that a chart had them beside other codes
  ['Republic of India', 'IND'],
  ['Federative Republic of Brazil', 'BRA'],
  ['Kingdom of Thailand', 'THA'],
  ["People's Republic of Bangladesh", 'BGD'],
  ['Republic of the Philippines', 'PHL'],
  ["Republic of Cote d'Ivoire", 'CIV'],
  ['Republic of Congo', 'COG'],
  ['United Mexican States', 'MEX'],
  ['Argentine Republic', 'ARG'],
  ['Republic of China', 'Republic of China'],
  ['Republic of Nowhere', 'Republic of Nowhere'],
  ['Congo', 'Congo'],
  ['Nordland', 'Nordland'],
])('reads the country %s as %s', async (word, code) => {
  const { records } = await planOf(
    `Project ID,Project name,Stage,Country\nN-1,Wind farm,Signed,${word}\n`,
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records[0]?.facts.country).toBe(code);
});

// seen to fail: both columns of a register of Bangladesh stayed notes
it('reads proposed investment and proposed employment as plans', async () => {
  const { records } = await planOf(
    'Sl No,Project title,Current status,Proposed investment (USD million),Proposed employment\n1,Mill,Contract signed,12.5,300\n2,Dye works,Prospect,,40\n',
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(
    records.map(({ facts }) => [facts.amounts.total_investment?.money, facts.jobs_plan]),
  ).toEqual([
    [{ minor: '1250000000', currency: 'USD' }, 300],
    [undefined, 40],
  ]);
});
