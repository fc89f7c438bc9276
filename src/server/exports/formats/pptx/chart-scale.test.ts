import { expect, test } from 'vitest';
import { chooseAxis, type OfficeChart } from '#charts/kit/office/office-chart.ts';
import { languages } from '#domain/values/language.ts';
import { axisFormat, cellFormat, scaleMoney } from './chart-scale.ts';

const table = { columns: [{ id: 'step', label: '', kind: 'text' }], rows: [['A'], ['B']] } as const;
const money = (like: string, values: readonly string[]): OfficeChart => ({
  kind: 'bar',
  across: 'step',
  unit: { id: 'CNY', like },
  axis: chooseAxis(Math.max(...values.map(Number))),
  series: [{ name: 'Investment', colour: 'accent', values }],
});
const scaleOf = (native: OfficeChart, language: (typeof languages)[number]) =>
  scaleMoney({ name: 'Data', native, table }, language).native;

test('the axis of a chart on a slide has the decimals that its ticks need: 6 and not 6.00', () => {
  const formats = (most: string) =>
    languages.map((language) => [language, axisFormat(scaleOf(money(most, [most]), language))]);
  const whole = languages.map((language) => [language, '#,##0']);
  for (const most of ['60000000', '3000000000', '60000000000'])
    expect(formats(most)).toEqual(whole);
  // steps of 2亿元 are steps of CN¥0.2bn
  expect(Object.fromEntries(formats('1000000000'))).toEqual({
    'zh-CN': '#,##0',
    ja: '#,##0',
    en: '#,##0.0',
  });
});

test('a chart on a slide holds money in the unit of its figure, with the unit in the cell', () => {
  const values = ['650000000', '12300000'];
  for (const [language, labels, format] of [
    ['zh-CN', ['6.5', '0.123'], '#,##0.0"亿元"'],
    ['ja', ['6.5', '0.123'], '#,##0.0"億元"'],
    ['en', ['650', '12.3'], '"CN¥"#,##0"mn"'],
  ] as const) {
    const native = scaleOf(money('650000000', values), language);
    expect(native.series[0]?.values).toEqual(labels);
    expect(cellFormat(native, labels[0], language)).toBe(format);
    expect(native.axis?.max).toBe(Number(labels[0]) > 100 ? 800 : 8);
  }
});

test('a chart on a slide shows trillions as the figure on screen: 万亿, 兆 and tn', () => {
  const words = languages.map((language) => {
    const native = scaleOf(money('1000000000000', ['2500000000000']), language);
    expect(native.series[0]?.values).toEqual(['2.5']);
    return /万亿|兆|tn/.exec(cellFormat(native, '2.5', language))?.[0];
  });
  expect(words.toSorted()).toEqual(['tn', '万亿', '兆'].toSorted());
});

test('the axis of shares has decimals where its steps are no whole percent', () => {
  const share = (step: number): OfficeChart => ({
    kind: 'column',
    across: 'step',
    unit: 'share',
    series: [],
    axis: { min: 0, max: step * 4, step },
  });
  expect([0.25, 0.1, 0.025].map((step) => axisFormat(share(step)))).toEqual(['0%', '0%', '0.0%']);
});

test('values of a column of the figure are drawn in its unit, beside the names only', () => {
  const native: OfficeChart = {
    kind: 'line',
    across: 'date',
    unit: { id: 'CNY', like: '300000000' },
    series: [{ name: 'Value', colour: 'accent', column: 'value' }],
  };
  const sheet = scaleMoney(
    {
      name: 'Data',
      native,
      table: {
        columns: [
          { id: 'date', label: 'Day', kind: 'date' },
          { id: 'value', label: 'Value', kind: 'number', measure: 'period_value' },
          { id: 'note', label: 'Note', kind: 'text' },
        ],
        rows: [
          ['2021-01-31', '100000000', 'x'],
          ['2021-02-28', null, 'y'],
        ],
      },
    },
    'zh-CN',
  );
  expect(sheet.native.series[0]).toMatchObject({ values: ['1', null] });
  expect(sheet.native.series[0]).not.toHaveProperty('column');
  expect(sheet.table.rows).toEqual([['2021-01-31'], ['2021-02-28']]);
});
