import { expect, test } from 'vitest';
import { listSentences, makeSubtitle } from './subtitle.ts';

// seen to fail: the stop of "etc. " within a sentence ended it
test('a subtitle has the sentences that it was made of, whatever stops they hold', () => {
  const sentences = ['Jobs etc. by stage', 'Dashed ring: no value'];
  const words = makeSubtitle(sentences, 'en');
  expect(words.subtitle).toBe('Jobs etc. by stage. Dashed ring: no value');
  expect(listSentences(words)).toEqual(sentences);
  expect(listSentences({ subtitle: 'Jobs etc. by stage' })).toEqual(['Jobs etc. by stage']);
  expect(listSentences({ subtitle: '' })).toEqual([]);
});
