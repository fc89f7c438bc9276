import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimal } from '#domain/values/decimal.ts';
import {
  alignBreakdowns,
  type Breakdown,
  foldGroups,
  makeBreakdown,
  ratioOrSum,
} from './breakdown.ts';
import { addCells, type Cell, type CellRow } from './cell.ts';
import { measureConcentration } from './concentration.ts';
import { foldLadder, ladderRungs, makeMoneyLadder } from './money-ladder.ts';

const word = fc.constantFrom('', 'eco', 'ict', 'bio', 'energy', '2019', 'lead', '研究', 'x', 'y');
const decimal = fc
  .tuple(fc.bigInt(-(10n ** 22n), 10n ** 22n), fc.integer({ min: 0, max: 2 }))
  .map(([digits, scale]) => `${digits}${scale === 0 ? '' : `.${'25'.slice(0, scale)}`}`)
  .filter((text) => !text.startsWith('-0'));
const row: fc.Arbitrary<CellRow> = fc
  .record({
    key: fc.oneof(word, fc.string({ maxLength: 3 })),
    part: word,
    unit: fc.option(fc.constantFrom('CNY', 'JPY', 'USD'), { nil: undefined }),
    count: fc.integer({ min: 1, max: 9 }),
    value: decimal,
  })
  .map(({ unit, ...more }) => (unit === undefined ? { ...more, value: '0' } : { ...more, unit }));
const rows = fc.array(row, { maxLength: 200 });

const scope = {
  as_of: '2021-04-16',
  measure: 'total_investment',
  by: 'industry',
  stack: 'stage',
  filters: {},
  zones: {},
} as const;
const rest = { base_currency: 'CNY', left_out: {}, projects: {} };
const make = (rows: readonly CellRow[], more: Partial<typeof scope> = {}): Breakdown =>
  makeBreakdown({ ...scope, ...more, ...rest, rows });
/** Removes sums of 0 and codes, which do not affect sums. */
const plain = ({ count, undisclosed, sums }: Cell) => ({ count, undisclosed, sums });

describe('a breakdown', () => {
  test('has parts that sum to groups, and groups that sum to the whole, whatever is folded', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 9 }), (cellRows, most) => {
        const breakdown = make(cellRows);
        for (const groups of [breakdown.groups, foldGroups(breakdown, most)]) {
          for (const { cells, total } of groups) expect(addCells(cells)).toEqual(total);
          expect(addCells(groups.map(({ total }) => total))).toEqual(breakdown.total.total);
          for (const at of breakdown.parts.keys())
            expect(addCells(groups.flatMap(({ cells }) => cells[at] ?? []))).toEqual(
              breakdown.total.cells[at],
            );
        }
        expect(foldGroups(breakdown, most).length).toBeLessThanOrEqual(Math.max(most, 3));
        expect(breakdown.total.total.count).toBe(
          cellRows.reduce((sum, { count }) => sum + count, 0),
        );
        for (const unit of ['CNY', 'JPY', 'USD'])
          expect(breakdown.total.total.sums.find((sum) => sum.unit === unit)?.value ?? '0').toBe(
            cellRows
              .filter((one) => one.unit === unit)
              .map(({ value }) => value)
              .reduce(addDecimal, '0'),
          );
      }),
    );
  });

  test('does not depend on the order of its rows', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (cells, seed) => {
        const shuffled = cells.toSorted(
          (a, b) => ((a.value.length * seed) % 7) - ((b.value.length * seed) % 7),
        );
        expect(make(shuffled)).toEqual(make(cells));
      }),
    );
  });

  test('keeps its shares and its order when all amounts are ten times as large', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const tenfold = cells.map((one) => ({
          ...one,
          value: Array.from({ length: 10 }, () => one.value).reduce(addDecimal, '0'),
        }));
        const [before, after] = [make(cells), make(tenfold)];
        expect(after.groups.map(({ key }) => key)).toEqual(before.groups.map(({ key }) => key));
        expect(after.concentration).toEqual(before.concentration);
      }),
    );
  });

  test('orders stages by progress, years by time, and puts groups that are not stated last', () => {
    const of = (keys: readonly string[], by: 'stage' | 'year' | 'industry') =>
      make(
        keys.map((key, at) => ({ key, part: '', unit: 'CNY', count: 1, value: String(at) })),
        { by } as never,
      ).groups.map(({ key, folded }) => key ?? folded);
    expect(of(['', 'lead', 'unknown', 'operation', 'signed'], 'stage')).toEqual([
      'operation',
      'signed',
      'lead',
      'unknown',
      '',
    ]);
    expect(of(['2021', '', '2019', '2020'], 'year')).toEqual(['2019', '2020', '2021', '']);
    expect(of(['a', 'b', '', 'c'], 'industry')).toEqual(['c', 'b', 'a', '']);
    const years = make(
      Array.from({ length: 12 }, (_, at) => ({
        key: String(2001 + at),
        part: '',
        unit: 'CNY',
        count: 1,
        value: '1',
      })),
      { by: 'year' } as never,
    );
    expect(foldGroups(years, 4).map(({ key, folded }) => key ?? folded)).toEqual([
      9,
      '2010',
      '2011',
      '2012',
    ]);
  });

  test('has no ratio over an area of 0, and never 0 for a group without known values', () => {
    expect(
      ratioOrSum({ unit: 'CNY', count: 1, value: '5', base: '0' }, 'investment_per_mu'),
    ).toBeUndefined();
    const { groups, units } = make([{ key: 'a', part: '', count: 2, value: '0' }]);
    expect(units).toEqual([]);
    expect(groups.map(({ total }) => plain(total))).toEqual([
      { count: 2, undisclosed: 2, sums: [] },
    ]);
  });
});

describe('concentration', () => {
  test('lies between equal parts and one part, and agrees with doubles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 10_000 }), { maxLength: 40 }), (values) => {
        const concentration = measureConcentration(values.map(String));
        const above = values.filter((value) => value > 0).toSorted((a, b) => b - a);
        const total = above.reduce((sum, value) => sum + value, 0);
        if (concentration === undefined) {
          expect(above).toEqual([]);
          return;
        }
        const squares = above.reduce((sum, value) => sum + (value / total) ** 2, 0);
        const n = above.length;
        expect(concentration.n).toBe(n);
        expect(Number(concentration.hhi)).toBeCloseTo(squares * 10_000, 1);
        expect(Number(concentration.effective)).toBeCloseTo(1 / squares, 2);
        expect(Number(concentration.effective)).toBeLessThanOrEqual(n + 0.001);
        expect(Number(concentration.hhi)).toBeGreaterThanOrEqual(10_000 / n - 0.01);
        if (concentration.normalised !== undefined)
          expect(Number(concentration.normalised)).toBeCloseTo((squares - 1 / n) / (1 - 1 / n), 4);
        expect(concentration.cr3 === undefined).toBe(n < 3);
      }),
    );
  });
});

describe('the money ladder', () => {
  const rungRow = fc.tuple(row, fc.constantFrom(...ladderRungs)).map(([one, part]) => ({
    ...one,
    part,
  }));
  test('keeps rungs apart and sums groups to the whole', () => {
    fc.assert(
      fc.property(fc.array(rungRow, { maxLength: 120 }), (rows) => {
        const ladder = makeMoneyLadder({
          as_of: '2021-04-16',
          by: 'industry',
          filters: {},
          zones: {},
          left_out: {},
          base_currency: 'CNY',
          rows,
          pairs: [],
        });
        const named = new Set(ladder.groups.map(({ key }) => key));
        for (const [at, rung] of ladderRungs.entries()) {
          const own = rows.filter(({ part }) => part === rung);
          expect(ladder.total.rungs[at]?.count).toBe(
            own.reduce((sum, { count }) => sum + count, 0),
          );
          if (rows.every(({ key }) => named.has(key)))
            for (const groups of [ladder.groups, foldLadder(ladder, 4)])
              expect(addCells(groups.flatMap(({ rungs }) => rungs[at] ?? []))).toEqual(
                ladder.total.rungs[at],
              );
        }
      }),
    );
  });
});

describe('two breakdowns side by side', () => {
  test('have the same units, parts and groups, and lose nothing', () => {
    fc.assert(
      fc.property(rows, rows, fc.constantFrom('industry', 'stage', 'year'), (a, b, by) => {
        const own = [make(a, { by } as never), make(b, { by } as never)] as const;
        const [first, second] = alignBreakdowns(...own);
        const names = ({ groups }: Breakdown) => groups.map(({ key, folded }) => ({ key, folded }));
        expect(names(first)).toEqual(names(second));
        expect(first.parts).toEqual(second.parts);
        expect(first.units).toEqual(second.units);
        for (const [at, one] of [first, second].entries()) {
          expect(one.total.total).toEqual(own[at]?.total.total);
          expect(plain(addCells(one.groups.map(({ total }) => total)))).toEqual(
            plain(one.total.total),
          );
          for (const { cells, total } of one.groups)
            expect(plain(addCells(cells))).toEqual(plain(total));
        }
      }),
    );
  });

  test('keep only the names of groups that both have, once one of them has folded some', () => {
    const many = Array.from({ length: 80 }, (_, at): CellRow => {
      return { key: `g${at}`, part: '', unit: 'CNY', count: 1, value: String(100 - at) };
    });
    const [first, second] = alignBreakdowns(make(many), make(many.slice(50)));
    expect(first.groups.map(({ key }) => key)).toEqual(second.groups.map(({ key }) => key));
    expect(first.groups.at(-1)?.folded).toBeGreaterThan(20);
    expect(first.total.total.count).toBe(80);
    expect(addCells(second.groups.map(({ total }) => total)).count).toBe(30);
  });
});
