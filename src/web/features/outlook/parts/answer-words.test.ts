import { expect, test } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { writeAnswer } from './answer-words.ts';

// seen to fail: "No value is reported on this day", although every month was
test('a target whose months make no year to date names the reason', () => {
  const output = row(
    'industrial_output',
    { as_of: '2024-03-31', observations: reported('industrial_output', '2024-01', [5, 6, 7]) },
    { value: '100', deadline: '2024-12-31' },
    { cumulation: 'period', breaks: [{ month: '2024-02', reason: 'Survey revised' }] },
  );
  expect(writeAnswer({ row: output }, makeTranslate(outlookLabels, 'en'), 'en')).toMatchObject({
    text: 'Not known',
    more: 'Year to date not known (break in the series in February 2024; February to March 2024: CN¥13)',
  });
});
