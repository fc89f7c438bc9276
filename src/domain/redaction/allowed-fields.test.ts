import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { pickTarget } from './allowed-fields.ts';

test('what was decided and noted on a target leaves with no link', () => {
  const marked = { ...row('companies'), marks: [{ kind: 'note', date: '2021-03-31', text: 'x' }] };
  expect(pickTarget(marked as ReturnType<typeof row>, true)).not.toHaveProperty('marks');
});
