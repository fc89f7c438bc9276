import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { TargetsTable } from './targets-table.tsx';

const show = (overview: Overview) =>
  render(
    <LanguageProvider value="en">
      <TargetsTable overview={overview} measure="companies" />
    </LanguageProvider>,
  );
const table = () => screen.getByRole('table', { name: 'Targets' });

test('the targets are a table: five columns, and in each row the name of its target', () => {
  const targets = sampleOverview.targets.map(
    ({ now, completion, attainment, ...row }): TargetRow =>
      row.indicator === 'jobs'
        ? { ...row, missing: 'not_reported' }
        : { ...row, ...compact({ now, completion, attainment }) },
  );
  show({ ...sampleOverview, targets });
  const [head, ...rows] = within(table()).getAllByRole('row');
  const names = [
    '2025 target',
    'Now since 8 Feb 2021',
    'Progress against plan',
    'Share of target, and forecast',
    'Verdict',
  ];
  expect(within(head as HTMLElement).getAllByRole('columnheader')).toEqual(
    names.map((name) => within(head as HTMLElement).getByRole('columnheader', { name })),
  );
  const columns = rows.map((one) => [
    ...within(one)
      .getAllByRole('rowheader')
      .map(() => 'name'),
    ...within(one)
      .getAllByRole('cell')
      .map((cell) => Number(cell.getAttribute('aria-colspan') ?? 1)),
  ]);
  expect(columns).toEqual([
    ['name', 1, 1, 1, 1],
    ['name', 1, 1, 1, 1],
    ['name', 3, 1],
    ['name', 3, 1],
  ]);
});
test('a bar has the text of its own share for screen readers, not that of the whole row', () => {
  show(sampleOverview);
  const [companies] = within(table()).getAllByRole('row').slice(1);
  const [, plan, target] = within(companies as HTMLElement).getAllByRole('cell');
  const read = (cell: HTMLElement | undefined) =>
    within(cell as HTMLElement)
      .getAllByRole('img')
      .map((image) => image.getAttribute('aria-label'));
  expect(new Set(read(plan))).toEqual(new Set(['215%, +22 on plan to date 19']));
  expect(new Set(read(target))).toEqual(new Set(['20.5%, Forecast 184 (126–241), 92% of target']));
});
