import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { IndicatorChange } from '#domain/changes/indicator-changes.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { words } from '#domain/values/term.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { TargetsTable } from './targets-table.tsx';

const showTable = (overview: Overview, language: Language = 'en') =>
  render(
    <MemoryRouter>
      <LanguageProvider value={language}>
        <TargetsTable overview={overview} />
      </LanguageProvider>
    </MemoryRouter>,
  );
const table = () => screen.getByRole('table', { name: /Targets|目标|目標/ });
const changed = (change: Partial<IndicatorChange>, compare = '2021-02-08'): Overview => ({
  ...sampleOverview,
  compare,
  indicator_changes: [
    {
      indicator: 'jobs',
      name: words('就业人数', '雇用者数', 'Jobs'),
      unit: 'jobs',
      to: { date: '2021-03-31', value: '3870', data_status: 'reported' },
      ...change,
    },
  ],
});
const jobsCell = (language: Language) =>
  within(
    within(table()).getByRole('row', {
      name: { en: /^Jobs/, ja: /^雇用/, 'zh-CN': /^就业/ }[language],
    }),
  ).getAllByRole('cell')[0]?.textContent;
const earlier = { date: '2021-01-31', value: '3750', data_status: 'reported' } as const;
test.each([
  ['en', 'Now since 8 Feb 2021', '+120 jobs since 8 Feb 2021'],
  ['zh-CN', '当前 较2021年2月8日', '+120人 较2021年2月8日'],
  ['ja', '現在 2021年2月8日比', '+120人 2021年2月8日比'],
] as const)(
  'the table has the change since the compared day with its unit in %s, and its heading the day',
  (language, head, text) => {
    showTable(changed({ from: earlier, difference: '120' }), language);
    expect(within(table()).getAllByRole('columnheader')[1]?.textContent).toBe(head);
    expect(jobsCell(language)).toContain(text);
  },
);
test.each([
  [{}, 'no earlier value'],
  [{ from: earlier, carried: true }, 'no newer value'],
  [{ from: earlier, has_break: true }, 'break in the series'],
] as const)('a change that is not known is words, and never a number', (change, text) => {
  showTable(changed(change));
  expect(jobsCell('en')).toContain(text);
  expect(jobsCell('en')).not.toMatch(/[+−]\d+ jobs/);
});
test('a change beside a value of the year to date names its twelve months', () => {
  const overview = changed({ from: earlier, difference: '120', covers: 'last_12_months' });
  showTable(overview);
  expect(jobsCell('en')).toContain('+120 jobs (over the last 12 months)');
});
test('a value that is older than that of the change, and a table without a compared day, have no change', () => {
  showTable(changed({ from: earlier, difference: '120', to: { ...earlier, date: '2021-04-30' } }));
  expect(jobsCell('en')).not.toContain('+120');
});
