import { describe, expect, it } from 'vitest';
import { againstPlan } from './against-plan.ts';
import { rowUnit } from './row-unit.ts';
import { valueText } from '#charts/kit/text/units.ts';
import { progressUnit } from '#charts/progress/series.ts';
import { isCountedRow } from '#domain/targets/counted-row.ts';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';

const firms: TargetRow = {
  ...row('companies'),
  unit: 'firms',
  plan: { value: 91.5, share: 0.4, path: 'straight', data_status: 'reported' },
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

// seen to fail: a target of 0.6 read "1", a value of 39.4 "39" and a fall of 0.4 "−0"
describe('a measured unit', () => {
  const power = (unit: string): TargetRow => ({
    ...firms,
    unit,
    target: '0.6',
    series: firms.series.map((month, at) => ({ ...month, value: at === 0 ? '0.355' : '0.4' })),
  });
  it.each(['MW', 'km2'])('%s has the decimals of its values, at most two', (unit) => {
    const target = power(unit);
    for (const own of [rowUnit(target, 'en'), progressUnit(target, 'en')])
      expect([valueText('0.6', own), own.digits]).toEqual(['0.60', 2]);
    const whole = { ...target, target: '6', series: [], now: undefined, baseline: undefined };
    expect(rowUnit(whole as unknown as TargetRow, 'en').digits).toBe(0);
  });
  it.each([
    ['EUR', 2],
    ['percent', 1],
    ['jobs', 0],
  ])('%s has its own decimals, %i', (unit, digits) => {
    expect(rowUnit(power(unit), 'en').digits).toBe(digits);
  });
});
