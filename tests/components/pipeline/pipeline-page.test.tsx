import { notKnownActionTexts } from '#domain/labels/projects/action.ts';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = pipelineLabels.en;
const table = (name: string) => screen.findByRole('table', { name });
const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent.trim());

test('stages show their projects, disclosed amounts and full days in stage', async () => {
  const { container } = await mountPage(PipelinePage, { address: '/pipeline?as_of=2021-04-16' });
  const stages = within(await table(t.stages));
  expect(cells(stages.getByRole('row', { name: /^Lead/ }))).toEqual([
    '6',
    '2',
    '1.22',
    '139',
    '184',
  ]);
  expect(cells(stages.getByRole('row', { name: /^At full capacity/ }))).toEqual([
    '0',
    '0',
    '—',
    '—',
    '—',
  ]);
  expect(cells(stages.getByRole('row', { name: /^Pipeline/ })).slice(0, 3)).toEqual([
    '20',
    '3',
    '5.12',
  ]);
  expect(stages.getByRole('columnheader', { name: `${t.disclosed} · CN¥ bn` })).toBeDefined();
  expect(container.textContent).toContain(t.on_hold({ n: '1', one: true }));
  expect(container.textContent).toContain(t.example);
});
test('items that need action are ordered by amount × days as on the overview, with the rule', async () => {
  const { container } = await mountPage(PipelinePage, { address: '/pipeline?as_of=2021-04-16' });
  await screen.findByRole('heading', { name: /^Needs action at least 9 projects/ });
  // a list before it has the targets behind plan
  const lists = [...container.querySelectorAll('.lists_list.lists_actions')];
  const rows = [...(lists.at(-1)?.querySelectorAll('li') ?? [])].map(
    ({ textContent }) => textContent,
  );
  expect(rows).toHaveLength(9);
  const b04 = rows.find((row) => row.includes('Project B04'));
  expect(b04).toContain('345 days, limit 180 days');
  expect(b04).toContain('49 days, limit 35 days');
  expect(container.textContent).toContain(detailLabels.en.action_order);
  expect(container.textContent).toContain(
    notKnownActionTexts({ undated: 0, not_judged: 4 }, 'en')[0],
  );
});
test('a move since the compared day links to its project', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?as_of=2021-04-16&cmp=2021-03-16' });
  const moves = within(await table(t.moves({ date: '16 March 2021' })));
  expect(cells(moves.getAllByRole('row')[1] as HTMLElement).slice(0, 2)).toEqual(['Signed', '1']);
  expect(moves.getByRole('link', { name: 'Project B03' }).getAttribute('href')).toContain(
    'sel=B03',
  );
});
test('the page asks for a compared day when there is none', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?cmp=none' });
  await screen.findByText(t.no_compare);
});
test('a day before the first project states it, and that nothing is stalled', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?as_of=2020-01-02&cmp=none' });
  await screen.findByText(t.none_on_day);
  await screen.findByText(detailLabels.en.nothing_to_do);
});
test('a day before the first known one states that nothing is known, and shows no count', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?as_of=2019-12-31&cmp=none' });
  await screen.findByText(
    'Projects are not known before 1 January 2020: the register begins on that day',
  );
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByText(detailLabels.en.nothing_to_do)).toBeNull();
});
test('an empty store links to the import', async () => {
  await mountPage(PipelinePage, {
    address: '/pipeline',
    before: async (_faults, api) =>
      void (await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } })),
  });
  await screen.findByText(t.none);
  expect(screen.getByRole('link', { name: t.import }).getAttribute('href')).toContain('/import');
});
test('the figure switches to its table and back', async () => {
  await mountPage(PipelinePage, { address: '/pipeline?tab.pipeline=table' });
  await screen.findByRole('columnheader', { name: 'Project ID' });
  await userEvent.click(screen.getByRole('button', { name: 'Chart' }));
  expect(screen.queryByRole('columnheader', { name: 'Project ID' })).toBeNull();
});
test.each(['offline', 'internal', 'malformed'] as const)(
  'when the API is %s, shows an error whose retry works',
  async (kind) => {
    const { faults } = await mountPage(PipelinePage, {
      address: '/pipeline',
      before: (set) => set.set({ kind, where: (request) => request.url.includes('/pipeline') }),
    });
    const alert = await screen.findByRole('alert');
    faults.clear();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await table(t.stages);
  },
);
test.each(languages)('%s: the page is translated', async (language) => {
  await mountPage(PipelinePage, { address: '/pipeline', language });
  await table(pipelineLabels[language].stages);
  await screen.findByRole('heading', { name: new RegExp(detailLabels[language].needs_action) });
});
