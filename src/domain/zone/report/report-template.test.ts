import { expect, test } from 'vitest';
import fc from 'fast-check';
import { fixedSections, orderSections, reportSections } from './report-template.ts';

test('without a choice a report has every section in the usual order', () => {
  expect([orderSections(), orderSections({})]).toEqual([reportSections, reportSections]);
});

test('a report has the chosen sections in their order, and always the fixed ones, once', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...reportSections]), (sections) => {
      const order = orderSections({ sections });
      expect(order.slice(0, sections.length)).toEqual(sections);
      expect(new Set(order).size).toBe(order.length);
      expect(order.length).toBeLessThanOrEqual(reportSections.length);
      for (const id of fixedSections) expect(order).toContain(id);
    }),
  );
});
