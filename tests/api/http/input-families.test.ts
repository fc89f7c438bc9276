import { expect, test } from 'vitest';
import { familyTest, numbersOf } from '../../reliability/input-families/families.ts';
import { numbersAnswered } from '../../reliability/input-families/values.ts';

test('the table of each family holds every numbered recipe', () => {
  for (const [family, ids] of Object.entries(numbersOf)) {
    const all = Array.from(
      { length: family === 'F13' ? 13 : 14 },
      (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`,
    );
    expect(ids).toEqual(all);
  }
});

test('every numbered recipe of numbers, days, characters and shapes has its own expected result', () => {
  for (const [family, ids] of Object.entries(numbersAnswered))
    expect([...ids].toSorted()).toEqual(
      Array.from({ length: 14 }, (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`),
    );
});

test(familyTest.title, async () => {
  const { isMet, messages } = await familyTest.run({ seed: 20210416, share: 0.05 });
  expect(isMet, messages.join('\n')).toBe(true);
});
