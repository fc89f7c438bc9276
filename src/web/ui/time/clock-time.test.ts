import { afterEach, expect, test } from 'vitest';
import { noteTimeZone } from '#web/i18n/zone-time.ts';
import { clockTime } from './clock-time.ts';
import { momentText } from './moment-text.ts';

const at = (text: string): number => Date.parse(text);
afterEach(() => noteTimeZone('UTC'));

test('writes the time alone for today, and the day too for another day', () => {
  const moment = at('2026-11-24T04:05:00Z');
  expect(clockTime(moment, 'en', at('2026-11-24T23:59:00Z'))).toBe('04:05');
  const tomorrow = at('2026-11-25T00:01:00Z');
  expect(
    (['zh-CN', 'ja', 'en'] as const).map((language) => clockTime(moment, language, tomorrow)),
  ).toEqual(['2026年11月24日 04:05', '2026年11月24日 04:05', '24 Nov 2026 04:05']);
});

test('a moment is written by the clock of the zone, with its offset from UTC', () => {
  const moment = '2026-11-24T23:30:00Z';
  expect(momentText(moment, 'en')).toBe('24 November 2026 23:30 UTC');
  noteTimeZone('Asia/Tokyo');
  expect(momentText(moment, 'en')).toBe('25 November 2026 08:30 UTC+9');
  expect(momentText('2026-11-24', 'en')).toBe('24 November 2026');
  expect(clockTime(at(moment), 'ja', at('2026-11-25T14:59:00Z'))).toBe('08:30');
  noteTimeZone('America/Santiago');
  expect(momentText(moment, 'en')).toBe('24 November 2026 20:30 UTC−3');
});
