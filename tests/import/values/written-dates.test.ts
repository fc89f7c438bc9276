import { describe, expect, it, test } from 'vitest';
import { convertCalendar } from '#server/imports/values/calendars.ts';
import { parseDateRange } from '#server/imports/values/date-range.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { planOf } from '../import-context.ts';

describe('days in registers', () => {
  it.each([
    ['FY2027', '2027-12-31', 'year'],
    ['FY2025 Q3', '2025-09-30', 'month'],
    ['Q3 FY2025', '2025-09-30', 'month'],
    ['2025年度', '2025-12-31', 'year'],
    ['FY2025-26', '2026-12-31', 'year'],
    ['FY 2025/26', '2026-12-31', 'year'],
    ['H1 2027', '2027-06-30', 'month'],
    ['2H 2027', '2027-12-31', 'month'],
    ['S2 2028', '2028-12-31', 'month'],
    ['T2 2027', '2027-06-30', 'month'],
    ['4T2027', '2027-12-31', 'month'],
    ['Q4/2027', '2027-12-31', 'month'],
    ['3rd quarter of 2027', '2027-09-30', 'month'],
    ['2026年Q2', '2026-06-30', 'month'],
    ['2026年第3季度', '2026-09-30', 'month'],
    ['2028年上半年', '2028-06-30', 'month'],
    ['2028年下期', '2028-12-31', 'month'],
    ['2027년 3분기', '2027-09-30', 'month'],
    ['2027년 상반기', '2027-06-30', 'month'],
    // seen to fail: these five were no dates
    ['2027년 3/4분기', '2027-09-30', 'month'],
    ['2029년 말', '2029-12-31', 'year'],
    ['2028년 초', '2028-03-31', 'month'],
    ["'26.12", '2026-12-31', 'month'],
    ["'27년 상반기", '2027-06-30', 'month'],
    ['IV кв. 2027', '2027-12-31', 'month'],
    ['II kwartał 2027', '2027-06-30', 'month'],
    ['IV kvartal 2027', '2027-12-31', 'month'],
    ['31.12.2027.', '2027-12-31', 'day'],
    ['10. 3. 2025', '2025-03-10', 'day'],
    ['јун 2028.', '2028-06-30', 'month'],
    ['15. siječnja 2027.', '2027-01-15', 'day'],
    ['січень 2027', '2027-01-31', 'month'],
    ['май 2027', '2027-05-31', 'month'],
    ['noiembrie 2027', '2027-11-30', 'month'],
    ['Ιανουάριος 2027', '2027-01-31', 'month'],
    ['令和6年度', '2025-03-31', 'month'],
    ['二〇二七年', '2027-12-31', 'year'],
    ['二〇二七年三月', '2027-03-31', 'month'],
    ['二〇二七年十二月二十五日', '2027-12-25', 'day'],
    ['二零二七年十月', '2027-10-31', 'month'],
    ['Mid-2026', '2026-06-30', 'month'],
    ['mi-2026', '2026-06-30', 'month'],
    ['Mitte 2026', '2026-06-30', 'month'],
    ['2026年中', '2026-06-30', 'month'],
    ['2026年初', '2026-03-31', 'month'],
    ['2026年底', '2026-12-31', 'year'],
    ['late 2026', '2026-12-31', 'year'],
    ['Spring 2027', '2027-05-31', 'month'],
    ['Frühjahr 2027', '2027-05-31', 'month'],
    ['2027年秋', '2027-11-30', 'month'],
    ['10. März 2025', '2025-03-10', 'day'],
    ['10 de marzo de 2025', '2025-03-10', 'day'],
    ['1er août 2025', '2025-08-01', 'day'],
    ['15 grudnia 2026', '2026-12-15', 'day'],
    ['июнь 2027', '2027-06-30', 'month'],
    ['ca. 2027', '2027-12-31', 'year'],
    ['by June 2027', '2027-06-30', 'month'],
    ['约2027年6月', '2027-06-30', 'month'],
    ['2027年6月左右', '2027-06-30', 'month'],
    ['March 10, 2025', '2025-03-10', 'day'],
  ])('%s is %s', (cell, date, precision) => {
    expect(parseDate(cell)).toEqual({ kind: 'date', date, precision });
  });
  it.each([
    'FY',
    'Q5 2027',
    'H3 2027',
    'spring',
    '2027年度初',
    'soon 2027',
    'Phase 2 2027',
    '2025-26',
    '二七年',
    'Zone 2027',
  ])('%s is no day', (cell) => {
    expect(parseDate(cell).kind).toBe('fault');
  });
});

it.each(['abr-30', '30-abr', 'Dec-27', "Dec '27"])('%s may be a day or a year', (cell) => {
  expect(parseDate(cell)).toEqual({ kind: 'fault', fault: 'no_year' });
});

// seen to fail: none of these was a date
test.each([
  ['ต.ค. 2572', '2029-10-31', 'month'],
  ['15 มี.ค. 2567', '2024-03-15', 'day'],
  ['31 ตุลาคม พ.ศ. 2569', '2026-10-31', 'day'],
  ['ไตรมาส 3/2570', '2027-09-30', 'month'],
  ['ไตรมาสที่ 1 ปี 2570', '2027-03-31', 'month'],
  ['พ.ศ. 2570', '2027-12-31', 'year'],
  ['กลางปี 2570', '2027-06-30', 'month'],
  ['สิ้นปี 2570', '2027-12-31', 'year'],
])('%s of the Buddhist calendar is %s', (cell, date, precision) =>
  expect(parseDate(convertCalendar(cell, 'buddhist'))).toEqual({ kind: 'date', date, precision }),
);

describe('date ranges', () => {
  it.each([
    ['2026–2028', '2026-12-31', '2028-12-31'],
    ['2026-2028', '2026-12-31', '2028-12-31'],
    ['Q3 2026 to Q1 2027', '2026-09-30', '2027-03-31'],
    ['2026年3月至2027年6月', '2026-03-31', '2027-06-30'],
    ['2026年3月～2027年6月', '2026-03-31', '2027-06-30'],
  ])('%s is from %s to %s', (cell, from, to) => {
    const range = parseDateRange(cell);
    expect([range?.from, range?.to]).toMatchObject([{ date: from }, { date: to }]);
  });
  it.each(['2026-03-01', '2028–2026', '2026-03', 'A to B'])('%s is no range', (cell) =>
    expect(parseDateRange(cell)).toBeUndefined(),
  );
  it('report which of their days was used', async () => {
    const plan = await planOf(
      '案件名,着工予定,完成予定\n運河,2026～2027,2028年度上期\n橋,2026年～2027年,2027年～2028年\n',
      'r.csv',
      {
        file_kind: 'own_register',
      },
    );
    expect(plan.records[1]?.facts.milestones).toEqual([
      { type: 'start', plan: '2026-12-31' },
      { type: 'completion', plan: '2028-12-31' },
    ]);
    expect(
      plan.preview.problems
        .filter(({ message }) => message.startsWith('A span of time'))
        .map(({ row }) => row),
    ).toEqual([2, 3, 3]);
  });
});
