import { expect, test } from 'vitest';
import type { Names } from '#domain/values/language.ts';
import { findNameLanguage, projectNameLanguage, shownNameLanguage } from './name-language.ts';

test.each<[string, Names | undefined, string | undefined]>([
  // translated: the displayed name is in the language of the page
  ['热泵项目', { en: 'Heat pumps' }, undefined],
  ['热泵项目', { 'zh-CN': '热泵项目' }, 'zh-CN'],
  ['東京', { 'zh-CN': '東京', ja: '東京' }, undefined],
  ['ヒートポンプ事業', undefined, 'ja'],
  ['히트펌프', undefined, 'ko'],
  ['โรงงานปั๊มความร้อน', undefined, 'th'],
  // Chinese characters may be Japanese, and Latin letters any language
  ['热泵项目', undefined, undefined],
  ['Nhà máy bơm nhiệt', undefined, undefined],
])('the language of “%s” with the names %o on an English page is %s', (name, names, language) => {
  expect(findNameLanguage(name, names, 'en')).toBe(language);
});

test('a name in the language of the page, and the neutral name of a project, have no language', () => {
  expect(findNameLanguage('ヒートポンプ事業', undefined, 'ja')).toBeUndefined();
  expect(projectNameLanguage({ code: 'カ-1', name: 'カ-1' }, 'en')).toBeUndefined();
});

// seen to fail: an open-contracting file said that Thai titles are English
test.each<[string, Names | undefined, string]>([
  ['โรงงานปั๊มความร้อน', undefined, 'th'],
  ['Nhà máy bơm nhiệt', undefined, 'und'],
  ['热泵项目', undefined, 'und'],
  ['热泵项目', { en: 'Heat pumps' }, 'en'],
  ['热泵项目', { 'zh-CN': '热泵项目' }, 'zh-CN'],
  ['P-1', undefined, 'en'],
])('the language of “%s” with the names %o in an English file is %s', (name, names, language) => {
  expect(shownNameLanguage({ code: 'P-1', name, ...(names && { names }) }, 'en')).toBe(language);
});
