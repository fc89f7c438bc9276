import { expect, test } from 'vitest';
import { sentenceStart } from './sentence-start.ts';

test('words that stand alone begin with a capital, in any script that has them', () => {
  expect(sentenceStart('more than 200 companies')).toBe('More than 200 companies');
  expect(sentenceStart('入居企業が200社を超える')).toBe('入居企業が200社を超える');
  expect(sentenceStart('𠮷 first')).toBe('𠮷 first');
  expect(sentenceStart('')).toBe('');
});
