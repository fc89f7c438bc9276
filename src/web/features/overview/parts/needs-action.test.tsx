import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import type { Action, ActionList } from '#domain/projects/actions.ts';
import type { UndisclosedAmounts } from '#domain/projects/register-view.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { NeedsAction } from './needs-action.tsx';

const stale = (n: number): Action => ({
  code: `P${n}`,
  name: `Plant ${n}`,
  missing: 'not_reported',
  days_over: 39 - n,
  reasons: [{ kind: 'stale', since: '2021-02-01', days: 74 - n, limit: 35 }],
});
const list = (more: Partial<ActionList> = {}): ActionList => ({
  items: Array.from({ length: 8 }, (_, n) => stale(n)),
  total: 11,
  unrated: [],
  not_judged: 0,
  undated: 0,
  ...more,
});
const show = (
  of: ActionList,
  more: {
    readonly first?: number;
    readonly undisclosed?: UndisclosedAmounts;
    readonly due?: string;
  } = {},
) =>
  render(
    <MemoryRouter>
      <LanguageProvider value="en">
        <NeedsAction
          list={of}
          example={false}
          link={(code, name) => <a href={`/${code}`}>{name}</a>}
          {...more}
        />
      </LanguageProvider>
    </MemoryRouter>,
  ).container;
const names = () => screen.getAllByText(/^Plant \d$/).map(({ textContent }) => textContent);

test('shows more items on request and counts those after the list', async () => {
  show(list());
  expect(names()).toHaveLength(5);
  await userEvent.click(screen.getByRole('button', { name: 'and 6 more' }));
  expect(names()).toHaveLength(8);
  expect(screen.getByText('and 3 more')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('an item shows name, owner, amount, every reason and the days over the limit, never a code as a name', () => {
  const item: Action = {
    code: 'P00091',
    name: 'Airframe hangar',
    owner: 'Li Na',
    money: { minor: '12000000000', currency: 'CNY' },
    days_over: 165,
    reasons: [
      { kind: 'stalled', stage: 'negotiation', since: '2020-05-06', days: 345, limit: 180 },
      { kind: 'overdue', milestone: 'start', since: '2021-03-31', plan: '2021-06-30', days: 16 },
    ],
  };
  const container = show(list({ items: [item], total: 3511 }));
  const row = container.querySelector('li');
  for (const words of [
    'Airframe hangar',
    'Li Na · CN¥120mn',
    'Stalled: no progress since 6 May 2020 (345 days, limit 180 days)',
    'Start of works overdue since 31 March 2021 (16 days), now planned for 30 June 2021',
    '165 days over',
  ])
    expect(row?.textContent).toContain(words);
  expect(container.textContent).not.toContain('P00091');
  expect(screen.getByText('and 3,510 more')).toBeTruthy();
});

test('a project without an amount gives the reason, and a note explains the order and its exclusions', () => {
  const undisclosed = {
    count: 5,
    projects: [
      { code: 'R06-9', name: 'Airframe hangar' },
      { code: 'A01', name: 'A01' },
    ],
  };
  const text = show(list({ unrated: ['JPY', 'USD'], not_judged: 4 }), { undisclosed }).textContent;
  expect(text).toContain('Plant 0Not reported');
  expect(text).toContain('The largest amount × days over the limit first');
  expect(text).toContain('No rate is entered for JPY, USD.');
  expect(text).toContain('4 under construction are not judged');
  expect(text).toContain('Without an amount, in no total: Airframe hangar, Project A01 and 3 more');
});

test('a register without dates does not claim that nothing is overdue', () => {
  const text = show(list({ items: [], total: 0, undated: 1200 })).textContent;
  expect(text).toContain(
    'Not known for 1,200 projects: no planned date, no update and no day of the stage is stated.',
  );
  expect(text).not.toContain('Nothing is overdue');
  expect(text).toContain('Needs action Not known');
  const listText = show(list({ items: [], total: 0 })).textContent;
  expect(listText).toContain('Nothing is overdue');
  expect(listText).toContain('Needs action 0 projects');
  expect(show(list({ items: [], total: 3, undated: 1 })).textContent).toContain(
    'Needs action at least 3 projects',
  );
});

// seen to fail: a name ended after 60 characters in the middle of a word
test('a project without an amount has its whole name', () => {
  const name =
    'Precision agriculture and food processing complex, phase 2 (extension of the free port)';
  const undisclosed = { count: 1, projects: [{ code: 'LN-1', name }] };
  show(list({ items: [], total: 0 }), { undisclosed });
  expect(screen.getByRole('link', { name })).toBeTruthy();
  expect(document.body.textContent).not.toContain('…');
});

// seen to fail: what is due next was behind two menus, with no way from the list of what is late
test('what is due next is one press away, if the page has an address for it', () => {
  expect(show(list()).querySelector('a[href^="/charts"]')).toBeNull();
  show(list(), { due: '/charts?chart=timeline&by=all' });
  const link = screen.getByRole('link', { name: 'What is due next, and passed deadlines' });
  expect(link.getAttribute('href')).toBe('/charts?chart=timeline&by=all');
});
