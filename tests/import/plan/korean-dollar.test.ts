import { expect, test } from 'vitest';
import { freshStore, planOf } from '../import-context.ts';

const currencyOf = async (heading: string) => {
  const text = `Code,Name,${heading}\nA,Alpha,5\nB,Beta,7\n`;
  const store = { ...freshStore, has_own: false, is_empty: true };
  const { preview } = await planOf(text, 'r.csv', {}, store);
  return preview.questions.find(({ id }) => id === 'currency');
};

// seen to fail: 백만달러 asked which dollar, and proposed none
test.each(['투자금액(백만달러)', '投資額（百万ドル）'])(
  '%s proposes the US dollar, and says why',
  async (heading) => {
    const question = await currencyOf(heading);
    expect(question?.proposal).toBe('USD');
    expect(question?.reasons).toEqual([expect.stringContaining('without a country')]);
    expect(question).not.toHaveProperty('default');
  },
);

test('a dollar sign proposes none', async () => {
  expect((await currencyOf('Investment ($m)'))?.proposal).toBeUndefined();
});
