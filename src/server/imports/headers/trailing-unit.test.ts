import { expect, it } from 'vitest';
import { splitHeader } from './header-text.ts';

it.each([
  ['Total cost £m', 'Total cost', 6, 'GBP'],
  ['Total cost, £m', 'Total cost', 6, 'GBP'],
  ['投資額 百万円', '投資額', 6, 'JPY'],
  ['投資額百万円', '投資額', 6, 'JPY'],
  ['投资额万元', '投资额', 4, 'CNY'],
  ['总投资亿元', '总投资', 8, 'CNY'],
  ['计划总投资万美元', '计划总投资', 4, 'USD'],
  ['投资额 元', '投资额', 0, 'CNY'],
  ['总投资（万元）', '总投资', 4, 'CNY'],
  ['总投资额 人民币万元', '总投资额', 4, 'CNY'],
  ['總投資額 新臺幣百萬元', '總投資額', 6, 'TWD'],
  ['事業費億円', '事業費', 8, 'JPY'],
  ['총사업비 억원', '총사업비', 8, 'KRW'],
  ['Amount in €', 'Amount', 0, 'EUR'],
  ['Amount EUR mn', 'Amount', 6, 'EUR'],
  ['Amount (Million - USD)', 'Amount', 6, 'USD'],
  ['Amount in million USD', 'Amount', 6, 'USD'],
  ['Budget USD million', 'Budget', 6, 'USD'],
  ['Cena (mil. Kč)', 'Cena', 6, 'CZK'],
  ['Cena v mil. Kč', 'Cena', 6, 'CZK'],
  ['Cost (KZT bn)', 'Cost', 9, 'KZT'],
  ['Cost (R million)', 'Cost', 6, 'ZAR'],
  ['Cost R million', 'Cost', 6, 'ZAR'],
  ['Cost (₹ Crore)', 'Cost', 7, 'INR'],
  ['Wartość zł', 'Wartość', 0, 'PLN'],
  ['Сумма млн ₸', 'Сумма', 6, 'KZT'],
  ['Investment EUR', 'Investment', 0, 'EUR'],
  ['amount_usd', 'amount', 0, 'USD'],
  ['Investment, euros', 'Investment', 0, 'EUR'],
  // seen to fail: the currency was unknown, or the million did not count
  ['Project Cost USD (million)', 'Project Cost', 6, 'USD'],
  ['Cost in ETB (in millions)', 'Cost', 6, 'ETB'],
  ['Capex US$ (M)', 'Capex', 6, 'USD'],
  ['Investment (USD) million', 'Investment', 6, 'USD'],
  ['Investment (in million) USD', 'Investment', 6, 'USD'],
])('reads %s as %s in 10^%i %s', (header, words, power, currency) => {
  const split = splitHeader(header);
  expect([split.words, split.unit?.amount?.power, split.unit?.amount?.currency]).toEqual([
    words,
    power,
    currency,
  ]);
});
it.each([
  ['Cost (Rs. in Crore)', 7, 'rupee'],
  ['Cost $m', 6, 'dollar_sign'],
  ['Cost ($)', 0, 'dollar_sign'],
  ['事業費 百万ドル', 6, 'dollar'],
  ['Kostnad mkr', undefined, undefined],
  ['Kostnad (mkr)', 6, 'krone'],
])('leaves the currency of %s open', (header, power, shared) => {
  const { unit } = splitHeader(header);
  expect([unit?.amount?.power, unit?.amount?.shared, unit?.amount?.currency]).toEqual([
    power,
    shared,
    undefined,
  ]);
});
it.each([
  '建筑单元',
  '单元',
  '项目名称',
  'Project',
  'Project lead',
  'Notes TOP',
  'Phase M',
  'Budget ALL',
  'Land R',
  'Jobs k',
  '投资额',
  'EUR',
  '备注多元',
  'Country of origin',
  'Name in English',
])('finds no unit in %s', (header) => expect(splitHeader(header)).toEqual({ words: header }));
