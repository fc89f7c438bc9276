import { expect, test } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import { firms, indicatorOf } from '#domain/zone/indicator.fixture.ts';
import { changedCells, inUnit, readBlock, readCell, shownText } from './pasted-block.ts';

const output = indicatorOf('output', 'annual_flow', 'CNY');
const stored = (period: string, value: string): Observation => ({
  indicator: 'companies',
  period,
  value,
  data_status: 'reported',
  origin: 'own',
  revision: 1,
});

test('a block from a spreadsheet is read by tabs and line breaks; the last break is no row, and quotes may hold both', () => {
  expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(readBlock('"1,2"\t"a ""b""\nc"')).toEqual([['1,2', 'a "b"\nc']]);
  expect(readBlock('7')).toEqual([['7']]);
  expect(readBlock('1\t\t3')).toEqual([['1', '', '3']]);
});
test('money is read in the unit of its column, exactly', () => {
  expect(readCell('24,000.5', output, 'zh-CN', 4)).toEqual({ kind: 'value', value: '240005000' });
  expect(readCell('2.4', output, 'en', 8)).toEqual({ kind: 'value', value: '240000000' });
  expect(readCell('２４', output, 'ja', 0)).toEqual({ kind: 'value', value: '24' });
});
test('words for missing values are reasons and never 0; an empty cell is left as it is', () => {
  expect(readCell('未报送', firms, 'en', 0)).toEqual({ kind: 'missing', reason: 'not_reported' });
  expect(readCell('Not disclosed', firms, 'zh-CN', 0)).toEqual({
    kind: 'missing',
    reason: 'not_disclosed',
  });
  expect(readCell('—', firms, 'ja', 0)).toEqual({ kind: 'missing', reason: 'not_reported' });
  expect(readCell('0', firms, 'ja', 0)).toEqual({ kind: 'value', value: '0' });
  expect(readCell(' ', firms, 'ja', 0)).toEqual({ kind: 'empty' });
});
test('another unit changes the digits and not the amount', () => {
  expect(
    inUnit(
      { 'output 2021-02': '2.4', 'output 2021-03': '—', 'companies 2021-02': '40' },
      'output',
      8,
      4,
    ),
  ).toEqual({
    'output 2021-02': '24000',
    'output 2021-03': '—',
    'companies 2021-02': '40',
  });
  expect(shownText({ ...stored('2021-02', '240000000') }, 'zh-CN', 4, 'CNY')).toBe('24000');
});
test('only what differs is changed, and a slip of ten is seen against drafts as well as against stored values', () => {
  const columns = [
    { indicator: firms, values: [stored('2021-01', '37'), stored('2021-02', '39')] },
  ];
  const cells = changedCells(
    columns,
    { 'companies 2021-02': '39', 'companies 2021-03': '41', 'companies 2021-04': '430' },
    {},
    'en',
  );
  expect(cells.map((cell) => [cell.period, cell.doubt?.from.period])).toEqual([
    ['2021-03', undefined],
    ['2021-04', '2021-03'],
  ]);
});
test('January of a year to date is never sent', () => {
  expect(
    changedCells([{ indicator: output, values: [] }], { 'output 2021-01': '1' }, {}, 'en'),
  ).toEqual([]);
});
