import { expect, test } from 'vitest';
import { drawnTable, joinCurrencies, type OfficeChart } from '#charts/kit/office/office-chart.ts';
import { spreadCurrencies } from './slide-currencies.ts';
import type { Slide } from './slide.ts';

const draw = (currency: string, rows: number): OfficeChart => ({
  kind: 'bar',
  across: 'row',
  unit: { id: currency, like: '1000000' },
  series: [],
  key: [{ label: 'Signed', colour: 'accent', shape: 'square' }],
  frame: {
    before: [{ head: currency, width: 100 }],
    after: [],
    rows: Array.from({ length: rows }, () => ({ cells: [] })),
  },
});
const slideOf = (native: OfficeChart): Slide => ({
  title: 'T',
  subtitle: 'S',
  zone: 'Z',
  foot: ['F'],
  notes: ['N'],
  parts: [{ kind: 'chart', chart: { native, table: drawnTable('', []), alt: 'A' } }],
});
/** The units of the charts of each slide. */
const spread = (charts: readonly OfficeChart[]) => {
  const native = joinCurrencies(charts);
  if (native === undefined) throw new Error('no chart');
  return spreadCurrencies(slideOf(native)).map(({ parts: [part] }) => {
    if (part?.kind !== 'chart') throw new Error('no chart');
    const { below = [], ...first } = part.chart.native;
    return [first, ...below].map(({ unit }) => (unit === 'share' ? unit : unit.id));
  });
};

test('currencies are below each other where a slide has room, else on slides of their own', () => {
  const [few, many] = [
    ['CNY', 'JPY', 'USD'].map((one) => draw(one, 2)),
    ['CNY', 'JPY', 'USD'].map((one) => draw(one, 9)),
  ];
  expect(spread(few)).toEqual([['CNY', 'JPY', 'USD']]);
  expect(spread(many)).toEqual([['CNY'], ['JPY'], ['USD']]);
  expect(spread([draw('CNY', 6), draw('JPY', 4), draw('USD', 5)])).toEqual([
    ['CNY', 'JPY'],
    ['USD'],
  ]);
});

test('rows with a second line need more room, so that no chart covers the one above it', () => {
  const tall = (currency: string, rows: number): OfficeChart => ({
    ...draw(currency, rows),
    frame: {
      before: [{ head: currency, width: 100 }],
      after: [],
      rows: Array.from({ length: rows }, () => ({ cells: [{ text: 'A', under: '1 of 2' }] })),
    },
  });
  expect(spread([tall('CNY', 6), draw('JPY', 2)])).toEqual([['CNY'], ['JPY']]);
});

test('each further slide has title, source, notes and key, and a slide of one currency stays', () => {
  const native = joinCurrencies([draw('CNY', 9), draw('JPY', 9)]);
  if (native === undefined) throw new Error('no chart');
  const slides = spreadCurrencies(slideOf(native));
  expect(slides).toHaveLength(2);
  for (const { parts, ...rest } of slides) {
    const { parts: _parts, ...whole } = slideOf(native);
    expect(rest).toEqual(whole);
    expect(parts).toMatchObject([{ kind: 'chart', chart: { native: { key: native.key } } }]);
  }
  const own = slideOf(draw('CNY', 9));
  expect(spreadCurrencies(own)).toEqual([own]);
});

// seen to fail: each slide had the concentration of every currency
test('a slide has the notes of its own currencies, and those of none', () => {
  const native = joinCurrencies([draw('DKK', 9), draw('EUR', 9)]);
  if (native === undefined) throw new Error('no chart');
  const lines = ['Krone 23%', 'Euro 21%', 'All'];
  const slides = spreadCurrencies({
    ...slideOf(native),
    foot: lines,
    notes: lines,
    currency_lines: { 'Krone 23%': 'DKK', 'Euro 21%': 'EUR' },
  });
  expect(slides.map(({ foot, notes }) => [foot, notes])).toEqual([
    [
      ['Krone 23%', 'All'],
      ['Krone 23%', 'All'],
    ],
    [
      ['Euro 21%', 'All'],
      ['Euro 21%', 'All'],
    ],
  ]);
});
