import { expect, test } from 'vitest';
import { familyTest, numbersOf } from '../hard/families.ts';

test('every numbered recipe of a family stands in its table', () => {
  for (const [family, ids] of Object.entries(numbersOf)) {
    const all = Array.from({ length: family === 'F13' ? 13 : 14 }, (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`);
    expect(ids).toEqual(all);
  }
});

test(familyTest.what, { timeout: 120_000 }, async () => {
  const { held, said } = await familyTest.run({ seed: 20210416, share: 0.05 });
  expect(held, said.join('\n')).toBe(true);
});
