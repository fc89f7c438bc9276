import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { RowTarget, ValueMonth } from './row-target.tsx';

const [target] = sampleOverview.targets;
if (target?.now === undefined) throw new Error('the first target of the sample has a value');
const { date } = target.now;

test('the verdict of a month without a value names the month of the value that it rests on', () => {
  const textOf = (month: string) =>
    render(<ValueMonth target={target} month={month} />).container.textContent;
  expect(textOf(date.slice(0, 7))).toBe('');
  expect(textOf('2031-05')).toContain(date.slice(0, 4));
});

test('a month with an open request or proposal is not said to have nothing open', () => {
  const none = { missing: 0, drafts: 0, unanswered: 0, proposals: 0, doubts: 0, causes: 0 };
  for (const language of languages) {
    const { lead } = monthLabels[language];
    expect(lead({ ...none, proposals: 4 })).toMatch(/4/);
    expect(lead({ ...none, unanswered: 3 })).toMatch(/3/);
    expect(lead(none)).not.toMatch(/\d/);
  }
});

// seen to fail: the cell of a target was blank where the year to date was unknown
test('a target without a value says why, instead of nothing', () => {
  const { now: _now, completion: _completion, ...other } = target;
  const rest = { ...other, kind: 'annual_flow' as const };
  const textOf = (row: TargetRow) =>
    render(<RowTarget target={row} month="2026-10" />).container.textContent;
  const months = ['2026-01', '2026-02'];
  expect(textOf({ ...rest, missing: 'not_reported', missing_months: months })).toBe(
    'Year to date not known (January to February 2026 not reported)',
  );
  expect(textOf({ ...rest, missing: 'not_disclosed' })).toBe('Not disclosed');
  expect(textOf({ ...target, missing_months: ['2026-03'] })).toContain('March 2026 not reported');
});
