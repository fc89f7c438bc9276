import { expect, test } from 'vitest';
import { writeLowEnd } from './amount-range.ts';

// seen to fail: two currencies in each cell took the room of the plot
test.each([
  ['58万墨西哥比索', '5,597万墨西哥比索', 'MXN', 'zh-CN', '58万'],
  ['57.6万欧元', '1.2亿欧元', 'EUR', 'zh-CN', '57.6万'],
  ['5.6万元', '12万元', 'CNY', 'zh-CN', '5.6万'],
  ['58万ユーロ', '5,597万ユーロ', 'EUR', 'ja', '58万'],
  ['0.58mn', '55.97mn', 'MXN', 'en', '0.58mn'],
  ['20', '400', 'jobs', 'en', '20'],
] as const)(
  'a range from %s to %s writes its currency once',
  (low, high, unit, language, written) => {
    expect(writeLowEnd(low, high, unit, language)).toBe(written);
  },
);
