import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { EstablishedTable } from './established-table.tsx';

test('an amount that is small in the unit of its column gets enough decimals and is never 0', () => {
  const small = {
    code: 'A01',
    name: 'Heat pumps',
    stage: 'construction',
    money: { minor: '30000', currency: 'CNY' },
  } as const;
  render(
    <LanguageProvider value="en">
      <EstablishedTable
        overview={{ ...sampleOverview, established: [small] }}
        link={({ code }) => code}
      />
    </LanguageProvider>,
  );
  const cells = screen
    .getAllByRole('row')
    .map((row) => row.querySelector('td.data-table_right')?.textContent);
  expect(cells).toContain('CN¥0.0003mn');
  expect(cells).not.toContain('CN¥0.00mn');
});

test('the total names every currency, hidden ones included, and the head names the unit of each', () => {
  const yen = {
    code: 'A02',
    name: 'Pumps',
    stage: 'construction',
    money: { minor: '8080000000', currency: 'JPY' },
  } as const;
  const groups = sampleOverview.strip.groups.map((group) =>
    group.group === 'established'
      ? {
          ...group,
          amounts: [...group.amounts, { minor: '8080000000', currency: 'JPY' }],
          held_back: ['USD'],
        }
      : group,
  );
  const strip = { ...sampleOverview.strip, groups };
  render(
    <LanguageProvider value="en">
      <EstablishedTable
        overview={{ ...sampleOverview, strip, established: [yen] }}
        link={({ code }) => code}
      />
    </LanguageProvider>,
  );
  expect(screen.getByRole('columnheader', { name: 'Planned investment' })).toBeDefined();
  const foot = screen.getByRole('row', { name: /^Total/ }).querySelector('td.data-table_right');
  expect(
    [...(foot?.querySelectorAll('.data-table_sum') ?? [])].map((one) => one.textContent),
  ).toEqual(['CN¥2.8bn', 'JP¥8.08bn', 'amounts in USD not shown']);
});

test('a status distinguishes a stale record, a record without planned dates and one on its original date', () => {
  const project = (code: string, more: object) =>
    ({ code, name: code, stage: 'construction', ...more }) as const;
  const established = [
    project('A', { light: 'stale', slippage_days: 0 }),
    project('B', { light: 'not_known' }),
    project('C', { light: 'on_track' }),
    project('D', { light: 'on_track', slippage_days: 0 }),
  ];
  render(
    <LanguageProvider value="en">
      <EstablishedTable overview={{ ...sampleOverview, established }} link={({ code }) => code} />
    </LanguageProvider>,
  );
  const status = (code: string) =>
    screen.getByRole('row', { name: new RegExp(`^${code} `) }).querySelector('td:last-child')
      ?.textContent;
  expect(['A', 'B', 'C', 'D'].map(status)).toEqual([
    'Stale',
    'Not known',
    'On track',
    'On schedule',
  ]);
});

test('a column of amounts of which none is known names no unit', () => {
  const { strip } = sampleOverview;
  const groups = strip.groups.map((group) => ({ ...group, amounts: [] }));
  const established = [{ code: 'A03', name: 'Pumps', stage: 'construction' }] as const;
  render(
    <LanguageProvider value="en">
      <EstablishedTable
        overview={{ ...sampleOverview, strip: { ...strip, groups }, established }}
        link={({ code }) => code}
      />
    </LanguageProvider>,
  );
  expect(screen.getByRole('columnheader', { name: 'Planned investment' })).toBeDefined();
});

test('the total gives the number of projects with a known amount', () => {
  const groups = sampleOverview.strip.groups.map((group) =>
    group.group === 'established' ? { ...group, count: 7, undisclosed: 2 } : group,
  );
  const established = [{ code: 'A03', name: 'Pumps', stage: 'construction' }] as const;
  const strip = { ...sampleOverview.strip, groups };
  render(
    <LanguageProvider value="en">
      <EstablishedTable
        overview={{ ...sampleOverview, strip, established, headline: { before: {} } }}
        link={({ code }) => code}
      />
    </LanguageProvider>,
  );
  expect(
    screen.getByRole('rowheader', { name: 'Total of 5 of 7 projects with an amount' }),
  ).toBeTruthy();
});

// seen to fail: 50 of 560,000 projects had 1,100 of the 3,225 elements of the overview
test('of more projects than a page lists, the largest 20 have a row', () => {
  const established = Array.from({ length: 50 }, (_, at) => ({
    code: `A${at}`,
    name: `Project ${at}`,
    stage: 'construction' as const,
    money: { minor: String(9_000_000_000 - at), currency: 'CNY' },
  }));
  const draw = (count: number) => {
    const groups = sampleOverview.strip.groups.map((group) =>
      group.group === 'established' ? { ...group, count } : group,
    );
    const strip = { ...sampleOverview.strip, groups };
    const { container, unmount } = render(
      <LanguageProvider value="en">
        <MemoryRouter>
          <EstablishedTable
            overview={{ ...sampleOverview, strip, established }}
            link={({ code }) => code}
            all="/projects?stage=construction"
          />
        </MemoryRouter>
      </LanguageProvider>,
    );
    const list = screen.queryByRole('link', { name: 'See all' })?.getAttribute('href');
    const codes = [...container.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    const text = container.textContent;
    unmount();
    return { codes, text, list };
  };
  expect(draw(50).codes).toHaveLength(50);
  expect(draw(50).list).toBeUndefined();
  const part = draw(560_000);
  expect(part.codes).toHaveLength(20);
  expect(part.codes.at(-1)).toContain('A19');
  expect(part.text).toContain('20 of 560,000');
  expect(part.list).toBe('/projects?stage=construction');
});
