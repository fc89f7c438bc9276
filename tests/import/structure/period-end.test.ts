import { expect, test } from 'vitest';
import { findStatedDays } from '#server/imports/structure/titles/stated-days.ts';

const today = '2026-11-29';

test.each([
  ['Gasto Federalizado_Q1_2016.xlsx', '2016-03-31'],
  ['register-2026Q3.csv', '2026-09-30'],
  ['重点项目台账202610.csv', '2026-10-31'],
  ['重点项目 2026年第3季度', '2026-09-30'],
  ['pipeline_2026-02.csv', '2026-02-28'],
  ['Pipeline October 2026.xlsx', '2026-10-31'],
  ['investors_sept-2026.csv', '2026-09-30'],
  ['projets_mars_2026.csv', '2026-03-31'],
  ['Stand_31.03.2026.xlsx', '2026-03-31'],
  ['register-2026-11.csv', today],
  // a period that begins later, a code, a year and a season alone are no day
  ['pipeline_2026-12.csv', undefined],
  ['projects 1202610.csv', undefined],
  ['1993_WB_Projects.xlsx', undefined],
  ['令和4年度予算概算要求.csv', undefined],
  ['Spring 2026.csv', undefined],
])('the name %s states the day %s', (file, day) => {
  expect(findStatedDays({ titles: [], file }, today)[0]?.day).toBe(day);
});

test.each([
  ['2026年3月末', '2026-03-31'],
  ['as at 31 March 2026', '2026-03-31'],
  ['Stand: 05.03.2026', '2026-03-05'],
  ['Situação em 31 de março de 2026', '2026-03-31'],
  ['Datos al 1º de marzo de 2026', '2026-03-01'],
  ['Dati al 31 marzo 2026', '2026-03-31'],
  ['Situation au 31 mars 2026', '2026-03-31'],
  ['Stan na 31 marca 2026 r.', '2026-03-31'],
  ['31 Mart 2026 itibarıyla', '2026-03-31'],
  ['Posisi per 31 Maret 2026', '2026-03-31'],
  ['Tính đến ngày 31 tháng 3 năm 2026', '2026-03-31'],
  ['2026년 3월 말 기준', '2026-03-31'],
  ['資料截止：民國115年3月', '2026-03-31'],
  ['令和8年3月末時点', '2026-03-31'],
  ['حتى ٣١ مارس ٢٠٢٦', '2026-03-31'],
  ['Situação: 1º trimestre de 2026', '2026-03-31'],
  ['Register 03/2026', '2026-03-31'],
])('the title %s states the day %s', (title, day) => {
  expect(findStatedDays({ titles: [title], file: 'r.csv' }, today)[0]).toMatchObject({
    day,
    from: 'title',
  });
});

test('a title that names the data date wins over another day in the titles', () => {
  const titles = ['Printed 2026-04-15', 'as at March 2026'];
  expect(findStatedDays({ titles, file: 'r-2026-05.csv' }, today)).toEqual([
    { day: '2026-03-31', from: 'title', isExact: false, isNamed: true },
    { day: '2026-04-15', from: 'title', isExact: true, isNamed: false },
    { day: '2026-05-31', from: 'file_name', isExact: false, isNamed: false },
  ]);
});
