import { expect, test } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import { firms, makeIndicator } from '#domain/zone/indicator.fixture.ts';
import { changedCells, inUnit, readBlock, readCell, cellText } from './pasted-block.ts';

const output = makeIndicator('output', 'annual_flow', 'CNY');
const makeObservation = (period: string, value: string): Observation => ({
  indicator: 'companies',
  period,
  value,
  data_status: 'reported',
  origin: 'own',
  revision: 1,
});

test('reads a block by tabs and line breaks, ignores the last break, and keeps both inside quotes', () => {
  expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(readBlock('"1,2"\t"a ""b""\nc"')).toEqual([['1,2', 'a "b"\nc']]);
  expect(readBlock('7')).toEqual([['7']]);
  expect(readBlock('1\t\t3')).toEqual([['1', '', '3']]);
});
test('reads money exactly, in the unit of its column', () => {
  expect(readCell('24,000.5', output, 4)).toEqual({ kind: 'value', value: '240005000' });
  expect(readCell('2.4', output, 8)).toEqual({ kind: 'value', value: '240000000' });
  expect(readCell('２４', output, 0)).toEqual({ kind: 'value', value: '24' });
});
test('reads words for missing values as reasons, never as 0, and skips empty cells', () => {
  expect(readCell('未报送', firms, 0)).toEqual({ kind: 'missing', reason: 'not_reported' });
  expect(readCell('Not disclosed', firms, 0)).toEqual({
    kind: 'missing',
    reason: 'not_disclosed',
  });
  expect(readCell('—', firms, 0)).toEqual({ kind: 'missing', reason: 'not_reported' });
  expect(readCell('0', firms, 0)).toEqual({ kind: 'value', value: '0' });
  expect(readCell(' ', firms, 0)).toEqual({ kind: 'empty' });
});
test('a change of unit changes the digits and not the amount', () => {
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
  expect(cellText({ ...makeObservation('2021-02', '240000000') }, 'zh-CN', 4, 'CNY')).toBe('24000');
});
test('returns changed cells only, and doubts a jump against drafts as well as stored values', () => {
  const columns = [
    {
      indicator: firms,
      values: [makeObservation('2021-01', '37'), makeObservation('2021-02', '39')],
    },
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
test('never sends a January that February includes, and sends one that is reported', () => {
  const change = (january_in_february: boolean) =>
    changedCells(
      [{ indicator: { ...output, january_in_february }, values: [] }],
      { 'output 2021-01': '1' },
      {},
      'en',
    );
  expect(change(true)).toEqual([]);
  expect(change(false)).toHaveLength(1);
});
