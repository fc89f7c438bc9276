import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAnswerDoubt } from './answer-doubts.ts';
import { cellKey, requestFields, requestState, type RequestCell } from './request.ts';

const live = {
  state: 'live',
  deadline: '2026-11-10',
  expires_at: '2026-11-30T23:59:59.999Z',
} as const;

test.each([
  ['before the deadline', 1, '2026-11-10T20:00:00Z', 'open'],
  ['after the deadline', 1, '2026-11-11T00:00:00Z', 'overdue'],
  ['after the expiry', 1, '2026-12-01T00:00:00Z', 'ended'],
  ['answered late', 2, '2026-11-20T00:00:00Z', 'answered'],
  ['answered and expired', 2, '2026-12-20T00:00:00Z', 'answered'],
] as const)('a request %s has its state', (_, answered, now, state) => {
  expect(requestState(live, answered, 2, now, now.slice(0, 10))).toBe(state);
});

test('a cancelled request stays cancelled', () => {
  const cancelled = { ...live, state: 'cancelled' } as const;
  expect(requestState(cancelled, 2, 2, '2026-11-01T00:00:00Z', '2026-11-01')).toBe('cancelled');
});

test('paid-in money that falls, and ten times the jobs, are doubtful', () => {
  expect(findAnswerDoubt('amounts.paid_in', '2026-10', '398', '4310')).toBe('fell');
  expect(findAnswerDoubt('jobs_actual', '2026-10', '860', '86')).toBe('jump');
  expect(findAnswerDoubt('jobs_actual', '2026-10', '80', '86')).toBeUndefined();
  expect(findAnswerDoubt('jobs_actual', '2026-10', '860', undefined)).toBeUndefined();
});

test('the output of a year may fall in January only', () => {
  expect(findAnswerDoubt('amounts.output_actual', '2026-10', '50', '60')).toBe('fell');
  expect(findAnswerDoubt('amounts.output_actual', '2027-01', '50', '60')).toBeUndefined();
});

const cells = fc.oneof(
  fc.record({
    code: fc.string({ minLength: 1 }).filter((code) => !code.includes(' ')),
    field: fc.constantFrom(...requestFields),
  }),
  fc.record({ indicator: fc.stringMatching(/^[a-z_]{1,20}$/) }),
);
test('two different cells never share a key', () => {
  const same = (a: RequestCell, b: RequestCell) => JSON.stringify(a) === JSON.stringify(b);
  fc.assert(fc.property(cells, cells, (a, b) => (cellKey(a) === cellKey(b)) === same(a, b)));
});
