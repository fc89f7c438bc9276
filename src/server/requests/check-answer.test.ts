import { describe, expect, test } from 'vitest';
import type { Answer } from '#contract/requests/schemas.ts';
import type { RequestCell, RequestField } from '#domain/requests/request.ts';
import { compact } from '#domain/values/compact.ts';
import { findAnswerFault, storedAnswer, type CheckedCell } from './check-answer.ts';

const today = '2026-06-15';
const makeCell = (cell: RequestCell, unit?: string): CheckedCell => ({
  cell,
  head: { key: 'a', ...compact({ unit }) },
  register: {
    profile: { indicators: [{ id: 'jobs', kind: 'stock', unit: 'jobs' }] },
    projects: new Map(),
    observations: [],
  } as unknown as CheckedCell['register'],
  month: '2026-05',
  newestDay: today,
});
const answer = (fields: Partial<Answer>): Answer => ({ key: 'a', ...fields });
const faultOf = (field: RequestField, fields: Partial<Answer>, unit?: string) =>
  findAnswerFault(makeCell({ code: 'A-1', field }, unit), answer(fields));

describe('an answer about a milestone', () => {
  const faultOfStart = (fields: Partial<Answer>) => faultOf('milestones.start', fields);
  test('is a day with an outcome, and an event is never after today', () => {
    expect(faultOfStart({ outcome: 'done', value: today })).toBeUndefined();
    expect(faultOfStart({ outcome: 'done', value: '2026-06-16' })).toBe('is after today');
    expect(faultOfStart({ outcome: 'planned', value: '2027-01-01' })).toBeUndefined();
    expect(faultOfStart({ outcome: 'planned', value: '2027-02-30' })).toContain('needs a day');
    expect(faultOfStart({ outcome: 'planned' })).toContain('needs a day');
    expect(faultOfStart({ value: today })).toContain('needs an outcome');
  });
  test('has no day where it has not happened', () => {
    expect(faultOfStart({ outcome: 'not_yet' })).toBeUndefined();
    expect(faultOfStart({ outcome: 'not_yet', value: today })).toContain('takes no day');
  });
});

describe('an answer about a number', () => {
  test('is a plain decimal without an outcome', () => {
    expect(faultOf('jobs_actual', { value: '12' })).toBeUndefined();
    expect(faultOf('jobs_actual', { value: '1,200' })).toBe('needs a plain decimal number');
    expect(faultOf('jobs_actual', {})).toBe('needs a plain decimal number');
    expect(faultOf('jobs_actual', { value: '12', outcome: 'done' })).toBe('takes no outcome');
  });
  test('is a whole number of people up to ten million', () => {
    expect(faultOf('jobs_actual', { value: '10000000' })).toBeUndefined();
    for (const value of ['10000001', '1.5'])
      expect(faultOf('jobs_actual', { value })).toBe('must be a whole number of people');
    expect(faultOf('jobs_actual', { value: '-1' })).toBe('must be 0 or more');
  });
  test('is an amount that the currency and the store can hold', () => {
    const faultOfMoney = (value: string, unit: string) =>
      faultOf('amounts.paid_in', { value }, unit);
    expect(faultOfMoney('12.34', 'MXN')).toBeUndefined();
    expect(faultOfMoney('12.345', 'MXN')).toContain('finer than the smallest coin');
    expect(faultOfMoney('12.3', 'JPY')).toContain('finer than the smallest coin');
    expect(faultOfMoney('92233720368547758.08', 'MXN')).toContain('too large');
    expect(faultOfMoney('92233720368547758.07', 'MXN')).toBeUndefined();
  });
  test('is valid for an indicator only while the zone has it', () => {
    const faultOfIndicator = (indicator: string, value: string) =>
      findAnswerFault(makeCell({ indicator }), answer({ value }));
    expect(faultOfIndicator('jobs', '120')).toBeUndefined();
    expect(faultOfIndicator('jobs', '1.5')).toContain('whole number');
    expect(faultOfIndicator('gone', '120')).toBe('is no longer asked for');
  });
});

test('an amount is stored with its currency, and a blank note is none', () => {
  const money = makeCell({ code: 'A-1', field: 'amounts.paid_in' }, 'MXN');
  expect(storedAnswer(money, answer({ value: '5', note: '  ' }))).toEqual({
    cell: 'a',
    is_provisional: false,
    value: '5',
    currency: 'MXN',
  });
  const people = makeCell({ code: 'A-1', field: 'jobs_actual' }, 'jobs');
  expect(storedAnswer(people, answer({ value: '5', is_provisional: true, note: ' x ' }))).toEqual({
    cell: 'a',
    is_provisional: true,
    value: '5',
    note: 'x',
  });
});
