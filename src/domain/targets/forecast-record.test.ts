import { describe, expect, it, test } from 'vitest';
import { compact } from '#domain/values/compact.ts';
import { makeForecastRecords, type ObservationVersion } from './forecast-record.ts';
import { scoreForecasts } from '#domain/targets/forecasting/forecast-scores.ts';
import { observe } from '#domain/overview/overview.fixture.ts';
import { indicators, targets } from '#domain/overview/overview.fixture.ts';
import { addMonths, monthEnd } from '#domain/values/date.ts';

const start = '2019-01';
const later = '2030-01-01T00:00:00.000Z';
/** Values of companies, recorded on the last day of their month or on the given day. */
const versionsOf = (
  values: readonly (number | null)[],
  recorded_at?: string,
): ObservationVersion[] =>
  observe(
    'companies',
    start,
    values.map((value) => (value === null ? null : String(value))),
    'reported',
  ).map((observation) => ({
    ...observation,
    recorded_at: recorded_at ?? `${monthEnd(observation.period)}T12:00:00.000Z`,
  }));

const profile = { indicators, targets, thresholds: { ahead: 105, on: 95, slightly: 80 } };
const recordOf = (
  versions: readonly ObservationVersion[],
  as_of: string,
  ahead: 'deadline' | '3' | '12' = '3',
) => {
  const record = makeForecastRecords({ profile, as_of, ahead, versions }).items.find(
    ({ indicator }) => indicator === 'companies',
  );
  if (record === undefined) throw new Error('no record');
  return record;
};
const uneven = (count: number) => Array.from({ length: count }, (_, i) => 10 + i * 3 + (i % 3));

test.each([
  // 1 May 2020 in Shanghai, still April in UTC and Santiago
  ['Asia/Shanghai', '2020-04-30T17:00:00.000Z', true],
  [undefined, '2020-04-30T17:00:00.000Z', false],
  ['America/Santiago', '2020-04-30T17:00:00.000Z', false],
  // 30 April in Santiago, May in UTC
  ['America/Santiago', '2020-05-01T03:00:00.000Z', false],
  [undefined, '2020-05-01T03:00:00.000Z', true],
])('in %s, a value recorded at %s came after April: %s', (time_zone, recorded_at, isLater) => {
  const versions = versionsOf(uneven(16)).map((version) =>
    version.period === '2020-04' ? { ...version, recorded_at } : version,
  );
  const input = { profile: { ...profile, ...compact({ time_zone }) }, as_of: '2020-04-30' };
  const { items } = makeForecastRecords({ ...input, ahead: '3', versions });
  const { forecasts } = items.find(({ indicator }) => indicator === 'companies') ?? {};
  expect(forecasts?.at(-1)).toMatchObject({ period: '2020-04', recomputed: isLater });
});

describe('the record of past forecasts', () => {
  // seen to fail: a value on another definition was the result of a forecast before the break
  it('leaves out a forecast that a break in the series separates from its day', () => {
    const breaks = [{ month: '2020-02', reason: 'agency staff are counted' }];
    const withBreak = {
      ...profile,
      indicators: indicators.map((one) => (one.id === 'companies' ? { ...one, breaks } : one)),
    };
    const input = { as_of: '2020-08-31', ahead: '3', versions: versionsOf(uneven(20)) } as const;
    const periodsOf = (of: typeof profile): readonly string[] =>
      makeForecastRecords({ ...input, profile: of })
        .items.find(({ indicator }) => indicator === 'companies')
        ?.forecasts.map(({ period }) => period) ?? [];
    const [whole, left] = [periodsOf(profile), periodsOf(withBreak)];
    expect(whole.filter((period) => !left.includes(period))).toEqual([
      '2019-11',
      '2019-12',
      '2020-01',
    ]);
  });

  it('a record has one forecast a month, with its result three months later', () => {
    const record = recordOf(versionsOf(uneven(20)), '2020-08-31');
    expect(record.forecasts.map(({ period }) => period)).toEqual(
      Array.from({ length: 20 }, (_, i) => addMonths(start, i)),
    );
    const ranges = record.forecasts.filter(({ forecast }) => forecast.kind === 'range');
    expect(ranges[0]).toMatchObject({
      period: '2019-07',
      at: '2019-10-31',
      result: String(uneven(20)[9]),
      inside: true,
    });
    expect(ranges.filter(({ result }) => result === undefined).map(({ period }) => period)).toEqual(
      ['2020-06', '2020-07', '2020-08'],
    );
    expect(record.results).toBe(11);
    expect(record.scores).toEqual({
      near: { results: 11, inside: 11 },
      far: { results: 0, inside: 0 },
      median_error: expect.any(Number),
    });
  });
  it('a record uses no month after its day', () =>
    expect(recordOf(versionsOf(uneven(20)), '2019-12-15').forecasts).toEqual(
      recordOf(versionsOf(uneven(20).slice(0, 11)), '2019-11-30').forecasts,
    ));
  it('a result outside the band is outside', () => {
    const jump = [...uneven(9), 500, 505, 511];
    const july = recordOf(versionsOf(jump), '2019-12-31').forecasts.find(
      ({ period }) => period === '2019-07',
    );
    expect(july).toMatchObject({ result: '500', inside: false });
  });
  it('there are no scores under eight results', () => {
    const record = recordOf(versionsOf(uneven(16)), '2020-04-30');
    expect([record.results, record.scores]).toEqual([7, undefined]);
    expect(recordOf(versionsOf(uneven(17)), '2020-05-31').scores?.near.results).toBe(8);
    expect(scoreForecasts([])).toBeUndefined();
  });
  it('a record without any forecast has the reason', () =>
    expect(recordOf(versionsOf([14, 15, 17]), '2019-03-31')).toMatchObject({
      forecasts: [],
      results: 0,
      refused: 'too_few_observations',
    }));
});

describe('the state known at the end of a month', () => {
  const values = uneven(12);
  const corrected = versionsOf(values).flatMap((version): ObservationVersion[] =>
    version.period === '2019-05'
      ? [
          { ...version, until: later },
          { ...version, value: '90', recorded_at: later },
        ]
      : [version],
  );
  it('a forecast uses the value of its time, not a later correction', () => {
    const at = (versions: readonly ObservationVersion[]) =>
      recordOf(versions, '2019-12-31').forecasts.find(({ period }) => period === '2019-08');
    expect(at(corrected)).toEqual(at(versionsOf(values)));
    expect(at(corrected)?.recomputed).toBe(false);
  });
  it('a forecast from values recorded later is marked as recomputed', () => {
    const imported = recordOf(versionsOf(values, later), '2019-12-31');
    expect(imported.forecasts.every(({ recomputed }) => recomputed)).toBe(true);
    expect(imported.forecasts.map(({ forecast }) => forecast)).toEqual(
      recordOf(versionsOf(values), '2019-12-31').forecasts.map(({ forecast }) => forecast),
    );
  });
  it('a removed value is no result', () => {
    const endedVersions = versionsOf(values).map((version) =>
      version.period === '2019-12' ? { ...version, until: later } : version,
    );
    const record = recordOf(endedVersions, '2019-12-31');
    expect(record.forecasts.find(({ period }) => period === '2019-09')?.result).toBeUndefined();
  });
});

describe('forecasts to a deadline', () => {
  it('forecasts to a deadline equal those of the targets table, up to the month before', () => {
    const versions = versionsOf(uneven(90));
    const record = recordOf(versions, '2026-06-30', 'deadline');
    expect(record.deadline).toBe('2025-12-31');
    expect(record.forecasts.at(-1)?.period).toBe('2025-11');
    expect(record.forecasts.find(({ period }) => period === '2019-12')?.forecast).toEqual({
      kind: 'refused',
      reason: 'too_far_ahead',
    });
    expect(record.forecasts.find(({ period }) => period === '2021-01')?.forecast).toMatchObject({
      kind: 'range',
      months: 59,
    });
    expect(record.forecasts.find(({ period }) => period === '2021-01')?.result).toBe(
      String(uneven(90)[83]),
    );
    // 201 companies are there in 2024: a target that is met has no forecast
    expect(record.forecasts.at(-1)?.forecast).toEqual({ kind: 'refused', reason: 'met' });
  });
});
