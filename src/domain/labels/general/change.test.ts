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

// seen to fail: the key of the indicator and of the period
test('the target of a declared status is named with its period, before the reason', () => {
  const name = { 'zh-CN': '企业数', ja: '企業数', en: 'Companies' };
  const write = (reason: string) =>
    languages.map((language) =>
      changeWords({ kind: 'target_status', reason }, language, [{ id: 'companies', name }]),
    );
  expect(write('companies 2026Q3 · The bank waits')[2]).toBe('Companies, Q3 2026 · The bank waits');
  expect(write('companies final · x')).toEqual(['企业数 · x', '企業数 · x', 'Companies · x']);
  expect(write('gone final · x')[0]).toBe('gone final · x');
});

// seen to fail: the audit log said: changed decisions on fdi-2026
test('the target of a decision is named with its period', () => {
  const fdi = { id: 'fdi', name: { 'zh-CN': '实际使用外资', ja: '外資', en: 'Utilised FDI' } };
  const rate = { id: 'fdi-rate', name: { 'zh-CN': '占比', ja: '比率', en: 'FDI share' } };
  const write = (reason: string) =>
    languages.map((language) => changeWords({ kind: 'decision', reason }, language, [fdi, rate]));
  expect(write('fdi-2026')).toEqual(['2026年实际使用外资', '2026年外資', 'Utilised FDI, 2026']);
  expect(write('fdi · Done early')[2]).toBe('Utilised FDI · Done early');
  expect(write('fdi-rate')[2]).toBe('FDI share');
  expect(write('A-1')[2]).toBe('A-1');
});
