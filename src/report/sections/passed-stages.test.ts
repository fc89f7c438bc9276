import { expect, it } from 'vitest';
import type { Language } from '#domain/values/language.ts';
import { makeReport } from '#report/make-report.ts';
import { changes, input } from '#report/report-input.fixture.ts';

// seen to fail: 5 projects "signed in September", of which only the edition of that month is known
it('says how many projects moved on a day that only an edition limits', () => {
  const moves = changes.moves.map((move) => ({ ...move, by: true as const }));
  const write = (language: Language) =>
    JSON.stringify(makeReport(input({ language, changes: { ...changes, moves } })).sections);
  expect(write('en')).toContain(
    'Q1 2021: 1 signed. For 1 of them only the day of the register is known: on or before 30 March 2021.',
  );
  expect(write('zh-CN')).toContain('其中1个项目的具体日期未报送，仅知不晚于2021年3月30日。');
  expect(write('ja')).toContain('うち1件は正確な日付が不明で、2021年3月30日以前である。');
  expect(JSON.stringify(makeReport(input()).sections)).not.toContain('on or before');
});
