import { expect, it } from 'vitest';
import { freshStore, planOf, sumOf } from '../import-context.ts';

const read = (file: string) => planOf(file, 'r.csv', { file_kind: 'own_register' }, freshStore);
const rows = `Canal,Waters,1250000,2021-03-01\nBridge,Roads,480500,2022-06-15\nQuay,Port,12000000,2020-01-01\n`;

it.each([
  ['below', `Projekt,Vykdytojas,Vertė (EUR),Pradžia\nProject,Promoter,Total value,Start\n${rows}`],
  [
    'above',
    `Project name,Investor,Total value,Start\nПроект,Инвестор,Стоимость (EUR),Начало\n${rows}`,
  ],
])(
  'recognises a second header in another language %s, and reads the unit of either',
  async (_, file) => {
    const plan = await read(file);
    expect([plan.records.map(({ facts }) => facts.name), sumOf(plan)]).toEqual([
      ['Canal', 'Bridge', 'Quay'],
      '1373050000',
    ]);
  },
);
it('keeps a first project with unknown amount and day', async () => {
  const plan = await read(`Project,Investor,Total value (EUR),Start\nLock,Waters,tbc,n/a\n${rows}`);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Lock', 'Canal', 'Bridge', 'Quay']);
});
it('ends the register at a table with an unknown header and codes', async () => {
  const file = `Project,Investor,Total value (EUR),Start\n${rows}\nKod,Gmina,Pow.\n001,Aldea,12\n002,Colle,13\n003,Riva,14\n`;
  const plan = await read(file);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal', 'Bridge', 'Quay']);
});
it('ends the register there without a blank row too', async () => {
  const file =
    `Code,Project,Investor,Total value (EUR),Start\n${rows.replace(/^/gm, 'P-')}`.replace(
      /P-$/,
      '',
    );
  const withCodes = file.replaceAll(/^P-(\w+),/gm, (_, name: string) => `P${name.length},${name},`);
  const plan = await read(
    `${withCodes}Kod,Gmina,Powiat,,\n001,Aldea,Riva,,\n002,Colle,Riva,,\n003,Monte,Riva,,\n`,
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal', 'Bridge', 'Quay']);
});
