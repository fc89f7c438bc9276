import { expect, test } from 'vitest';
import { indicatorTemplates } from '#domain/zone/templates/indicator-templates.ts';
import { midSentence, nameBeforeValue, sentenceStart } from './sentence-start.ts';

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
