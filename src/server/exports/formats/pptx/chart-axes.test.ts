import { expect, test } from 'vitest';
import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import { dayNumber } from '#domain/values/date.ts';
import { writeDayAxis } from './chart-axes.ts';
import { inkOf } from './chart-paint.ts';

/** The attributes of an axis over these days. */
function readAxis(dates: readonly string[]): Readonly<Record<string, string>> {
  const table = {
    columns: [{ id: 'date', label: 'Date', kind: 'date' }],
    rows: dates.map((date) => [date]),
  } as const;
  const native = { kind: 'line', across: 'date', unit: 'share', series: [] } as const;
  const xml = writeDayAxis({ name: 'Data', native, table }, 1, 2, inkOf('light'));
  return Object.fromEntries(
    [...xml.matchAll(/<c:(min|max|majorUnit|numFmt) (?:val|formatCode)="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

// seen to fail: a value of 30 November stood above 2026-12, and ticks were on 3 March and 3 May
test('the axis of days has whole days on the first of months, at five steps at most', () => {
  expect(readAxis(['2026-10-31', '2026-11-30', '2026-12-31'])).toEqual({
    min: String(dayNumber('2026-10-01') + sheetEpoch),
    max: String(dayNumber('2026-12-31') + sheetEpoch),
    majorUnit: '1',
    numFmt: 'yyyy\\-mm\\-dd',
  });
  expect(readAxis(['2025-12-31', '2026-11-30'])['majorUnit']).toBe('3');
  expect(readAxis(['2020-04-30', '2025-12-31'])['majorUnit']).toBe('24');
});
