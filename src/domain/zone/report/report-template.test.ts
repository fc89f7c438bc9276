import { expect, test } from 'vitest';
import fc from 'fast-check';
import { fixedSections, orderSections, reportSections, usualSections } from './report-template.ts';

test('without a choice a report has the usual sections: all but doubts and the change log', () => {
  expect([orderSections(), orderSections({})]).toEqual([usualSections, usualSections]);
  expect(reportSections.filter((id) => !usualSections.includes(id))).toEqual(['doubts', 'log']);
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
