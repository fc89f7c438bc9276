import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { pickTarget } from './allowed-fields.ts';

test('decisions and notes on a target are in no link', () => {
  const marked = { ...row('companies'), marks: [{ kind: 'note', date: '2021-03-31', text: 'x' }] };
  expect(pickTarget(marked as ReturnType<typeof row>, true)).not.toHaveProperty('marks');
});
