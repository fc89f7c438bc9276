import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { pickTarget } from './allowed-fields.ts';

test('decisions, notes and the declared status of a target are in no link', () => {
  const declared = { status: 'at_risk', reason: 'x', by: 'Li', on: '2021-03-31' } as const;
  const marks = [{ kind: 'note', date: '2021-03-31', text: 'x' }] as const;
  const target = pickTarget({ ...row('companies'), marks, declared }, true);
  expect(target).not.toHaveProperty('marks');
  expect(target).not.toHaveProperty('declared');
});
