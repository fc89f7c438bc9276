import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { ValueMonth } from './row-target.tsx';

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
