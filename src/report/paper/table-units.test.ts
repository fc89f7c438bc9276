import { expect, it } from 'vitest';
import { captionUnit } from './table-units.ts';

const show = (amounts: readonly string[], caption = '重点项目', heading = '') => {
  const columns = ['项目', '计划总投资'].map((label, at) => ({ label, right: at === 1 }));
  const table = { columns, rows: amounts.map((text, at) => [`P${at}`, text]) };
  const parts = captionUnit({ kind: 'table', caption, table }, heading, 'zh-CN');
  return [parts.caption, ...parts.table.rows.map((row) => row[1])];
};
const ringgit = ['8.05亿马来西亚林吉特', '未披露', '7.4亿马来西亚林吉特'];

// seen to fail: each row of a table of key projects took two lines for the name of the currency
it('a long unit that all amounts share is in the caption once', () => {
  const amounts = ['8.05', '未披露', '7.4'];
  expect(show(ringgit)).toEqual(['重点项目（单位：亿马来西亚林吉特）', ...amounts]);
  const withOrder = '重点项目（按计划总投资排列；单位：亿马来西亚林吉特）';
  expect(show(ringgit, '重点项目（按计划总投资排列）')).toEqual([withOrder, ...amounts]);
});

it('a short unit, units that differ and a table without a caption keep their units', () => {
  for (const amounts of [
    ['9.0亿元', '6.0亿元'],
    ['8.05亿马来西亚林吉特', '7.4亿美元'],
    ['8.05亿马来西亚林吉特', '740万马来西亚林吉特'],
    ['8.05亿马来西亚林吉特', '—'],
  ])
    expect(show(amounts)).toEqual(['重点项目', ...amounts]);
  expect(show(ringgit, '重点项目', '重点项目')).toEqual(['重点项目', ...ringgit]);
});
