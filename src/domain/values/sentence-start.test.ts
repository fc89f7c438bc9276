import { expect, test } from 'vitest';
import { midSentence, sentenceStart } from './sentence-start.ts';

test('words that stand alone begin with a capital, in any script that has them', () => {
  expect(sentenceStart('more than 200 companies')).toBe('More than 200 companies');
  expect(sentenceStart('入居企業が200社を超える')).toBe('入居企業が200社を超える');
  expect(sentenceStart('𠮷 first')).toBe('𠮷 first');
  expect(sentenceStart('')).toBe('');
});

test('a name inside a sentence begins small where its first word is a common one; proper names and abbreviations stay', () => {
  expect(['Companies', 'Industrial output', 'Jobs'].map(midSentence)).toEqual([
    'companies',
    'industrial output',
    'jobs',
  ]);
  const kept = [
    'Japanese companies',
    'GDP',
    'R&D',
    'Qingdao output',
    'Industrials',
    '入驻企业数',
    '',
  ];
  expect(kept.map(midSentence)).toEqual(kept);
});
