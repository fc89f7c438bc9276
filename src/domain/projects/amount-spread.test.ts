import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classOfRank,
  findPart,
  findQuantiles,
  findSize,
  quantileNeighbours,
  quantileRanks,
  redactSpread,
  sizeOfPart,
  sizeParts,
  sizesBetween,
  type SizeClass,
} from './amount-spread.ts';

describe('the sizes of a distribution', () => {
  it('the sizes run from the least amount to above the most, five a decade', () => {
    expect(sizesBetween(100n, 1500n)).toEqual([100n, 160n, 250n, 400n, 630n, 1000n, 1600n]);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 17n }),
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        (least, more) => {
          const all = sizesBetween(least, least + more);
          expect(all[0]).toBeLessThanOrEqual(least);
          expect(all[1]).toBeGreaterThan(least);
          expect(all.at(-1)).toBeGreaterThan(least + more);
          expect([...all].sort((a, b) => (a < b ? -1 : 1))).toEqual(all);
        },
      ),
    );
  });
});

describe('the parts of size classes', () => {
  it('lie inside their class and join each other, up to the largest amount of a store', () => {
    const parts = sizeParts.map((_, at) => ({
      ...findPart(at + 1),
      size: findSize(sizeOfPart(at + 1)),
    }));
    for (const [at, { from, to, size }] of parts.entries()) {
      expect(parts[at + 1]?.from ?? to).toBe(to);
      expect(BigInt(from)).toBeGreaterThanOrEqual(BigInt(size.from));
      expect(BigInt(to)).toBeLessThanOrEqual(BigInt(size.to));
    }
    expect(parts[0]?.from).toBe('1');
    expect(BigInt(parts.at(-1)?.to ?? 0)).toBeGreaterThan(2n ** 63n - 1n);
  });
});

describe('the quantiles of a distribution', () => {
  it('an even number of amounts has its median between the middle two', () => {
    const all = [100n, 200n, 300n, 401n, 500n, 600n];
    const ranks = quantileNeighbours(all.length);
    const read = new Map(ranks.map((rank) => [rank, all[rank - 1] ?? 0n]));
    expect(findQuantiles(read, all.length)).toEqual({ low: '150', middle: '351', high: '550' });
    expect(findQuantiles(new Map([[1, 700n]]), 1)).toEqual({
      low: '700',
      middle: '700',
      high: '700',
    });
  });
  it('the quantiles are the amounts that a tenth, half and nine tenths do not exceed', () => {
    expect(quantileRanks(61)).toEqual([7, 31, 55]);
    expect(quantileRanks(1)).toEqual([1, 1, 1]);
    const classes = [
      { from: '10', to: '16', count: 6 },
      { from: '16', to: '25', count: 24 },
      { from: '25', to: '40', count: 31 },
    ];
    expect(quantileRanks(61).map((rank) => classOfRank(classes, rank)?.from)).toEqual([
      '16',
      '25',
      '25',
    ]);
  });
});

describe('the distribution in a link', () => {
  const classes = fc
    .array(
      fc.record({
        count: fc.integer({ min: 1, max: 9 }),
        investors: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 20 },
    )
    .map((all): SizeClass[] =>
      all.map((one, at) => ({
        ...one,
        investors: Math.min(one.count, one.investors),
        from: String(10 + at),
        to: String(11 + at),
      })),
    );

  it('has three investors in each class, all projects and no single amount', () => {
    fc.assert(
      fc.property(classes, (own) => {
        const count = own.reduce((sum, one) => sum + one.count, 0);
        const spread = {
          currency: 'CNY',
          count,
          not_above_zero: 0,
          classes: own,
          quantiles: { low: '1', middle: '2', high: '3' },
        } as const;
        const shared = redactSpread(spread);
        if (shared === undefined) {
          expect(own.every(({ investors = 0 }) => investors < 3)).toBe(true);
          return;
        }
        expect(shared.classes.reduce((sum, one) => sum + one.count, 0)).toBe(count);
        expect(JSON.stringify(shared)).not.toMatch(/quantiles|investors/);
        for (const { from, to } of shared.classes) {
          const inside = own.filter(
            (one) => Number(one.from) >= Number(from) && Number(one.to) <= Number(to),
          );
          expect(inside.some(({ investors = 0 }) => investors >= 3)).toBe(true);
        }
      }),
    );
  });
});
