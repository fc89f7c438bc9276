import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import { watchHiddenFrames } from '../../setup/pages/hidden-frames.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// seen to fail: the page of changes offered no figure for other sites, and the server refused it
test('embeds the chart of changes from its page, with its two days', async () => {
  const layOut = watchHiddenFrames();
  const { api } = await mountPage(
    () => <ShareDialog route="changes" overview={sampleOverview} onClose={() => undefined} />,
    { address: '/changes' },
  );
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Zone site');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.place }), 'changes');
  await userEvent.type(screen.getByRole('textbox', { name: t.sites }), 'https://zone.example.org');
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  const code = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: t.code });
  await layOut(480);
  expect(code.value).toMatch(/^<iframe src="http[^"]*\/e\?i=[a-z2-7]{16}#hws_/);
  const { as_of, compare } = sampleOverview;
  const embed = { figure: 'changes', origins: ['https://zone.example.org'] };
  const { items } = await api.get<{ readonly items: readonly SharedLink[] }>('/api/v1/links');
  expect(items.map(({ view }) => view)).toEqual([{ page: 'changes', as_of, compare, embed }]);
});
