import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { writeAnswer } from '#web/features/outlook/parts/answer-words.ts';
import { AnswerTable } from '#web/features/outlook/parts/answer-table.tsx';
import { MetPart } from '#web/features/outlook/parts/met-part.tsx';
import { PacePart } from '#web/features/outlook/parts/pace-part.tsx';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';

const t = makeTranslate(outlookLabels, 'en');
const companies = (values: readonly number[], target: Parameters<typeof row>[2]) =>
  row(
    'companies',
    { as_of: '2020-12-31', observations: reported('companies', '2020-05', values) },
    { baseline_date: '2020-05-31', ...target },
  );
const answer = (outlook: TargetOutlook) => writeAnswer(outlook, t, 'en');

test('a target that is met names its month, its margin and its risks', () => {
  const met = companies([8, 12, 9, 11, 14, 13, 15, 16], { value: '10' });
  expect(answer({ row: met })).toMatchObject({
    text: 'Met in August 2020',
    more: '6 companies above what is needed',
    isShort: false,
  });
  render(
    <MemoryRouter>
      <MetPart row={met} />
    </MemoryRouter>,
  );
  expect(screen.getByText(/After a fall of more than 6 companies/)).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'July 2020: −3 companies',
    'October 2020: −1 company',
  ]);
});

// seen to fail: a share of 12 % above a target of 10 % had a margin of 2%, beside 2 points
test('the margin and the falls of a share are points', () => {
  const share = { ...companies([8, 12, 9, 11, 14, 13, 15, 12], { value: '10' }), unit: 'percent' };
  expect(answer({ row: share }).more).toBe('2.0 percentage points above what is needed');
  render(
    <MemoryRouter>
      <MetPart row={share} />
    </MemoryRouter>,
  );
  expect(screen.getByText(/After a fall of more than 2\.0 percentage points/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('July 2020: −3.0 percentage points');
});

// seen to fail: 12 companies below a limit of 20 were 8 “above what is needed”, undone by a fall
test('the margin of an upper limit is below it, and a rise undoes it', () => {
  const limit = companies([8, 12, 9, 11, 14, 13, 15, 12], { value: '20', comparator: '<=' });
  expect(answer({ row: limit }).more).toBe('8 companies below the limit');
  render(
    <MemoryRouter>
      <MetPart row={limit} />
    </MemoryRouter>,
  );
  expect(screen.getByText(/After a rise of more than 8 companies/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('June 2020: +4 companies');
});

test('after the deadline only the result is shown, with its share and its shortfall or excess', () => {
  const ended = (value: string, comparator: '>=' | '<=' = '>=') =>
    answer({
      row: companies([50, 60, 70, 80, 90, 100, 150, 182], {
        value,
        comparator,
        deadline: '2020-12-31',
      }),
    });
  expect(ended('200')).toMatchObject({
    text: 'Final: 182 companies of 200 companies (91.0%)',
    more: 'Missed by 18 companies',
    isShort: true,
  });
  expect(ended('180')).toMatchObject({ more: 'Met, 2 companies over', isShort: false });
  // seen to fail: "Final: 97.5 kWh of 90.0 kWh (92.3%)" of a limit, which is short of nothing
  expect(ended('190', '<=')).toMatchObject({
    text: 'Final: 182 companies, limit 190 companies',
    more: 'Met, 8 companies below the limit',
  });
  expect(ended('180', '<=')).toMatchObject({ more: 'Missed, 2 companies above the limit' });
});

// seen to fail: “−2,341.7% of what is needed”
test('a pace away from the target has no share of the needed pace', () => {
  const falling = companies([40, 38, 36, 34, 32, 30, 28, 26], { value: '60' });
  const { container } = render(<PacePart row={falling} />);
  expect(container.textContent).toContain('The target is not reached at this pace.');
  expect(container.textContent).not.toContain('%');
});

// seen to fail: the table gave 687 % of the target, of which most lands years after the deadline
test('the table says how much of the ceiling lands after the deadline', () => {
  const base = companies([8, 12, 9, 11, 14, 13, 15, 16], { value: '100' });
  const range = {
    now: '16',
    steps: [],
    ceiling: '687',
    adds: '671',
    known: 3,
    missing: '0',
    unknown: 0,
    unknown_codes: [],
    undated_projects: 0,
    undated_codes: [],
  };
  const table = (late: string) =>
    render(<AnswerTable unlinked targets={[{ row: base, range: { ...range, late } }]} />).container
      .textContent;
  expect(table('650')).toContain('650 companies of it after the deadline');
  expect(table('0')).not.toContain('of it after the deadline');
  // seen to fail: 704 % of the target, of which nobody knew a date
  const undated = (missing: string) =>
    render(
      <AnswerTable
        unlinked
        targets={[{ row: base, range: { ...range, undated: '600', missing } }]}
      />,
    ).container.textContent;
  expect(undated('0')).toContain('600 companies of it without a date');
  expect(undated('13')).not.toContain('without a date');
});

// seen to fail: "Not known" stood beside a needed and an actual pace, without their ratio
test('a target without a forecast states its pace as a share of the needed one', () => {
  const sales = row(
    'industrial_output',
    {
      as_of: '2026-06-30',
      observations: reported('industrial_output', '2026-02', [10, 20, 30, 40, 50]),
    },
    { baseline_date: '2026-01-31', value: '200', deadline: '2026-12-31' },
  );
  expect(answer({ row: sales })).toMatchObject({
    text: 'Not known',
    more: 'Pace so far: 33.3% of what is needed',
  });
});
