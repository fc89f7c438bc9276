import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeCompleteness,
  qualityFields,
  type CompletenessInput,
  type FieldCounts,
} from './completeness.ts';

const none = { fresh: 0, ageing: 0, old: 0, unknown: 0 };
const counts = (applicable: number, filled: number): FieldCounts => ({
  applicable,
  filled,
  not_disclosed: 0,
  ages: { ...none, fresh: filled },
});
const input = (fields: readonly FieldCounts[]): CompletenessInput => ({
  as_of: '2021-04-16',
  projects: 27,
  fields,
  ages: none,
});

describe('completeness', () => {
  it('measures each field once, and neither the name nor the day of the update', () => {
    const names = qualityFields.map(({ field }) => field);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('name');
    expect(names).not.toContain('last_update');
    expect(qualityFields.filter(({ group }) => group === 'figures')).toHaveLength(10);
  });
  it('requires land on land only, a prefecture from Japan only, construction of builders only', () => {
    const limited = Object.fromEntries(
      qualityFields.flatMap(({ field, only }) => (only === undefined ? [] : [[field, only]])),
    );
    expect(limited).toEqual({
      land_mu: 'land',
      national_code: 'land',
      prefecture: 'japan',
      'milestones.start.actual': 'builds',
      'amounts.fai_done_total': 'builds',
      'milestones.completion.plan': 'builds',
    });
  });
  it('has no row for a field that applies to no project', () => {
    const { fields } = makeCompleteness(input(qualityFields.map(() => counts(0, 0))));
    expect(fields).toEqual([]);
  });
  it('lists the worst field first and sums correctly', () => {
    const pair = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
      .map(([a, b]) => counts(Math.max(a, b), Math.min(a, b)));
    const all = fc.array(pair, {
      minLength: qualityFields.length,
      maxLength: qualityFields.length,
    });
    fc.assert(
      fc.property(all, (projects) => {
        const { fields } = makeCompleteness(input(projects));
        const shares = fields.map(({ filled, applicable }) => filled / applicable);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        for (const { filled, missing, applicable } of fields)
          expect(filled + missing).toBe(applicable);
        expect(fields).toHaveLength(projects.filter(({ applicable }) => applicable > 0).length);
      }),
    );
  });
  it('counts the days since the oldest update, and lists the owner with most missing values first', () => {
    const { fields, owners } = makeCompleteness({
      ...input(qualityFields.map(() => ({ ...counts(2, 1), oldest: '2020-11-30' }))),
      owners: [
        { owner: 'Li', projects: 2, ...counts(10, 9) },
        { owner: null, projects: 1, ...counts(10, 2) },
      ],
      owners_total: 2,
    });
    expect(fields[0]?.oldest_days).toBe(137);
    expect(owners?.map(({ owner, missing }) => [owner, missing])).toEqual([
      [undefined, 8],
      ['Li', 1],
    ]);
  });
});
