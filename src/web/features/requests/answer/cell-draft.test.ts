import { expect, test } from 'vitest';
import type { OpenRequest } from '#contract/requests/schemas.ts';
import { groupDigits, inPower, readCell, storedDraft, type CellDraft } from './cell-draft.ts';

type Cell = OpenRequest['cells'][number];
const money: Cell = {
  key: 'project A-1 amounts.paid_in',
  field: 'amounts.paid_in',
  unit: 'CNY',
  last: '43100000',
  is_open: true,
};
const draft = (text: string, more: Partial<CellDraft> = {}): CellDraft => ({
  text,
  power: 4,
  ...more,
});
const read = (cell: Cell, draft: CellDraft) => readCell(cell, draft, '2026-10');

test('a typed number is sent in yuan, whatever its digits and commas', () => {
  for (const text of ['4,708', '４７０８', ' 4 708 ', '4708.0'])
    expect(read(money, draft(text))).toEqual({
      at: 'ready',
      answer: { key: money.key, value: '47080000' },
    });
});

// seen to fail: 50億 was refused, and 1,2 was sent as 12
test('a number is read as in settings, and a text that is no number is never guessed', () => {
  const open = { ...money, key: 'm' };
  const ready = (value: string) => ({ at: 'ready', answer: { key: 'm', value } });
  expect(read({ ...open, last: '4000000000' }, draft('50億'))).toEqual(ready('5000000000'));
  expect(read(open, draft('5000万元'))).toEqual(ready('50000000'));
  expect(read(open, draft('1,2'))).toEqual({ at: 'no_value', why: 'not_a_number' });
  expect(read(open, draft('5000 people'))).toMatchObject({ at: 'no_value' });
  expect(read(open, draft('−5000'))).toEqual({ at: 'no_value', why: 'negative' });
  const jobs: Cell = { key: 'm', field: 'jobs_actual', unit: 'jobs', is_open: true };
  expect(read(jobs, draft('１２３', { power: 0 }))).toEqual(ready('123'));
  expect(read(jobs, draft('1万人', { power: 0 }))).toEqual(ready('10000'));
  expect(read(jobs, draft('12.5', { power: 0 }))).toEqual({ at: 'no_value', why: 'not_whole' });
});

test('a number with its own unit keeps its words and its value in another language', () => {
  expect(inPower(draft('50億'), 6)).toEqual({ text: '50億', power: 6 });
  expect(groupDigits('50億')).toBe('50億');
});

test('a sum that falls offers the month alone, and needs a note to stay', () => {
  expect(read(money, draft('398'))).toEqual({ at: 'doubt', doubt: 'fell', likely: '47080000' });
  expect(read(money, draft('398', { confirm: true }))).toEqual({ at: 'no_note' });
  expect(read(money, draft('398', { confirm: true, note: 'refund' }))).toMatchObject({
    at: 'ready',
    answer: { confirm: true, note: 'refund' },
  });
});

test('ten times the jobs offer a digit less', () => {
  const jobs: Cell = { key: 'j', field: 'jobs_actual', unit: 'jobs', last: '86', is_open: true };
  expect(read(jobs, draft('920', { power: 0 }))).toEqual({
    at: 'doubt',
    doubt: 'jump',
    likely: '92',
  });
});

test('a year to date of an indicator may fall in January only', () => {
  const { field: _, ...rest } = money;
  const tax: Cell = { ...rest, is_year_to_date: true };
  expect(readCell(tax, draft('4000'), '2026-10')).toMatchObject({ at: 'doubt', doubt: 'fell' });
  expect(readCell(tax, draft('400'), '2027-01').at).toBe('ready');
});

test('a change of the language keeps the value, not the digits', () => {
  expect(inPower(draft('4,708'), 6)).toEqual({ text: '47.08', power: 6 });
  expect(inPower(draft('about'), 6).text).toBe('about');
  expect(groupDigits('1234567.5')).toBe('1,234,567.5');
});

test('an answer that is stored is not sent again; a returned one is', () => {
  const answer = { value: '47080000', at: '', state: 'open' } as const;
  const cell = { ...money, answer };
  expect(read(cell, storedDraft(cell, 4)).at).toBe('same');
  const returned: Cell = { ...money, answer: { ...answer, state: 'returned' } };
  expect(read(returned, storedDraft(returned, 4)).at).toBe('ready');
  expect(read({ ...money, is_open: false }, draft('1')).at).toBe('fixed');
});

test('a milestone needs its day, and none while it has not happened', () => {
  const start: Cell = { key: 'm', field: 'milestones.start', is_open: true };
  expect(read(start, draft('')).at).toBe('empty');
  expect(read(start, draft('', { outcome: 'done' })).at).toBe('no_day');
  expect(read(start, draft('2026-10-22', { outcome: 'done' })).at).toBe('ready');
  expect(read(start, draft('', { outcome: 'not_yet' })).at).toBe('ready');
});
