import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, test, vi } from 'vitest';
import { analysisCharts } from '#charts/all-charts.ts';
import { analysisChartIds } from '#charts/labels/analysis-names.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { languages } from '#domain/values/language.ts';
import { ChartsPage } from '#web/features/charts/charts-page.tsx';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import type { Faults } from '#mocks/faults.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = chartsLabels.en;

describe.each(analysisChartIds)('the page of the chart %s', (id) => {
  it.each(languages)('has a claim, a drawing and a table in %s', async (language) => {
    const { container } = await mountPage(ChartsPage, {
      address: `/charts?chart=${id}`,
      language,
    });
    await waitFor(() =>
      expect(container.querySelector(`figure[data-figure="${id}"] h3`)?.textContent).toBeTruthy(),
    );
    await waitFor(() => expect(container.querySelector('.chart-live svg')).not.toBeNull());
    expect(container.querySelector('.chart-drawing')?.getAttribute('aria-label')).not.toBe('');
    const list = screen.getByRole('navigation', { name: chartsLabels[language].charts });
    expect(
      within(list).getByRole('link', { name: analysisCharts[id].name(language) }),
    ).toHaveProperty('ariaCurrent', 'page');
  });
});

test('a filter writes the words of the chart once, when its data are there', async () => {
  const { container } = await mountPage(ChartsPage, { address: '/charts?chart=breakdown' });
  const alt = () => container.querySelector('.chart-drawing')?.getAttribute('aria-label');
  await waitFor(() => expect(container.querySelector('.chart-live svg')).not.toBeNull());
  const filter = await screen.findByLabelText(term(projectFieldTerms, 'industry', 'en'));
  const before = alt();
  const words = vi.spyOn(analysisCharts.breakdown, 'words');
  await userEvent.selectOptions(filter, 'eco');
  await waitFor(() => expect(alt()).not.toBe(before));
  expect(words).toHaveBeenCalledTimes(1);
  words.mockRestore();
});

test('a chart is saved under a title of its own, changed and removed', async () => {
  const { container } = await mountPage(ChartsPage, { address: '/charts?chart=outlook' });
  const title = () => container.querySelector('figure[data-figure="outlook"] h3')?.textContent;
  await userEvent.click(await screen.findByRole('button', { name: t.save_chart }));
  const field = await screen.findByRole('textbox', { name: t.title });
  await userEvent.clear(field);
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  expect(screen.getByText(t.title_missing)).toBeTruthy();
  await userEvent.type(field, 'What is missing');
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await waitFor(() => expect(title()).toBe('What is missing'));
  await userEvent.click(screen.getByRole('button', { name: t.change }));
  await userEvent.type(screen.getByRole('textbox', { name: t.note }), 'For Monday');
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  expect(await screen.findByText(/For Monday/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: t.remove }));
  const dialog = screen.getByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: t.remove }));
  await waitFor(() => expect(title()).not.toBe('What is missing'));
});

// seen to fail: the page opened the breakdown, its first chart
// seen to fail: files had the note only if the chart also had a text
test('files of a saved chart with a note are those of the saved chart', async () => {
  const at = {
    address: '',
    before: async (_faults: unknown, api: TestApi) => {
      const flags = { is_shared: false, is_pinned: false, is_in_report: false };
      const body = { title: 'By stage', note: 'For Monday', view: { chart: 'funnel' }, ...flags };
      const saved = await api.send('POST', '/api/v1/saved-charts', { body });
      const { id } = (await saved.json()) as { readonly id: string };
      at.address = `/charts?chart=funnel&saved=${id}`;
    },
  };
  await mountPage(ChartsPage, at);
  await screen.findByText('For Monday');
  await userEvent.click(screen.getByRole('button', { name: /Export.*By stage/ }));
  const list = () => [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/funnel."]')];
  await waitFor(() => expect(list().length).toBeGreaterThan(2));
  for (const { href } of list()) expect(href).toMatch(/saved-charts\/[^/]+\/files\/funnel/);
});

test('an address with only the id of a saved chart opens that chart with its options', async () => {
  const view = { chart: 'distribution', measure: 'jobs_plan' };
  const flags = { is_shared: true, is_pinned: false, is_in_report: false };
  const at = {
    address: '/charts',
    before: async (_faults: Faults, api: TestApi) => {
      const body = { title: 'Jobs of single projects', view, ...flags };
      const reply = await api.send('POST', '/api/v1/saved-charts', { body });
      at.address = `/charts?saved=${((await reply.json()) as { id: string }).id}`;
    },
  };
  const { container } = await mountPage(ChartsPage, at);
  await waitFor(() =>
    expect(container.querySelector('figure[data-figure="distribution"] h3')?.textContent).toBe(
      'Jobs of single projects',
    ),
  );
});

test('an address of a removed saved chart reports it, and still shows the chart', async () => {
  const { container } = await mountPage(ChartsPage, {
    address: '/charts?chart=outlook&saved=g0123',
  });
  expect(await screen.findByText(t.gone)).toBeTruthy();
  await waitFor(() => expect(container.querySelector('figure')).not.toBeNull());
});

test('an option that the chart no longer has is named', async () => {
  await mountPage(ChartsPage, { address: '/charts?chart=outlook&by=old_breakdown' });
  expect(await screen.findByText(t.gone_options({ names: 'old_breakdown' }))).toBeTruthy();
});

// seen to fail: an industry that nobody has any more was left out without a word
test('groups that no project has are named, those of the settings are not', async () => {
  const query = 'industry=bio,old_industry&zone=life&versus=owner:Nobody';
  await mountPage(ChartsPage, { address: `/charts?chart=breakdown&${query}` });
  const names = 'Industry: old_industry; Owner: Nobody';
  expect(await screen.findByText(t.gone_groups({ names }))).toBeTruthy();
});

// seen to fail: the events of a series were said to be gone with its measure
test('a series without its measure keeps its other options', async () => {
  await mountPage(ChartsPage, { address: '/charts?chart=series&m=old_measure&event=signing' });
  expect(await screen.findByText(t.gone_options({ names: 'old_measure' }))).toBeTruthy();
});

test('a chart chosen in the select field starts without the options of the former chart', async () => {
  const { container } = await mountPage(ChartsPage, {
    address: '/charts?chart=outlook&by=old_breakdown',
  });
  const notice = t.gone_options({ names: 'old_breakdown' });
  await screen.findByText(notice);
  await userEvent.selectOptions(screen.getByLabelText(t.chart), 'breakdown');
  await waitFor(() =>
    expect(container.querySelector('figure[data-figure="breakdown"]')).not.toBeNull(),
  );
  expect(screen.queryByText(notice)).toBeNull();
});

test('the day of a comparison can be typed to its end, though a part of it is a day already', async () => {
  await mountPage(ChartsPage, { address: '/charts?chart=funnel&versus=2020-12-31' });
  const field = await screen.findByLabelText<HTMLInputElement>(t.other_day);
  await userEvent.clear(field);
  await userEvent.type(field, '2021-1-31');
  expect(field.isConnected).toBe(true);
  expect(field.value).toBe('2021-1-31');
  await userEvent.tab();
  expect(field.value).toBe('31 January 2021');
});

// seen to fail: country and investor offered all projects only, and units of nobody were offered
test('a comparison offers the groups that the register has', async () => {
  const facts = { name: 'Hall', country: 'KOR', investor: 'Investor A01' };
  await mountPage(ChartsPage, {
    address: '/charts?chart=breakdown',
    before: async (_: unknown, api: TestApi) => {
      await api.send('POST', '/api/v1/projects', { body: { code: 'H1', stage: 'signed', facts } });
    },
  });
  const kind = await screen.findByLabelText<HTMLSelectElement>(t.compare);
  const valuesOf = ({ options }: HTMLSelectElement) => [...options].map(({ value }) => value);
  await waitFor(() => expect(valuesOf(kind)).toEqual(expect.arrayContaining(['country'])));
  expect(valuesOf(kind)).not.toContain('unit');
  for (const [field, value] of [
    ['country', 'KOR'],
    ['investor', 'Investor A01'],
  ] as const) {
    await userEvent.selectOptions(kind, field);
    const name = term(projectFieldTerms, field, 'en');
    const group = await screen.findByLabelText<HTMLSelectElement>(name);
    await waitFor(() => expect(valuesOf(group)).toContain(value));
  }
});

// seen to fail: dates and words broke within a word, and many codes made rows of ten lines
test('the table of a chart keeps days on one line, and gives long texts a wide column', async () => {
  const { container } = await mountPage(ChartsPage, { address: '/charts?chart=timeline' });
  await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
  const table = await waitFor(() => {
    const element = container.querySelector('figure table');
    expect(element).not.toBeNull();
    return element;
  });
  const days = [...(table?.querySelectorAll('td') ?? [])].filter(({ textContent }) =>
    /^\d{1,2} [A-Z][a-z]{2} \d{4}$/.test(textContent),
  );
  expect(days.length).toBeGreaterThan(5);
  for (const day of days) expect(day.firstElementChild?.className).toContain('noWrap');
});
