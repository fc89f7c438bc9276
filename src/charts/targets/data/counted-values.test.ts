import { describe, expect, it } from 'vitest';
import { againstPlan } from './against-plan.ts';
import { rowUnit } from './row-unit.ts';
import { progressUnit } from '#charts/progress/series.ts';
import { isCountedRow } from '#domain/targets/counted-row.ts';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';

const firms: TargetRow = {
  ...row('companies'),
  ...{
    unit: 'firms',
    plan: { value: 91.5, share: 0.4, path: 'straight', data_status: 'reported' },
  },
};

// seen to fail: a plan of 91.5 firms beside 41 firms, of a zone that names the unit itself
describe('a unit that the zone named itself', () => {
  it('counts where all its values are whole, and its plan is written whole', () => {
    expect(isCountedRow(firms)).toBe(true);
    for (const language of languages) {
      expect(againstPlan(firms, language).plan).toMatch(/^92 ?firms$/);
      expect([rowUnit(firms, language), progressUnit(firms, language)]).toMatchObject([
        { isCounted: true },
        { isCounted: true },
      ]);
    }
  });
  it.each([
    ['target', { target: '200.5' }],
    ['value', { series: [...firms.series.slice(1), { ...firms.series[0], value: '40.5' }] }],
    ['baseline', { baseline: { value: '0.5', date: '2020-12-31', kind: 'reported' } }],
  ])('does not count where its %s is not whole', (_name, more) => {
    expect(isCountedRow({ ...firms, ...more } as TargetRow)).toBe(false);
  });
  it.each(['km2', 'percent', 'EUR'])('%s measures, whatever its values are', (unit) => {
    expect(isCountedRow({ ...firms, unit })).toBe(false);
  });
});
