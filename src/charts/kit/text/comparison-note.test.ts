import { expect, test } from 'vitest';
import { outputTemplates } from '#domain/zone/templates/output-templates.ts';
import { needsComparisonNote } from './comparison-note.ts';

test('only a zone with a target for companies or output has the note on them', () => {
  const own = [
    { indicator: 'sales_of_tenants', unit: 'HUF' },
    { indicator: 'new_leases', unit: 'leases' },
  ] as const;
  expect(needsComparisonNote(own)).toBe(false);
  expect(needsComparisonNote([...own, { indicator: 'firms', unit: 'companies' }])).toBe(true);
});

// seen to fail: the note was missing beside the output of the sample zone alone
test.each(outputTemplates.map(({ indicator }) => indicator))(
  'a target for $id has the note',
  (one) => {
    expect(needsComparisonNote([{ indicator: one.id, unit: one.unit }])).toBe(true);
  },
);
