import { expect, test } from 'vitest';
import type { Target } from './indicator.ts';
import { type ChangedZoneVersion, listTargetLog } from './target-log.ts';

const target: Target = {
  id: 'fdi-2026',
  indicator: 'fdi',
  period: { kind: 'year', year: 2026 },
  comparator: '>=',
  value: '9800000000',
  deadline: '2026-12-31',
  baseline_date: '2025-12-31',
  source: 'Notice 17',
  source_date: '2026-07-08',
  data_status: 'reported',
  split: { by: 'unit', parts: [{ id: 'south', name: 'South area', value: '2900000000' }] },
};
const version = (
  revision: number,
  reason: string,
  changes: ChangedZoneVersion['changes'],
): ChangedZoneVersion => ({
  revision,
  recorded_at: `2026-07-0${revision}T08:00:00Z`,
  author: 'Chen Yu',
  reason,
  changes,
});
const versions = [
  version(4, 'plots 4 and 5', [
    { path: 'targets.fdi-2026.split.parts.south.value', from: '2300000000', to: '2900000000' },
  ]),
  version(3, 'a day off', [{ path: 'targets.jobs.value', from: '1', to: '2' }]),
  version(2, 'mid-year review', [
    { path: 'targets.fdi-2026.source', from: 'Work plan', to: 'Notice 17' },
    { path: 'targets.fdi-2026.value', from: '9200000000', to: '9800000000' },
  ]),
  version(1, 'first entry', [
    { path: 'targets.fdi-2026.indicator', to: 'fdi' },
    { path: 'targets.fdi-2026.source', to: 'Work plan' },
    { path: 'targets.fdi-2026.split.by', to: 'unit' },
    { path: 'targets.fdi-2026.split.parts.south.name', to: 'South area' },
    { path: 'targets.fdi-2026.split.parts.south.value', to: '2300000000' },
    { path: 'targets.fdi-2026.value', to: '9200000000' },
  ]),
];

test('lists the changes of one indicator with author, reason, source and number of the split', () => {
  const log = listTargetLog('fdi', versions, [target], 'UTC');
  expect(log.map(({ reason, source, splits }) => [reason, source, splits])).toEqual([
    ['plots 4 and 5', undefined, { 'fdi-2026': 2 }],
    ['mid-year review', 'Notice 17', {}],
    ['first entry', 'Work plan', { 'fdi-2026': 1 }],
  ]);
  expect(log[0]?.changes).toEqual([
    {
      target: 'fdi-2026',
      field: 'part',
      name: 'South area',
      from: '2300000000',
      to: '2900000000',
    },
  ]);
  expect(log[1]?.changes).toEqual([
    { target: 'fdi-2026', field: 'value', from: '9200000000', to: '9800000000' },
  ]);
});

test('keeps the history of a removed target', () => {
  const removed = version(5, 'dropped', [
    { path: 'targets.fdi-2026.indicator', from: 'fdi' },
    { path: 'targets.fdi-2026.value', from: '9800000000' },
  ]);
  expect(listTargetLog('fdi', [removed, ...versions], [], 'UTC')[0]?.changes).toEqual([
    { target: 'fdi-2026', field: 'value', from: '9800000000' },
  ]);
});

test('names a break of a series by its month and other changes of the indicator once', () => {
  const log = listTargetLog(
    'fdi',
    [
      version(6, 'new scope', [
        { path: 'indicators.fdi.breaks.0.month', to: '2026-05' },
        { path: 'indicators.fdi.breaks.0.reason', to: 'agency staff counted' },
        { path: 'indicators.fdi.name.en', from: 'FDI', to: 'Utilised FDI' },
        { path: 'indicators.fdi.name.ja', from: 'FDI', to: 'FDI' },
      ]),
    ],
    [],
    'UTC',
  );
  expect(log[0]?.changes).toEqual([{ field: 'break', to: '2026-05' }, { field: 'indicator' }]);
});

// seen to fail: four items were four equal lines "Checklist", and the day of none was in the history
test('an item has one line with its name, and one for the day on which it was done', () => {
  const log = listTargetLog(
    'fdi',
    [
      version(2, 'gone', [
        { path: 'targets.fdi-2026.items.road.done', to: '2026-06-30' },
        { path: 'targets.fdi-2026.items.well.name.en', from: 'Well' },
        { path: 'targets.fdi-2026.items.well.planned', from: '2026-05-01' },
      ]),
    ],
    [target],
    'UTC',
  );
  const ofTarget = { target: 'fdi-2026' };
  expect(log[0]?.changes).toEqual([
    { ...ofTarget, field: 'done', item: 'road', to: '2026-06-30' },
    { ...ofTarget, field: 'item', item: 'well', name: 'Well' },
  ]);
});
