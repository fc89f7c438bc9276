import { expect, test } from 'vitest';
import { planOf, storeAfter } from '../import-context.ts';

const answers = { file_kind: 'own_register', as_of: '2026-03-31' } as const;
const write = (count: number, jobs: string): string =>
  [
    'Project ID,Project name,Stage,Planned jobs',
    ...Array.from({ length: count }, (_, at) => `P${at},Project ${at},Signed,${jobs}`),
  ].join('\n');

// seen to fail: the page said that the first 200 are shown of exactly 200
test.each([
  [200, false],
  [201, true],
])('a preview with %i changed values has more than it lists: %s', async (count, hasMore) => {
  const first = await planOf(write(count, '10'), 'r.csv', answers);
  const again = await planOf(
    write(count, '20'),
    'r.csv',
    { ...answers, as_of: '2026-04-30' },
    storeAfter(first),
  );
  expect(again.preview.changes).toHaveLength(200);
  expect(again.preview.has_more_changes).toBe(hasMore);
});
