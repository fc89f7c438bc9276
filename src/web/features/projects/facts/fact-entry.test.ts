import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingReasons } from '#domain/values/data-status.ts';
import { languages } from '#domain/values/language.ts';
import { qualifiers } from '#domain/values/money.ts';
import type { Amount, ProjectFacts } from '#domain/projects/project.ts';
import { asText, findConflicts, readText, readTexts } from './fact-entry.ts';

const today = '2026-06-15';
const writing = { language: 'en', currency: 'CNY' } as const;
const readValue = (...[field, text]: readonly [Parameters<typeof readText>[0], string]) =>
  readText(field, text, writing, today);
const facts: ProjectFacts = {
  name: 'Heat pumps',
  jobs_plan: 120,
  amounts: { total_investment: { money: { minor: '2000000000', currency: 'CNY' } } },
  milestones: [],
  data_status: 'reported',
};

describe('the text of an amount', () => {
  const money = fc.record({
    minor: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
    currency: fc.constantFrom('CNY', 'MXN', 'JPY', 'EUR', 'USD'),
  });
  const qualifier = fc.option(fc.constantFrom(...qualifiers), { nil: undefined });

  test('is read as the amount that it was written from, in each language and currency', () => {
    fc.assert(
      fc.property(
        money,
        qualifier,
        fc.constantFrom(...languages),
        fc.constantFrom('CNY', 'MXN', 'JPY'),
        (wire, word, language, currency) => {
          const amount: Amount =
            word === undefined ? { money: wire } : { money: wire, qualifier: word };
          const place = { language, currency };
          const entry = readText('amounts.paid_in', asText(amount, place), place, today);
          expect(entry).toMatchObject({ kind: 'value', value: amount });
        },
      ),
      { numRuns: 60 },
    );
  });
  test.each(languages)('states why an amount is missing (%s)', (language) => {
    for (const missing of missingReasons) {
      const place = { language, currency: 'CNY' };
      const entry = readText('amounts.paid_in', asText({ missing }, place), place, today);
      expect(entry).toEqual({ kind: 'value', value: { missing } });
    }
  });
  test('is wrong below 0 and without a number', () => {
    for (const text of ['-3', 'a lot'])
      expect(readValue('amounts.paid_in', text)).toEqual({ kind: 'wrong', why: 'wrong_amount' });
  });
});

test('an empty text removes a value, but no project is without a name', () => {
  expect(readValue('owner', '  ')).toEqual({ kind: 'value', value: null });
  expect(readValue('name', '  ')).toEqual({ kind: 'wrong', why: 'wrong_empty' });
});

test('a number must be in the range of its field, and people are whole', () => {
  expect(readValue('foreign_percent', '100')).toEqual({ kind: 'value', value: 100 });
  expect(readValue('foreign_percent', '100.5')).toEqual({ kind: 'wrong', why: 'wrong_range' });
  expect(readValue('land_mu', '-1')).toEqual({ kind: 'wrong', why: 'wrong_range' });
  expect(readValue('land_mu', '10.5')).toEqual({ kind: 'value', value: 10.5 });
  expect(readValue('jobs_plan', '10.5')).toEqual({ kind: 'wrong', why: 'wrong_whole' });
  expect(readValue('jobs_plan', 'ten')).toEqual({ kind: 'wrong', why: 'wrong_number' });
});

test('an actual date is never after today, a planned date may be', () => {
  expect(readValue('milestones.start.actual', today)).toEqual({ kind: 'value', value: today });
  expect(readValue('milestones.start.actual', '2026-06-16')).toEqual({
    kind: 'wrong',
    why: 'wrong_future',
  });
  expect(readValue('milestones.start.plan', '2026-06-16')).toMatchObject({ kind: 'value' });
});

test('a control character is wrong, a line break is not', () => {
  expect(readValue('remark', 'a\u0007b')).toEqual({ kind: 'wrong', why: 'wrong_characters' });
  expect(readValue('remark', 'a\nb')).toEqual({ kind: 'value', value: 'a\nb' });
});

test('only texts that change a value become changes', () => {
  const texts = {
    name: 'Heat pumps',
    jobs_plan: '120.0',
    owner: 'Ada',
    'amounts.total_investment': '0.02',
    land_mu: 'wide',
  };
  expect(readTexts(texts, facts, writing, today)).toEqual({
    changes: { owner: 'Ada' },
    wrong: { land_mu: 'wrong_number' },
  });
});

test('a field conflicts only if both people changed it, to different values', () => {
  const mine = { jobs_plan: 150, owner: 'Ada' };
  expect(findConflicts(mine, facts, { ...facts, jobs_plan: 140 })).toEqual(['jobs_plan']);
  expect(findConflicts(mine, facts, { ...facts, jobs_plan: 150 })).toEqual([]);
  expect(findConflicts(mine, facts, { ...facts, land_mu: 10 })).toEqual([]);
});
