import { expect, test } from 'vitest';
import type { ImportPreview, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import {
  allProposals,
  answeredQuestions,
  answerWords,
  asksForAmounts,
  findOpenWord,
  findProposal,
  openQuestions,
} from './proposals.ts';

const question = (id: string, more: object = {}): ImportQuestion =>
  ({ id, kind: id, choices: [], ...more }) as unknown as ImportQuestion;
const preview = (questions: readonly ImportQuestion[], more: object = {}): ImportPreview =>
  ({ questions, settled: [], columns: [], answers: {}, ...more }) as unknown as ImportPreview;

test('a default answers a question, unless the answer changes the counts', () => {
  const some = preview([
    question('unit', { default: 'wan' }),
    question('stage_words', { default: 'keep' }),
    question('currency'),
  ]);
  expect(openQuestions(some).map(({ id }) => id)).toEqual(['currency', 'stage_words']);
  expect(answeredQuestions(some).map(({ id }) => id)).toEqual(['unit']);
});

test('proposes no mapping while no column names the projects', () => {
  const items = [{ key: 'c1', proposal: 'amount' }, { key: 'c2' }];
  const mapping = question('mapping', { items });
  expect(findProposal(mapping, preview([mapping]))).toBeUndefined();
  expect(findProposal(mapping, preview([mapping], { columns: [{ field: 'project_id' }] }))).toEqual(
    {
      c1: 'amount',
      c2: 'extra',
    },
  );
});

test('accepting all proposals leaves questions with even evidence open', () => {
  const words = { items: [{ key: '在谈', proposal: 'negotiation' }, { key: '其他' }] };
  const even = { items: [{ key: 'a' }, { key: 'b' }] };
  expect(
    allProposals(preview([question('stage_words', words), question('code_names', even)])),
  ).toEqual({ stage_words: { 在谈: 'negotiation', 其他: 'keep' } });
});

// seen to fail: "Accept all proposals" made a cancelled project one without a stage
test('a word that needs an answer has no proposal, and its question stays open without one', () => {
  const words = question('stage_words', {
    items: [
      { key: 'Cancelled', needs_answer: true },
      { key: '在谈', proposal: 'negotiation' },
      { key: '其他' },
    ],
  });
  const proposals = { 在谈: 'negotiation', 其他: 'keep' };
  expect(allProposals(preview([words]))).toEqual({ stage_words: proposals });
  expect(findOpenWord(words, proposals)).toBe('Cancelled');
  expect(findOpenWord(words, { ...proposals, Cancelled: 'rejected' })).toBeUndefined();
});

test('the answer about columns names every column, also after its question has none of them', () => {
  const choices = [{ value: 'stage', label: 'Stage' }];
  const mapping = question('mapping', { choices, items: [{ key: 'Helyrajzi szám' }] });
  expect(answerWords(mapping, { Szakasz: 'stage' })).toBe('“Szakasz” = Stage');
});

// seen to fail: "No amount names a currency" beside a column of currencies
test('a file is not said to name no currency while its amounts wait for an answer', () => {
  expect(asksForAmounts(preview([question('unit')]))).toBe(true);
  expect(asksForAmounts(preview([question('unit', { default: 'wan' })]))).toBe(false);
});
