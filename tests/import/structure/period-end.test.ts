import { expect, test } from 'vitest';
import { findPeriodEnd } from '#server/imports/structure/period-end.ts';

test.each([
  ['Gasto Federalizado_Q1_2016.xlsx', '2016-03-31'],
  ['register-2026Q3.csv', '2026-09-30'],
  ['重点项目台账202610.csv', '2026-10-31'],
  ['重点项目 2026年第3季度', '2026-09-30'],
  ['pipeline_2026-02.csv', '2026-02-28'],
  ['Pipeline October 2026.xlsx', '2026-10-31'],
  ['investors_sept-2026.csv', '2026-09-30'],
  // a period that goes on, a code and a year alone are no day
  ['pipeline_2026-12.csv', undefined],
  ['projects 1202610.csv', undefined],
  ['1993_WB_Projects.xlsx', undefined],
  ['令和4年度予算概算要求.csv', undefined],
])('%s ends on %s', (text, day) => {
  expect(findPeriodEnd([text], '2026-11-29')).toBe(day);
});
