import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sumColumn } from './sum-column.tsx';

const yuan = (minor: string) => ({ minor, currency: 'CNY' });
const textOf = (cells: ReturnType<ReturnType<typeof sumColumn>['cells']>): (string | null)[] =>
  [...render(<p>{cells}</p>).container.querySelectorAll('span')].map((one) => one.textContent);

test('a column of one currency has its unit in the head and never shows a positive amount as 0.00', () => {
  const small = { amounts: [yuan('218000000')] };
  const column = sumColumn([{ amounts: [yuan('869000000000')] }, small], 'en');
  expect([column.head('Total'), textOf(column.cells(small))]).toEqual([
    'Total · CN¥ bn',
    ['0.002'],
  ]);
});
test('a column of several currencies shows a unit for each and names hidden ones', () => {
  const both = { amounts: [yuan('672000000000'), { minor: '8080000000', currency: 'JPY' }] };
  const column = sumColumn([both], 'zh-CN');
  expect([column.head('总投资'), textOf(column.cells(both))]).toEqual([
    '总投资',
    ['67.2亿元', '80.8亿日元'],
  ]);
  expect(textOf(column.cells({ amounts: [yuan('672000000000')], held_back: ['JPY'] }))).toEqual([
    '67.2亿元',
    '日元金额不显示',
  ]);
});
