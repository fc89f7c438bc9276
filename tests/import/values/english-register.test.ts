import { expect, it } from 'vitest';
import { planOf } from '../import-context.ts';

// seen to fail: the country was proposed as the investor, and two stages were not known
it('reads the country of an investor and the usual English words of stages', async () => {
  const { records, preview } = await planOf(
    'Project ID,Project name,Stage,Country of investor\nN-1,Wind farm,In dialogue,Japan\nN-2,Smelter,Company registered,Norway\n',
    'register.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => [facts.country, facts.investor])).toEqual([
    ['JPN', undefined],
    ['Norway', undefined],
  ]);
  expect(preview.stages.map(({ word, stage }) => [word, stage])).toEqual([
    ['In dialogue', 'negotiation'],
    ['Company registered', 'registered'],
  ]);
});
