import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { addMonths, monthEnd } from '#domain/values/date.ts';

const start = '2020-04';
/** The forecast of companies, or of another indicator, on the last day of the last month given. */
const forecastOf = (
  values: readonly (number | null)[],
  deadline = '2022-12-31',
  indicator = 'companies',
) => {
  const as_of = monthEnd(addMonths(start, values.length - 1));
  return row(indicator, { as_of, observations: reported(indicator, start, values) }, { deadline })
    .forecast;
};
const refuse = (reason: string) => ({ kind: 'refused', reason });

describe('a forecast is refused', () => {
  it.each([
    [
      'where the latest value is missing',
      [14, 15, 17, 19, 21, 24, 26, 29, null],
      'no_latest_value',
    ],
    ['from fewer than six values', [14, null, 15, 17, null, 19, 21], 'too_few_observations'],
    ['from six values within five months', [14, 15, 17, 19, 21, 22], 'too_short_a_span'],
    [
      'where all months changed by the same number',
      [14, 16, 18, 20, 22, 24, 26, 28],
      'no_variation',
    ],
    ['where a value was copied on', [14, 14, 14, 14, 14, 14, 14, 14], 'no_variation'],
  ])('%s', (_, values, reason) => expect(forecastOf(values)).toEqual(refuse(reason)));
  it('further ahead than 60 months, or than six times the history', () => {
    const eight = [14, 15, 17, 19, 21, 24, 26, 29];
    const long = Array.from({ length: 20 }, (_, i) => 14 + i * 2 + (i % 3));
    expect(forecastOf(eight, '2024-05-31')).toMatchObject({ kind: 'range', months: 42 });
    expect(forecastOf(eight, '2024-06-30')).toEqual(refuse('too_far_ahead'));
    expect(forecastOf(long, '2026-11-30')).toMatchObject({ kind: 'range', months: 60 });
    expect(forecastOf(long, '2026-12-31')).toEqual(refuse('too_far_ahead'));
  });
  it('from a value three months old, since those after it are missing', () => {
    const observations = reported('companies', start, [14, 15, 17, 19, 21, 24, 26, 29]);
    const at = (as_of: string) =>
      row('companies', { as_of, observations }, { deadline: '2022-12-31' }).forecast;
    expect(at('2021-01-31').kind).toBe('range');
    expect(at('2021-02-28')).toEqual(refuse('no_latest_value'));
  });
  it('for a yearly flow under 24 months, and given from then on', () => {
    const months = (count: number) => {
      const values = Array.from({ length: count }, (_, i) => {
        const month = (i % 12) + 1;
        return month * (10 + Math.floor(i / 12)) + (i % 5);
      });
      const observations = reported('industrial_output', '2020-01', values);
      const as_of = monthEnd(addMonths('2020-01', count - 1));
      return row('industrial_output', { as_of, observations }, { value: '900' }).forecast;
    };
    expect(months(23)).toEqual(refuse('too_few_years'));
    expect(months(24)).toMatchObject({ kind: 'range' });
  });
  it('for a yearly flow without twelve known months in the newest month, except a January that is never reported', () => {
    const year = (of: number, january: number | null) => [
      january,
      ...Array.from({ length: 11 }, (_, i) => (i + 2) * of + ((i * i * of) % 7)),
    ];
    const at = (values: readonly (number | null)[]) => {
      const as_of = monthEnd(addMonths('2020-01', values.length - 1));
      return row(
        'industrial_output',
        { as_of, observations: reported('industrial_output', '2020-01', values) },
        { value: '900' },
      ).forecast;
    };
    const blank = [...year(10, null), ...year(12, null)];
    expect(at([...blank, null])).toMatchObject({ kind: 'range' });
    expect(at([...year(10, 9), ...year(12, 11), null])).toEqual(refuse('no_latest_value'));
    // the total of June 2022 needs that of June 2021, which is missing
    expect(at([...blank.slice(0, 17), null, ...blank.slice(18), null, 27, 39, 52, 66, 80])).toEqual(
      refuse('no_latest_value'),
    );
  });
});

describe('the horizon of a forecast', () => {
  const values = [14, 15, 17, 19, 21, 24, 26, 29, 32];
  it('the horizon is whole months for any day of the deadline', () =>
    expect(
      ['2022-12-01', '2022-12-15', '2022-12-31'].map((deadline) => forecastOf(values, deadline)),
    ).toEqual(
      ['2022-12-01', '2022-12-15', '2022-12-31'].map((at) =>
        expect.objectContaining({ at, months: 24, p50: 32 + 55 }),
      ),
    ));
});

describe('the middle of a yearly flow', () => {
  // 2020: 10 a month, 2021: 12 a month, uneven by one
  const observations = reported('industrial_output', '2020-01', [
    ...Array.from({ length: 12 }, (_, i) => (i + 1) * 10 + (i % 2)),
    ...Array.from({ length: 12 }, (_, i) => (i + 1) * 12 + (i % 2)),
    13,
    27,
    39,
    52,
  ]);
  const at = (deadline: string) =>
    row('industrial_output', { as_of: '2022-04-30', observations }, { deadline, value: '900' })
      .forecast;
  it('in the last nine months the middle is the year to date ÷ the share of the same months a year before', () =>
    expect(at('2022-12-31')).toMatchObject({
      months: 8,
      year: [52, 49, 145],
      p50: expect.closeTo((52 * 145) / 49, 8),
    }));
  it('before that the middle continues the twelve-month totals', () =>
    expect(at('2023-12-31')).toMatchObject({
      months: 20,
      from: 148,
      pace: expect.closeTo(1.763889, 6),
      p10: expect.closeTo(160.949307, 5),
      p50: expect.closeTo(183.277778, 5),
      p90: expect.closeTo(205.606248, 5),
    }));
});

describe('a forecast of any series', () => {
  it('a forecast is at a future deadline, in ascending order and never below 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.integer({ min: -6, max: 70 }),
        (values, ahead) => {
          const deadline = monthEnd(addMonths(start, values.length - 1 + ahead));
          const result = forecastOf(values, deadline);
          if (ahead <= 0) expect(result.kind).toBe('refused');
          if (result.kind === 'refused') return;
          const { p10, p25, p50, p75, p90 } = result;
          expect(result.at).toBe(deadline);
          expect([p10, p25, p50, p75, p90]).toEqual(
            [p10, p25, p50, p75, p90].toSorted((a, b) => a - b),
          );
          expect(p10).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
