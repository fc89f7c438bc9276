import { expect, test } from 'vitest';
import { sheetEpoch } from '#charts/kit/office/sheet-day.ts';
import { dayNumber } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { writeDayAxis, writeValueAxis } from './chart-axes.ts';
import { inkOf } from './chart-paint.ts';

/** The attributes of an axis over these days. */
function readAxis(
  dates: readonly string[],
  language: Language = 'en',
  width = 800,
): Readonly<Record<string, string>> {
  const table = {
    columns: [{ id: 'date', label: 'Date', kind: 'date' }],
    rows: dates.map((date) => [date]),
  } as const;
  const native = { kind: 'line', across: 'date', unit: 'share', series: [] } as const;
  const xml = writeDayAxis(
    { name: 'Data', native, table },
    { id: 1, cross: 2, language, width },
    inkOf('light'),
  );
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
    numFmt: '[$-809]d mmm yyyy',
  });
  expect(readAxis(['2025-12-31', '2026-11-30'])['majorUnit']).toBe('3');
  expect(readAxis(['2020-04-30', '2025-12-31'])['majorUnit']).toBe('24');
});

// seen to fail: 2025-12-01 in each language
test.each([
  ['zh-CN', '[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
  ['ja', '[$-411]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
] as const)('the axis writes its days in %s', (language, code) => {
  expect(readAxis(['2025-12-31', '2026-11-30'], language)['numFmt']).toBe(code);
});

// seen to fail: lines without numbers crossed the numbers above the columns of six events
test('an axis without numbers has no lines unless they stand for a target', () => {
  const hasLines = (more: object): boolean =>
    writeValueAxis(
      {
        id: 1,
        cross: 2,
        side: 'l',
        format: '0',
        between: 'between',
        axis: { min: 0, max: 4, step: 1, ...more },
      },
      inkOf('light'),
    ).includes('Gridlines');
  expect([{}, { bare: true }, { bare: true, strong: 1 }].map(hasLines)).toEqual([
    true,
    false,
    true,
  ]);
});

// seen to fail: the days of a chart beside a table were turned by 45°
test('a narrow axis has fewer days, so that none is turned', () => {
  const dates = ['2025-12-31', '2026-12-31'];
  const stepAt = (width: number) => readAxis(dates, 'zh-CN', width)['majorUnit'];
  expect([800, 330, 200].map(stepAt)).toEqual(['3', '6', '12']);
});
