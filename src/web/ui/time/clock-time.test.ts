import { expect, test } from 'vitest';
import { clockTime } from './clock-time.ts';

const at = new Date(2026, 10, 24, 4, 5).getTime();

test('writes the time alone for today, and the day too for another day', () => {
  expect(clockTime(at, 'en', new Date(2026, 10, 24, 23, 59).getTime())).toBe('04:05');
  const tomorrow = new Date(2026, 10, 25, 0, 1).getTime();
  expect(
    (['zh-CN', 'ja', 'en'] as const).map((language) => clockTime(at, language, tomorrow)),
  ).toEqual(['2026年11月24日 04:05', '2026年11月24日 04:05', '24 Nov 2026 04:05']);
});
