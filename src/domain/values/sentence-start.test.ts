import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicatorTemplates } from '#domain/zone/templates/indicator-templates.ts';
import { beforeSentence, midSentence, nameBeforeValue, sentenceStart } from './sentence-start.ts';

test('words at the start of a line begin with a capital in scripts that have capitals', () => {
  expect(sentenceStart('more than 200 companies')).toBe('More than 200 companies');
  expect(sentenceStart('入居企業が200社を超える')).toBe('入居企業が200社を超える');
  expect(sentenceStart('𠮷 first')).toBe('𠮷 first');
  expect(sentenceStart('')).toBe('');
});

test('a common noun inside a sentence is in lower case; proper names and abbreviations stay', () => {
  expect(['Companies', 'Industrial output', 'New companies'].map(midSentence)).toEqual([
    'companies',
    'industrial output',
    'new companies',
  ]);
  const names = [
    'Japanese companies',
    'GDP',
    'R&D',
    'Qingdao output',
    'New Zealand companies',
    'Industrials',
    '入驻企业数',
    '',
  ];
  expect(names.map(midSentence)).toEqual(names);
});

test('inside a sentence each template of an indicator begins in lower case, abbreviations apart', () => {
  const names = indicatorTemplates.map(({ indicator }) => indicator.name.en);
  const capitals = names.map(midSentence).filter((name) => /^\p{Lu}/u.test(name));
  expect(capitals.filter((name) => !/^(?:\p{Lu}{2,}|R&D)/u.test(name))).toEqual([]);
});

test.each([
  ['Jobs', 'Jobs '],
  ['Danang Hi-Tech Park', 'Danang Hi-Tech Park '],
  ['园区 2', '园区 2 '],
  ['GDP (current prices)', 'GDP (current prices) '],
  ['就业人数', '就业人数'],
  ['雇用者数（月末）', '雇用者数（月末）'],
])('%s in front of a value is %j', (name, text) => {
  expect(nameBeforeValue(name)).toBe(text);
});

// seen to fail: "Permits late Next step: …"
test.each([
  ['Permits late', 'Permits late. '],
  ['Permits late.', 'Permits late. '],
  ['Is the permit late?', 'Is the permit late? '],
  ['He said “wait.”', 'He said “wait.” '],
  ['Two permits (of 5)', 'Two permits (of 5). '],
  ['许可延迟', '许可延迟。'],
  ['许可延迟。', '许可延迟。'],
  ['許可が遅れたデータ', '許可が遅れたデータ。'],
  ['审批中（2项）', '审批中（2项）。'],
  ['', ''],
])('ends %j as a sentence', (text, sentence) => {
  expect(beforeSentence(text)).toBe(sentence);
});

test('adds at most one mark and one space, and changes no sentence twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const once = beforeSentence(text);
      expect(once.startsWith(text.trim())).toBe(true);
      expect(once.length - text.trim().length).toBeLessThanOrEqual(2);
      expect(beforeSentence(once)).toBe(once);
    }),
  );
});
