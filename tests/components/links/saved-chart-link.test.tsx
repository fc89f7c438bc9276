import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { watchHiddenFrames } from '../../setup/pages/hidden-frames.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
const c = chartLinkLabels.en;
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const words = {
  note: 'As stated by investors',
  annotations: [{ at: '5', unit: 'projects', text: 'Five of them' }],
};
/** Opens the dialog on a saved chart with this title, a note and a text. */
const openDialog = async (title: string) => {
  const at = {
    address: '',
    before: async (_faults: unknown, api: TestApi) => {
      const view = { chart: 'breakdown', measure: 'count' };
      const flags = { is_shared: true, is_pinned: false, is_in_report: false };
      const body = { title, view, ...words, ...flags };
      const saved = await api.send('POST', '/api/v1/saved-charts', { body });
      const { id } = (await saved.json()) as { readonly id: string };
      at.address = `/charts?chart=breakdown&m=count&saved=${id}`;
    },
  };
  return mountPage(
    () => <ShareDialog route="charts" overview={sampleOverview} onClose={() => undefined} />,
    at,
  );
};

// seen to fail: the link of a saved chart had the name of the chart instead of the saved title
test('a link to a saved chart has its title, as a page and as a figure of another site', async () => {
  const layOut = watchHiddenFrames();
  const title = 'Where the projects of 2021 stand';
  const { api } = await openDialog(title);
  const field = await screen.findByRole('textbox', { name: t.heading });
  expect((field as HTMLInputElement).value).toBe(title);
  const [, figure] = within(screen.getByRole('combobox', { name: t.place })).getAllByRole('option');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.place }), figure ?? []);
  await userEvent.type(screen.getByRole('textbox', { name: t.sites }), 'https://site.example');
  await userEvent.type(screen.getByRole('textbox', { name: t.name }), 'Partner{Enter}');
  const code = (await screen.findByRole('textbox', { name: t.code })) as HTMLTextAreaElement;
  await layOut(480);
  expect(code.value).toContain(`title="${title}"`);
  const { items } = await api.get<{ readonly items: readonly SharedLink[] }>('/api/v1/links');
  expect(items).toMatchObject([{ title, view: { embed: { figure: 'breakdown' } } }]);
});

// seen to fail: a link had neither the note nor the texts of its saved chart
test('a link has the words of its saved chart, which its sender reads and can leave out', async () => {
  const { api } = await openDialog('Where the projects of 2021 stand');
  const box = await screen.findByRole('checkbox', { name: new RegExp(c.words) });
  expect((box as HTMLInputElement).checked).toBe(true);
  for (const word of [words.note, 'Five of them']) screen.getByText(word, { exact: false });
  await userEvent.type(screen.getByRole('textbox', { name: t.name }), 'Partner{Enter}');
  await screen.findByRole('textbox', { name: t.address });
  await userEvent.click(screen.getByRole('button', { name: t.another }));
  await userEvent.click(await screen.findByRole('checkbox', { name: new RegExp(c.words) }));
  await userEvent.type(screen.getByRole('textbox', { name: t.name }), 'Public{Enter}');
  await screen.findByRole('textbox', { name: t.address });
  const { items } = await api.get<{ readonly items: readonly SharedLink[] }>('/api/v1/links');
  const byName = new Map(items.map(({ name, view }) => [name, view.chart?.words]));
  expect([byName.get('Partner'), byName.get('Public')]).toEqual([words, undefined]);
});
