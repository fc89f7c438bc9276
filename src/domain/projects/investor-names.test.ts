import { expect, it } from 'vitest';
import { joinInvestorNames } from './investor-names.ts';

it('takes the translation that most projects of an investor have, in each language', () => {
  const names = joinInvestorNames([
    { investor: '北斗能源', names: { en: 'Hokuto Energy' } },
    { investor: '北斗能源', names: { en: 'Beidou Energy', ja: '北斗エナジー' } },
    { investor: '北斗能源', names: { en: 'Hokuto Energy' } },
    { investor: 'constructor', names: { ja: 'コンストラクター' } },
  ]);
  expect(names.get('北斗能源')).toEqual({ en: 'Hokuto Energy', ja: '北斗エナジー' });
  expect(names.get('constructor')).toEqual({ ja: 'コンストラクター' });
  expect(names.get('toString')).toBeUndefined();
});

it('takes the first in sort order where several are equally frequent', () => {
  const rows = ['B', 'A'].map((en) => ({ investor: 'X', names: { en } }));
  expect(joinInvestorNames(rows).get('X')).toEqual({ en: 'A' });
  expect(joinInvestorNames(rows.toReversed()).get('X')).toEqual({ en: 'A' });
});
