import { expect, it } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import { addAfterClosing, listComparedMonths } from './after-closing.ts';
import type { IndicatorChange, ValueOn } from './indicator-changes.ts';

const on = (date: string): ValueOn => ({ date, value: '1', data_status: 'reported' });
const change = (indicator: string, from: string, to: string): IndicatorChange => ({
  indicator,
  name: sameWords(indicator),
  unit: 'companies',
  from: on(from),
  to: on(to),
});
const share = change('share', '2024-10-31', '2024-11-30');
const later = (indicator: string, period: string, reason: string) => ({
  indicator,
  period,
  reason,
  author: 'Li',
  recorded_at: '2024-12-02T00:00:00Z',
});

it('the months of both values are each listed once', () => {
  expect(listComparedMonths([share, change('jobs', '2024-11-30', '2024-11-30')])).toEqual([
    '2024-10',
    '2024-11',
  ]);
});

it('an indicator has the changes of its own months, and a ratio those of its two parts', () => {
  const indicators = [
    { id: 'share', ratio: { numerator: 'some', denominator: 'all' } },
    { id: 'some' },
  ];
  const marks = [
    later('all', '2024-11', 'all'),
    later('some', '2024-10', 'some'),
    later('some', '2024-09', 'another month'),
    later('jobs', '2024-10', 'another indicator'),
  ];
  const [ratio, none] = addAfterClosing(
    [share, change('some', '2024-11-30', '2024-11-30')],
    indicators,
    marks,
  );
  expect(ratio?.after_closing?.map(({ period, reason }) => [period, reason])).toEqual([
    ['2024-10', 'some'],
    ['2024-11', 'all'],
  ]);
  expect(none).not.toHaveProperty('after_closing');
});
