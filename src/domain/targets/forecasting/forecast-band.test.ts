import { compact } from '#domain/values/compact.ts';
import { describe, expect, it } from 'vitest';
import { forecastBand, hasEqualChanges } from './forecast-band.ts';
import { forecastVectors, type ForecastVector } from './forecast-vectors.fixture.ts';
import { addMonths } from '#domain/values/date.ts';

const countValues = ({ values }: Pick<ForecastVector, 'values'>) =>
  values.flatMap((value, i) =>
    value === null ? [] : [{ period: addMonths('2020-01', i), value }],
  );

const bandOf = (vector: ForecastVector) =>
  forecastBand({
    values: countValues(vector),
    horizon: vector.h,
    kind: vector.kind ?? 'stock',
    counted: vector.counted ?? false,
    latestMissing: vector.values.at(-1) === null,
    ...compact({ year: vector.year }),
  });

describe('the forecast band against the vectors of its reference', () => {
  it('there are twenty vectors', () => expect(forecastVectors).toHaveLength(20));
  it.each(forecastVectors)('the band of $name equals its reference', (vector) => {
    const band = bandOf(vector);
    if ('refused' in vector.expect) return expect(band).toBe(vector.expect.refused);
    const { note, ...numbers } = vector.expect;
    expect(band).toMatchObject(
      Object.fromEntries(
        Object.entries(numbers).map(([id, value]) => [id, expect.closeTo(value, 5)]),
      ),
    );
    return expect(band).toMatchObject({ further: note !== 'ok' });
  });
});

describe('equal changes', () => {
  const of = (...values: (number | null)[]) => hasEqualChanges(countValues({ values }));
  it('equal changes are found in constant values, a straight line, over a gap, and in decimals', () =>
    expect([of(5, 5, 5), of(2, 4, 6, 8), of(2, 4, null, 8), of(0.1, 0.2, 0.3, 0.4, 0.5)]).toEqual([
      true,
      true,
      true,
      true,
    ]));
  it('one different month makes changes unequal', () => expect(of(2, 4, 6, 9)).toBe(false));
});
