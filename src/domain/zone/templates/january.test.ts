import { expect, test } from 'vitest';
import { makeIndicator } from '#domain/zone/indicator.fixture.ts';
import { completeJanuary } from './january.ts';

const output = { ...makeIndicator('output', 'annual_flow', 'USD'), cumulation: 'ytd' as const };
const monthly = { ...output, id: 'monthly', cumulation: 'period' as const };

test('a year to date has its January in February in China, unless it says otherwise', () => {
  const apart = { ...output, id: 'apart', january_in_february: false };
  expect(completeJanuary({ indicators: [output, monthly, apart], base_currency: 'CNY' })).toEqual([
    { ...output, january_in_february: true },
    monthly,
    apart,
  ]);
});
test('a zone of another country has its January in February only where it says so', () => {
  const own = { ...output, id: 'own', january_in_february: true };
  const indicators = [output, monthly, own];
  expect(completeJanuary({ indicators, base_currency: 'MAD' })).toEqual(indicators);
});
