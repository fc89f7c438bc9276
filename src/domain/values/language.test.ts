import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeWordsOf, fillText, inBrackets, languages, ownWords } from './language.ts';

const text = fc.record({ 'zh-CN': fc.string(), ja: fc.string(), en: fc.string() });

test('one language is enough: the others get its words', () => {
  expect(fillText({ ja: '滨江' })).toEqual({ 'zh-CN': '滨江', ja: '滨江', en: '滨江' });
  expect(fillText({ 'zh-CN': ' ', en: 'Riverside' })).toEqual({
    'zh-CN': 'Riverside',
    ja: 'Riverside',
    en: 'Riverside',
  });
  expect(fillText({ 'zh-CN': '滨江', en: 'Riverside' }).ja).toBe('滨江');
  expect(fillText({ 'zh-CN': '', ja: '', en: '' })).toEqual({ 'zh-CN': '', ja: '', en: '' });
});
test('existing words stay, and a second time changes nothing', () => {
  fc.assert(
    fc.property(text, (words) => {
      const filled = fillText(words);
      for (const language of languages)
        if (words[language].trim() !== '') expect(filled[language]).toBe(words[language]);
      expect(fillText(filled)).toEqual(filled);
    }),
  );
});
test('a language that repeats the main one has no words of its own, and follows it', () => {
  const same = { 'zh-CN': '滨江', ja: '滨江', en: 'Riverside' };
  expect(languages.map((one) => ownWords(same, one, 'zh-CN'))).toEqual(['滨江', '', 'Riverside']);
  expect(changeWordsOf(same, 'zh-CN', 'zh-CN', '北港')).toEqual({
    'zh-CN': '北港',
    ja: '北港',
    en: 'Riverside',
  });
  expect(changeWordsOf(same, 'en', 'zh-CN', '')).toEqual({
    'zh-CN': '滨江',
    ja: '滨江',
    en: '滨江',
  });
  expect(changeWordsOf(same, 'ja', 'zh-CN', '北江').ja).toBe('北江');
});

test('brackets are those of the language', () => {
  expect(languages.map((language) => inBrackets('12', language))).toEqual([
    '（12）',
    '（12）',
    ' (12)',
  ]);
});
