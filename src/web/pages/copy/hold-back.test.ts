import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StripGroup, StripRow } from '#domain/overview.ts';
import { stages } from '#domain/stage.ts';
import { fewest, withoutSingles } from './hold-back.ts';

/** A group of rows, each given as the amounts of its projects; a dash is a project without an amount. */
const group = (rows: Readonly<Record<string, readonly (number | string)[]>>): StripGroup => {
  const made = Object.entries(rows).map(([stage, amounts]): StripRow => {
    const dots = amounts.map((amount, at) => ({
      code: `${stage}${at}`,
      name: `Secret ${stage}${at}`,
      ...(amount === '-'
        ? {}
        : { money: { minor: String(amount).replace(/\D/g, ''), currency: String(amount).startsWith('JPY') ? 'JPY' : 'CNY' } }),
    }));
    const of = (currency: string) => dots.filter((dot) => dot.money?.currency === currency);
    return {
      stage: stage as StripRow['stage'],
      count: dots.length,
      undisclosed: dots.filter((dot) => dot.money === undefined).length,
      dots,
      amounts: ['CNY', 'JPY'].flatMap((currency) =>
        of(currency).length === 0
          ? []
          : [{ currency, minor: String(of(currency).reduce((sum, dot) => sum + BigInt(dot.money?.minor ?? 0), 0n)) }],
      ),
    };
  });
  return { group: 'pipeline', count: made.reduce((sum, row) => sum + row.count, 0), undisclosed: 0, amounts: [], rows: made };
};
const shown = (g: StripGroup) => {
  const safe = withoutSingles(g);
  return {
    total: safe.amounts?.map((money) => money.minor),
    ...Object.fromEntries(safe.rows.map((row) => [row.stage, row.amounts?.map((money) => money.minor)])),
  };
};

test('stages of three and more stand with their amounts', () => {
  expect(shown(group({ lead: [1, 2, 3], signed: [4, 5, 6] }))).toEqual({ total: ['21'], lead: ['6'], signed: ['15'] });
});
test('one held back stage takes another with it, since the total would give it away', () => {
  expect(shown(group({ lead: [1], negotiation: [1, 2, 3, 4], signed: [5, 6, 7] }))).toEqual({
    total: ['29'],
    lead: undefined,
    negotiation: ['10'],
    signed: undefined,
  });
});
test('two small stages that make two projects together take a third with them', () => {
  expect(shown(group({ lead: [1], negotiation: [2], signed: [5, 6, 7], registered: [1, 1, 1, 1] }))).toEqual({
    total: ['25'],
    lead: undefined,
    negotiation: undefined,
    signed: undefined,
    registered: ['4'],
  });
});
test('a group of two projects shows no amount at all, its total neither', () => {
  expect(shown(group({ lead: [1], negotiation: [2] }))).toEqual({ total: undefined, lead: undefined, negotiation: undefined });
});
test('projects without an amount stand behind no amount', () => {
  expect(shown(group({ lead: [1, '-', '-', '-'] }))).toEqual({ total: undefined, lead: undefined });
});
test('each currency is judged by its own projects', () => {
  expect(shown(group({ lead: [1, 2, 3, 'JPY9'], signed: [1, 2, 3] }))).toEqual({ total: undefined, lead: undefined, signed: ['6'] });
});
test('counts are never held back', () => {
  expect(withoutSingles(group({ lead: [1], signed: [2] })).rows.map((row) => row.count)).toEqual([1, 1]);
});
test('whatever the group, what can be worked out by subtraction stands for three projects or none', () => {
  const amounts = fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant('-')), { maxLength: 6 });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...stages), amounts, { minKeys: 1, noNullPrototype: true }), (rows) => {
      const given = group(rows);
      const safe = withoutSingles(given);
      const withAmount = (stage: string) => (rows[stage] ?? []).filter((amount) => amount !== '-').length;
      for (const row of safe.rows) if ((row.amounts?.length ?? 0) > 0) expect(withAmount(row.stage)).toBeGreaterThanOrEqual(fewest);
      const hidden = safe.rows.filter((row) => row.amounts === undefined).reduce((sum, row) => sum + withAmount(row.stage), 0);
      if (safe.amounts !== undefined && hidden > 0) expect(hidden).toBeGreaterThanOrEqual(fewest);
    }),
  );
});
