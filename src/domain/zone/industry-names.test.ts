import { expect, test } from 'vitest';
import { findBuiltInIndustry } from './industry-names.ts';

// seen to fail: 节能环保产业 and ICT sector stayed as written in every language
test('an industry is known by its name with a general word', () => {
  expect(findBuiltInIndustry('节能环保产业')).toBe('eco');
  expect(findBuiltInIndustry('エネルギー分野')).toBe('energy');
  expect(findBuiltInIndustry('ICT sector')).toBe('ict');
  expect(findBuiltInIndustry('Information & communication technology')).toBe('ict');
  expect(findBuiltInIndustry('Modern services')).toBe('services');
});
test('another industry is none of them', () => {
  for (const word of ['产业', 'Industry', '纺织产业', 'Dệt may', 'Energy storage'])
    expect(findBuiltInIndustry(word)).toBeUndefined();
});
