import { expect, test } from 'vitest';
import { needsComparisonNote } from './comparison-note.ts';

test('a zone without targets for companies and output is told nothing about them', () => {
  const own = [
    { indicator: 'sales_of_tenants', unit: 'HUF' },
    { indicator: 'new_leases', unit: 'leases' },
  ] as const;
  expect(needsComparisonNote(own)).toBe(false);
  expect(needsComparisonNote([...own, { indicator: 'firms', unit: 'companies' }])).toBe(true);
  expect(needsComparisonNote([{ indicator: 'output', unit: 'CNY' }])).toBe(true);
});
