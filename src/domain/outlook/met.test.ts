import { describe, expect, it } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { findMet, isFinal } from './met.ts';

const companies = (values: readonly (number | null)[], target: Parameters<typeof row>[2]) =>
  row(
    'companies',
    { as_of: '2020-12-31', observations: reported('companies', '2020-05', values) },
    { baseline_date: '2020-05-31', ...target },
  );

describe('a target that is met', () => {
  it('names the month since which it has been met without a break', () => {
    const met = findMet(companies([8, 12, 9, 11, 14, 13, 15, 16], { value: '10' }));
    expect(met).toEqual({
      since: '2020-08',
      reserve: '6',
      falls: [
        { month: '2020-07', by: '3' },
        { month: '2020-10', by: '1' },
      ],
    });
  });
  it('does not compare months around a gap', () => {
    const met = findMet(companies([30, null, 12, 13, 14, 15, 16, 17], { value: '10' }));
    expect(met?.falls).toEqual([]);
  });
  it('reverses for an upper limit', () => {
    const met = findMet(companies([30, 9, 12, 8, 7, 6, 5, 4], { value: '10', comparator: '<=' }));
    expect(met).toMatchObject({ since: '2020-08', reserve: '6' });
    expect(met?.falls[0]).toEqual({ month: '2020-07', by: '3' });
  });
  it('is undefined for one that is not met, and final only after its deadline', () => {
    const open = companies([8, 9, 9, 9, 9, 9, 9, 9], { value: '10' });
    expect(findMet(open)).toBeUndefined();
    expect(isFinal(open)).toBe(false);
    expect(
      isFinal(companies([8, 9, 9, 9, 9, 9, 9, 9], { value: '10', deadline: '2020-12-31' })),
    ).toBe(true);
  });
});
