import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts, replaceFirst, takeFirst, type FirstRows } from './first-rows.ts';

interface Row {
  readonly code: string;
  readonly value: number;
}
const compare = (a: Row, b: Row): number => a.value - b.value || compareTexts(a.code, b.code);
const keyCount = 4;
const needed = 2;
const first = (rows: readonly Row[]): FirstRows<Row> =>
  takeFirst(rows.toSorted(compare).slice(0, keyCount), keyCount);
const register = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fc.nat({ max: 5 }))
  .map((values) => Object.entries(values).map(([code, value]) => ({ code, value })));

it('first rows after any changes are those of all rows, or are not known', () => {
  fc.assert(
    fc.property(register, fc.array(register, { maxLength: 6 }), (start, changes) => {
      let rows: readonly Row[] = start;
      let firstRows = first(rows);
      for (const changed of changes) {
        const codes = new Set([...changed.map(({ code }) => code), 'a']);
        rows = [...rows.filter(({ code }) => !codes.has(code)), ...changed];
        const next = replaceFirst(firstRows, first(changed), { codes, compare, needed });
        if (next !== undefined)
          expect(next.rows.slice(0, needed)).toEqual(rows.toSorted(compare).slice(0, needed));
        firstRows = next ?? first(rows);
      }
    }),
  );
});

it('texts have the order of their code points, as in the store', () => {
  const texts = ['\u{1F600}', 'b', '\uFF21', 'ab', 'a', ''];
  expect(texts.toSorted(compareTexts)).toEqual(['', 'a', 'ab', 'b', '\uFF21', '\u{1F600}']);
});
