import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Language } from '#domain/values/language.ts';
import { writeOutlook, writeRange } from './sentence.ts';

const jobs = sampleOverview.targets.find(({ indicator }) => indicator === 'jobs') as TargetRow;
const water = {
  ...jobs,
  name: { 'zh-CN': '污水处理率', ja: '排水処理率', en: 'Waste water treated' },
  unit: 'percent',
  comparator: '>=',
  target: '95',
  now: { ...jobs.now, value: '91.5', date: '2026-09-30', basis: 'level' },
  deadline: '2026-12-31',
  verdict: 'on_plan',
  required_per_month: 1.17,
  current_per_month: 0.55,
  forecast: { kind: 'range', p10: 93, p25: 93.1, p50: 93.2, p75: 93.2, p90: 93.3, pace: 0.55 },
} as unknown as TargetRow;
const write = (language: Language, as_of = '2026-09-30'): string =>
  writeOutlook({ row: water } as TargetOutlook, language, as_of);

// seen to fail: "1.9% short" of 95%, which is a share of it
test.each([
  ['zh-CN', /差1\.8个百分点。每月应增1\.17个百分点，.*实增0\.55个百分点/],
  ['ja', /1\.8ポイント不足する。月平均で1\.17ポイントの増加が必要で、実績は0\.55ポイント/],
  ['en', /1\.8 percentage points short\. 1\.17 percentage points a month are needed; 0\.55/],
] as const)('the difference of two percentages is in points in %s', (language, words) => {
  expect(write(language)).toMatch(words);
  expect(write(language)).toMatch(/91\.5%/);
});

// seen to fail: a report of October stated the value of September as the present one
test.each([
  ['zh-CN', '污水处理率现为91.5%', '污水处理率2026年9月30日为91.5%'],
  ['ja', '排水処理率は現在91.5%', '排水処理率は2026年9月30日時点で91.5%'],
  ['en', 'Waste water treated: 91.5% of', 'Waste water treated: 91.5% (30 September 2026) of'],
] as const)('a value of another day than the text has its day in %s', (language, own, other) => {
  expect(write(language)).toContain(own);
  expect(write(language, '2026-10-31')).toContain(other);
});

// seen to fail: "−0.55 percentage points are gained"
test.each([
  ['zh-CN', '近12个月月均减少0.55个百分点'],
  ['ja', '実績は月平均0.55ポイントの減少である'],
  ['en', '0.55 percentage points are lost.'],
] as const)('a pace that leads away from the target is a loss in %s', (language, words) => {
  const row = { ...water, current_per_month: -0.55 };
  const text = writeOutlook({ row } as TargetOutlook, language, '2026-09-30');
  expect(text).toContain(words);
  expect(text).not.toContain('−');
});

// seen to fail: a ceiling of which most came years after the deadline read as if it came in time
test.each([
  ['zh-CN', '可达137,489人。其中65,907人在期限后才达产。'],
  ['ja', '137,489人となる。うち65,907人は期限後のフル稼働である。'],
  ['en', 'to 137,489 jobs if all land. Of it, 65,907 jobs come only after the deadline.'],
] as const)('what lands after the deadline is said beside the ceiling in %s', (language, words) => {
  const range = { ceiling: '137489', known: 327, missing: '0', late: '65907' };
  const outlook = { row: jobs, range, fewest: {} } as unknown as TargetOutlook;
  expect(writeRange(outlook, language)).toContain(words);
  const inTime = { ...outlook, range: { ...range, late: '0' } } as unknown as TargetOutlook;
  expect(writeRange(inTime, language)).not.toContain('65,907');
});

const missed = {
  ...water,
  name: jobs.name,
  unit: 'jobs',
  target: '20000',
  now: { ...jobs.now, value: '17456', date: '2026-12-31', basis: 'level' },
  verdict: 'missed',
} as TargetRow;

// seen to fail: after the deadline the sentence gave the value and the target, and no result
test.each([
  ['zh-CN', /未达标，差2,544人/],
  ['ja', /2,544人不足し未達成/],
  ['en', /the target was missed by 2,544 jobs/],
] as const)('a target that was missed states by how much in %s', (language, words) => {
  expect(writeOutlook({ row: missed } as TargetOutlook, language, '2027-01-31')).toMatch(words);
});

// seen to fail: a limit that was exceeded was said to be short, 差 and 不足
test.each([
  ['zh-CN', /未达标，超出544人/],
  ['ja', /544人超過し未達成/],
  ['en', /the limit was exceeded by 544 jobs/],
] as const)(
  'a limit that was missed states by how much it was exceeded in %s',
  (language, words) => {
    const limit = { ...missed, comparator: '<=', target: '16912' };
    expect(writeOutlook({ row: limit } as TargetOutlook, language, '2027-01-31')).toMatch(words);
  },
);

// seen to fail: all projects were said to reach the target, though nobody knew when
test('a ceiling that reaches the target says for how much of it no date is known', () => {
  const range = { ceiling: '422450', known: 1939, missing: '0', undated: '390800' };
  const say = (missing: string) =>
    writeRange(
      { row: jobs, range: { ...range, missing }, fewest: {} } as unknown as TargetOutlook,
      'en',
    );
  expect(say('0')).toContain('For 390,800 jobs of it no date is known.');
  expect(say('10')).not.toContain('no date');
});

// seen to fail: the table said "Target missed", and the sentence that nobody knows
test('a checklist states its result, and a target without a value at its deadline has none', () => {
  const { now: _now, target: _target, ...rest } = missed;
  const list = {
    ...rest,
    kind: 'qualitative',
    checklist: { done: 9, total: 14, date: '2026-12-31' },
  };
  const say = (row: object) => writeOutlook({ row } as TargetOutlook, 'en', '2027-01-31');
  expect(say(list)).toBe('Jobs: the target was missed, 9 of 14 items were done.');
  expect(say({ ...list, verdict: 'met' })).toBe('Jobs: the target is met, 9 of 14 items are done.');
  expect(say({ ...list, verdict: 'no_verdict' })).toMatch(/not known whether the target will be/);
  expect(say({ ...missed, verdict: 'no_value_at_deadline' })).toMatch(
    /no value is reported at the deadline/,
  );
});
