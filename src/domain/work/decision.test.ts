import { expect, it } from 'vitest';
import {
  changeDecision,
  decisionFaults,
  decisionOn,
  decisionOverdueDays,
  sortDecisions,
} from './decision.ts';

const decision = { id: 'a', text: 'Move the substation', decided_on: '2026-03-02' } as const;

it('a decision is made by today, and due or done only after it was made', () => {
  const rules = (more: object) =>
    decisionFaults({ ...decision, ...more }, '2026-04-01').map(({ field, rule }) => [field, rule]);
  expect(rules({ due: '2026-03-02', done_on: '2026-04-01' })).toEqual([]);
  expect(rules({ decided_on: '2026-04-02' })).toEqual([['decided_on', 'not_come']]);
  expect(rules({ due: '2026-03-01' })).toEqual([['due', 'before_decided']]);
  expect(rules({ done_on: '2026-04-02' })).toEqual([['done_on', 'not_come']]);
  expect(rules({ done_on: '2026-03-01' })).toEqual([['done_on', 'before_decided']]);
});

it('a decision is unknown before it was made, and open until it was done', () => {
  const closedDecision = { ...decision, done_on: '2026-04-01' };
  expect(decisionOn(closedDecision, '2026-03-01')).toBeUndefined();
  expect(decisionOn(closedDecision, '2026-03-31')).toEqual(decision);
  expect(decisionOn(closedDecision, '2026-04-01')).toEqual(closedDecision);
});

it('a decision is overdue from the day after it is due, until it is done', () => {
  const due = { ...decision, due: '2026-03-31' };
  expect(decisionOverdueDays(due, '2026-03-31')).toBeUndefined();
  expect(decisionOverdueDays(due, '2026-04-02')).toBe(2);
  expect(decisionOverdueDays({ ...due, done_on: '2026-04-01' }, '2026-04-02')).toBeUndefined();
});

it('null reopens a decision, and fields that are not named stay', () => {
  const closedDecision = { ...decision, owner: 'Li', done_on: '2026-04-01' };
  expect(changeDecision(closedDecision, { done_on: null, due: '2026-05-01' })).toEqual({
    text: decision.text,
    decided_on: decision.decided_on,
    owner: 'Li',
    due: '2026-05-01',
  });
});

it('open decisions come first by due day, then the last completed ones', () => {
  const list = sortDecisions([
    { ...decision, id: 'old', done_on: '2026-03-05' },
    { ...decision, id: 'none' },
    { ...decision, id: 'late', due: '2026-03-31' },
    { ...decision, id: 'new', done_on: '2026-03-09' },
  ]);
  expect(list.map(({ id }) => id)).toEqual(['late', 'none', 'new', 'old']);
});
