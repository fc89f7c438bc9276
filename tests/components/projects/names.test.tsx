import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { ChartsPage } from '#web/features/charts/charts-page.tsx';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import { ProjectsPage } from '#web/features/projects/projects-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = projectLabels.en;
beforeEach(() => sessionStorage.clear());
const make = async (api: TestApi) => {
  const facts = {
    name: '热泵项目',
    'names.en': 'Heat pumps',
    'names.ja': 'ヒートポンプ',
    investor: '北斗能源',
    'investor_names.en': 'Hokuto',
  };
  const body = { code: 'A-1', stage: 'negotiation', facts, valid_from: '2021-05-01' };
  expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
};
const open = (page: typeof ProjectPage, address: string) =>
  mountPage(page, { address, before: (_, api) => make(api) });

test('a page shows the names of its language, and the others among the facts', async () => {
  await open(ProjectPage, '/projects/A-1');
  await screen.findByRole('heading', { name: 'Heat pumps' });
  const facts = (await screen.findByText(projectListLabels.en.original_name)).closest('dl');
  expect(facts).not.toBeNull();
  const list = within(facts as HTMLElement);
  for (const name of ['Hokuto', '热泵项目', '北斗能源', 'ヒートポンプ']) list.getByText(name);
  expect(list.queryByText('Heat pumps')).toBeNull();
});

test('the list names the project in the language of the page', async () => {
  await open(ProjectsPage, '/projects');
  await screen.findByText('Heat pumps');
  expect(screen.queryByText('热泵项目')).toBeNull();
});

test('an original name in a known language is marked with it, in the list and on its page', async () => {
  const before = async (_: unknown, api: TestApi) => {
    const facts = {
      name: 'ヒートポンプ事業',
      investor: '北斗能源',
      'investor_names.zh-CN': '北斗能源',
    };
    const body = { code: 'A-2', stage: 'negotiation', facts, valid_from: '2021-05-01' };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  };
  const { unmount } = await mountPage(ProjectPage, { address: '/projects/A-2', before });
  const heading = await screen.findByRole('heading', { name: 'ヒートポンプ事業' });
  expect(heading.querySelector('[lang="ja"]')?.textContent).toBe('ヒートポンプ事業');
  const [investor] = await screen.findAllByText('北斗能源');
  expect(investor?.closest('[lang]')?.getAttribute('lang')).toBe('zh-CN');
  unmount();
  await mountPage(ProjectsPage, { address: '/projects', before });
  const name = await screen.findByText('ヒートポンプ事業');
  expect(name.closest('[lang]')?.getAttribute('lang')).toBe('ja');
});

test('the names in other languages are in a closed section, and each is saved', async () => {
  const { api } = await open(ProjectPage, '/projects/A-1');
  await userEvent.click(await screen.findByRole('button', { name: t.edit }));
  const section = (await screen.findByText(t.other_names)).closest('details');
  expect(section?.open).toBe(false);
  const english = within(section as HTMLElement).getByLabelText('Project name (English)');
  await userEvent.clear(english);
  await userEvent.type(english, 'Heat pump works');
  await userEvent.clear(within(section as HTMLElement).getByLabelText('Project name (Japanese)'));
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await screen.findByText(t.saved, { exact: false });
  const { name, names } = await api.get<ProjectDetail>('/api/v1/projects/A-1');
  expect([name, names]).toEqual(['热泵项目', { en: 'Heat pump works' }]);
});

test('an invisible character is named beside its field', async () => {
  await open(ProjectPage, '/projects/A-1');
  await userEvent.click(await screen.findByRole('button', { name: t.edit }));
  const english = await screen.findByLabelText('Project name (English)');
  await userEvent.click(english);
  await userEvent.paste('a\u0007b');
  expect(english.getAttribute('aria-describedby')).not.toBeNull();
  await screen.findByText(t.wrong_characters);
  expect((screen.getByRole('button', { name: t.save }) as HTMLButtonElement).disabled).toBe(true);
});

test('the filter by investor and the comparison of charts show its name in the language of the page', async () => {
  const investor = encodeURIComponent('北斗能源');
  const { unmount } = await open(ProjectsPage, `/projects?investor=${investor}`);
  expect(await screen.findByRole('option', { name: 'Hokuto' })).toHaveProperty('lang', '');
  unmount();
  const comparison = await open(ChartsPage, `/charts?chart=breakdown&versus=investor:${investor}`);
  await screen.findByRole('option', { name: 'Hokuto' });
  await waitFor(() => {
    expect(document.querySelector('figure')?.textContent).toContain('Hokuto');
    expect(document.querySelector('figure')?.textContent).not.toContain('北斗能源');
  });
  comparison.unmount();
  const filtered = await open(ChartsPage, `/charts?chart=breakdown&investor=${investor}`);
  await waitFor(() => {
    expect(document.querySelector('figure')?.textContent).toContain('Hokuto');
    expect(document.querySelector('figure')?.textContent).not.toContain('北斗能源');
  });
  filtered.unmount();
  const before = async (_: unknown, api: TestApi) => {
    const facts = { name: 'X', investor: '北斗能源', 'investor_names.zh-CN': '北斗能源' };
    const body = { code: 'A-3', stage: 'negotiation', facts, valid_from: '2021-05-01' };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
  };
  await mountPage(ProjectsPage, { address: `/projects?investor=${investor}`, before });
  await waitFor(() =>
    expect(screen.getByRole('option', { name: '北斗能源' })).toHaveProperty('lang', 'zh-CN'),
  );
});
