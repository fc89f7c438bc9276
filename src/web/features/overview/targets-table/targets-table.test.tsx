import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure, TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { words } from '#domain/values/term.ts';
import { ExplainProvider } from '#web/ui/display/explained.tsx';
import { LanguageProvider } from '#web/i18n/text.ts';
import { Facts } from '#web/features/overview/parts/facts.tsx';
import { Headline } from '#web/features/overview/parts/headline.tsx';
import { findValueSize, TargetsTable } from './targets-table.tsx';
import { TargetsNotes } from './targets-notes.tsx';

const show = (
  overview: Overview,
  language: Language = 'en',
  onMeasure?: (indicator: string) => void,
) =>
  render(
    <MemoryRouter>
      <LanguageProvider value={language}>
        <Headline overview={overview} />
        <Facts overview={overview} />
        <TargetsTable overview={overview} measure="companies" {...compact({ onMeasure })} />
      </LanguageProvider>
    </MemoryRouter>,
  );
const table = () => screen.getByRole('table', { name: /Targets|目标|目標/ });
const withRow = (indicator: string, change: (row: TargetRow) => TargetRow): Overview => ({
  ...sampleOverview,
  targets: sampleOverview.targets.map((row) => (row.indicator === indicator ? change(row) : row)),
});

test('selecting a row selects its measure, and the row of the drawn measure is pressed', async () => {
  const choices: string[] = [];
  show(sampleOverview, 'en', (indicator) => choices.push(indicator));
  const rows = within(table()).getAllByRole('button', { pressed: false });
  expect(within(table()).getByRole('button', { pressed: true }).textContent).toContain(
    'more than 200',
  );
  await userEvent.click(rows.find((row) => row.textContent?.includes('35,000')) as HTMLElement);
  expect(choices).toEqual(['jobs']);
});
// seen to fail: on a phone the share stood behind the bar, where the forecast ends
test('a bar on a phone has its percentage beside its name, before the marks', () => {
  show(sampleOverview);
  const bullets = document.querySelectorAll('.bullet-rows_lane');
  expect(bullets.length).toBeGreaterThan(0);
  for (const bullet of bullets)
    expect([...bullet.querySelectorAll('.bullet-rows_barName, b, svg.bullet')]).toEqual([
      bullet.querySelector('.bullet-rows_barName'),
      bullet.querySelector('b'),
      bullet.querySelector('svg.bullet'),
    ]);
});
test('rows are no buttons where nothing can be selected, as in a copy', () => {
  show(sampleOverview);
  expect(within(table()).queryByRole('button', { pressed: true })).toBeNull();
});
test('a status of example values has neither the colour of a shortfall nor of success', () => {
  show(sampleOverview);
  const words = within(table()).getByText(/^Behind plan/);
  expect(words.closest('.display_verdict')?.textContent).toBe(
    'Behind plan; at this pace 30,176 short of the target',
  );
  expect(words.closest('.display_verdict')?.className).not.toContain('display_behind');
});
test('the same shortfall of reported values has the colour of a shortfall', () => {
  show(withRow('jobs', (row) => ({ ...row, verdict_status: 'reported' })));
  const words = within(table()).getByText(/^Behind plan/);
  expect(words.closest('.display_verdict')?.className).toContain('display_behind');
  expect(words.closest('.display_verdict')?.textContent).toBe(
    'Behind plan; at this pace 30,176 short of the target',
  );
});
// seen to fail: a value without a plan had buttons around empty bars
test('each button of a row has a name, also where plan and share are unknown', () => {
  const overview = withRow('jobs', (row) => {
    const { completion: _c, attainment: _a, gap: _g, ...others } = row;
    return others;
  });
  render(
    <MemoryRouter>
      <ExplainProvider value>
        <LanguageProvider value="en">
          <TargetsTable overview={overview} measure="companies" />
        </LanguageProvider>
      </ExplainProvider>
    </MemoryRouter>,
  );
  const buttons = within(table()).getAllByRole('button');
  const withName = within(table()).getAllByRole('button', { name: /./ });
  expect(buttons.filter((button) => !withName.includes(button))).toEqual([]);
});
test('a missing value is described in words and never shown as 0', () => {
  const overview = withRow(
    'jobs',
    ({ now: _now, completion: _c, attainment: _a, plan: _p, gap: _g, ...row }) => ({
      ...row,
      missing: 'not_reported',
      verdict: 'no_value',
      forecast: { kind: 'refused', reason: 'too_few_observations' },
    }),
  );
  show(overview);
  const row = within(table()).getByRole('row', { name: /^Jobs/ });
  expect(row.textContent).toContain('Not reported');
  expect(row.textContent).not.toMatch(/\b0\b/);
});
test('a row without a value links to its entry for people who may enter it', () => {
  const overview = withRow('jobs', ({ now: _now, ...rest }) => ({
    ...rest,
    missing: 'not_reported',
  }));
  render(
    <LanguageProvider value="en">
      <TargetsTable
        overview={overview}
        supply={(row) => <a href="/month">{`supply ${row.indicator}`}</a>}
      />
    </LanguageProvider>,
  );
  const links = within(table()).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['supply jobs', 'supply infrastructure']);
});
test('a target without a reported checklist shows it', () => {
  show(sampleOverview);
  expect(within(table()).getByText('No checklist reported')).toBeTruthy();
});
// seen to fail: two items were overdue on the settings, and nothing on the overview said so
test('a checklist says how many of its items are overdue', () => {
  const date = sampleOverview.as_of;
  const of = (count?: number) => ({
    ...sampleOverview,
    targets: sampleOverview.targets.map((target) =>
      target.kind === 'qualitative'
        ? { ...target, checklist: { done: 1, total: 4, date, ...compact({ overdue: count }) } }
        : target,
    ),
  });
  show(of(2));
  expect(within(table()).getByText('2 items overdue')).toBeTruthy();
  cleanup();
  show(of());
  expect(within(table()).queryByText(/overdue/)).toBeNull();
});
test('a button opens the formula of a row with its own numbers', async () => {
  show(sampleOverview);
  await userEvent.click(within(table()).getByRole('button', { name: /Companies moved in: how/ }));
  const panel = await screen.findByRole('group', { name: /Companies moved in: how/ });
  expect(
    await within(panel).findByText(
      /^14 \(baseline: first value entered, 30 April 2020\) \+ \(200 − 14\) × /,
    ),
  ).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('group', { name: /Companies moved in: how/ })).toBeNull();
});
test.each([
  ['zh-CN', '7个项目已落户', '超过200家', /200家以上|億円/],
  ['ja', '立地済み案件は7件', '200社超', /200社以上|億円/],
  ['en', '7 established projects worth about CN¥2.8bn', 'more than 200', /200 or more/],
] as const)(
  '%s: the headline rests on reported figures and the target excludes 200',
  (language, headline, target, wrong) => {
    const { container } = show(sampleOverview, language);
    expect(container.textContent).toContain(headline);
    expect(container.textContent).toContain(target);
    expect(container.textContent).not.toMatch(wrong);
    expect(container.querySelector('h2')?.textContent).not.toMatch(/Example|示例|例示/);
  },
);
test.each([
  ['zh-CN', '在建项目5个、储备12个', '引进项目7个、计划总投资约28亿元，另有20个项目在谈'],
  [
    'ja',
    '建設中の案件は5件、準備中12件',
    '誘致済みの案件は7件、計画投資額は約28億元。ほかに20件が商談中',
  ],
  [
    'en',
    '5 projects under construction, 12 in reserve',
    '7 projects introduced, worth about CN¥2.8bn, 20 more in negotiation',
  ],
] as const)(
  '%s: figures of other classes have the names of their source',
  (language, classes, named) => {
    const { headline } = sampleOverview;
    const figure = (value: string, name: Text): Figure => ({
      ...(headline.established as Figure),
      value,
      name,
    });
    const readTexts = (of: Overview['headline']) => {
      const { container, unmount } = show({ ...sampleOverview, headline: of }, language);
      const [statement, all] = [container.querySelector('h2')?.textContent, container.textContent];
      unmount();
      return { statement, all };
    };
    const other = readTexts({
      classes: [
        figure('5', words('在建', '建設中', 'under construction')),
        figure('12', words('储备', '準備中', 'in reserve')),
      ],
      before: {},
    });
    expect(other.statement).toBe(classes);
    expect(other.all).toMatch(/Source: Zone announcement|来源：|出典：/);
    expect(other.all).toMatch(/Projects in reserve|储备项目|準備中の案件/);
    const renamed = readTexts({
      ...headline,
      established: figure('7', words('引进', '誘致済み', 'introduced')),
      pipeline: figure('20', words('在谈', '商談中', 'in negotiation')),
    });
    expect(renamed.statement).toBe(named);
  },
);
test('a secondary currency follows every amount, with its rate beside the source', () => {
  const rates = [
    { base: 'JPY', quote: 'CNY', day: '2021-04-15', per_units: 100, rate: '6', source: 'A bank' },
  ];
  const beside = makeSecondaryCurrency(sampleOverview, 'JPY', rates);
  if ('without' in beside) throw new Error('no rate');
  const { container, unmount } = show({ ...sampleOverview, beside });
  const rows = within(table())
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const id = row.querySelector('[aria-owns]')?.getAttribute('aria-owns');
      return id === undefined || id === null ? undefined : document.getElementById(id)?.textContent;
    });
  expect(rows).toEqual([
    undefined,
    'JP¥13.17bn, target more than JP¥583.33bn',
    undefined,
    undefined,
  ]);
  expect(container.querySelector('.facts_facts')?.textContent).toContain('JP¥46.67bn');
  expect(container.querySelector('.overview_source')?.textContent).toContain(
    '100 JPY = 6 CNY · 15 April 2021 · A bank',
  );
  unmount();
  expect(show(sampleOverview).container.textContent).not.toContain('JP¥');
});
test('no element has a style attribute, which the policy would refuse', () => {
  const { container } = show(sampleOverview);
  expect(container.querySelectorAll('[style]')).toHaveLength(0);
});
test('an investment target removes the note that there is none', () => {
  const notes = (overview: Overview) =>
    render(
      <LanguageProvider value="en">
        <TargetsNotes overview={overview} />
      </LanguageProvider>,
    ).container.textContent;
  const output = sampleOverview.targets.find((row) => row.unit === 'CNY') as TargetRow;
  expect(notes(sampleOverview)).toContain('Investment has no target');
  expect(
    notes({
      ...sampleOverview,
      targets: [...sampleOverview.targets, { ...output, indicator: 'fai_done_total' }],
    }),
  ).not.toContain('has no target');
});

test('the plan to date is described for each group of targets, by name where it is not the same for all', () => {
  const plan = { value: 31_250, share: 0, path: 'straight', checkpoints: [] } as const;
  const overview = withRow('jobs', (row) => ({
    ...row,
    plan: { ...plan, data_status: 'reported' },
  }));
  render(
    <MemoryRouter>
      <LanguageProvider value="en">
        <TargetsNotes overview={overview} />
      </LanguageProvider>
    </MemoryRouter>,
  );
  const text = screen.getByText(/Plan to date follows/).textContent ?? '';
  expect(text).toMatch(/^Companies moved in(?:; [^:]+)?: Plan to date follows example checkpoints/);
  expect(text).toMatch(/Jobs: Plan to date is a straight line .* 0\.00% of the difference/);
});

// seen at 1440 px: the unit of US$71.00mn stood on the bar beside it
test('a value that is long with its unit is written smaller', () => {
  expect(findValueSize('71.00', 'US$', 'mn')).toBe('long');
  expect(findValueSize('12.80', 'CN¥', 'bn')).toBe('long');
  expect(findValueSize('7,100', '', '万美元')).toBe('long');
  expect(findValueSize('123,456')).toBe('long');
  expect(findValueSize('9.60', 'KES', 'mn')).toBe('medium');
  // seen on a shared link: its table is narrower, and the unit touched the bar
  expect(findValueSize('92.25', '€', 'mn')).toBe('medium');
  expect(findValueSize('12.80', '', '亿元')).toBe('medium');
  expect(findValueSize('9,000')).toBe('usual');
});
