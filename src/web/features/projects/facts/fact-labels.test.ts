import { expect, it } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { valueText } from './fact-labels.ts';

it('writes a stage date as “by” when only an edition dates it', () => {
  const writeEach = (value: string) =>
    languages.map((language) => valueText('stage_events.signed', value, language, undefined));
  expect(writeEach('≤ 2026-09-30')).toEqual([
    '不晚于2026年9月30日',
    '遅くとも2026年9月30日',
    'by 30 September 2026',
  ]);
  expect(writeEach('2021-03-01, ≤ 2026-09-30')[2]).toBe('1 March 2021, by 30 September 2026');
});
