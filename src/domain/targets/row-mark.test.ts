import { expect, test } from 'vitest';
import type { Decision } from '#domain/work/decision.ts';
import type { CauseNote, Target } from '#domain/zone/indicator.ts';
import { listRowMarks } from './row-mark.ts';

const target = { id: 'jobs-2021', indicator: 'jobs' } as Target;
const decision: Decision = {
  id: 'd',
  subject: 'target',
  subject_id: 'jobs-2021',
  text: 'Hire',
  decided_on: '2021-03-10',
  done_on: '2021-05-01',
  revision: 3,
};
const note: CauseNote = {
  indicator: 'jobs',
  period: '2021-02',
  text: 'Strike',
  next_step: 'Talks',
  author: 'a',
  recorded_at: '2021-03-01T00:00:00Z',
};

test('marks are the decisions and notes of a target up to the day, oldest first', () => {
  const others = [
    { ...decision, subject_id: 'jobs' },
    { ...decision, subject: 'project' as const },
    { ...decision, decided_on: '2021-04-02' },
  ];
  const input = {
    as_of: '2021-04-01',
    notes: [note, { ...note, indicator: 'companies' }, { ...note, text: '', next_step: '' }],
    decisions: [decision, ...others],
  };
  expect(listRowMarks(target, input)).toEqual([
    { kind: 'note', date: '2021-02-28', text: 'Strike · Talks' },
    // it was done later
    { kind: 'decision', date: '2021-03-10', text: 'Hire' },
  ]);
});
