import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { changeWords } from './change.ts';

// seen to fail: 2026-10 in each language
test('the month of accepted answers is written in words, with the unit that answered', () => {
  const write = (reason: string) =>
    languages.map((language) => changeWords({ kind: 'proposal', reason }, language, []));
  expect(write('2026-10')).toEqual(['2026年10月', '2026年10月', 'October 2026']);
  expect(write('2026-10: Norte S.A.')[0]).toBe('2026年10月：Norte S.A.');
});
