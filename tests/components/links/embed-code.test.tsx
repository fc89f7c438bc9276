import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { watchHiddenFrames } from '../../setup/pages/hidden-frames.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
const Dialog = () => (
  <ShareDialog route="overview" overview={sampleOverview} onClose={() => undefined} />
);
const links = async (api: TestApi) =>
  (await api.get<{ readonly items: readonly SharedLink[] }>('/api/v1/links')).items;
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// seen to fail: another width was offered with the height of the former one
test('gives embed code for named sites, once the figure has been measured in its width', async () => {
  const layOut = watchHiddenFrames();
  const { api } = await mountPage(Dialog, { address: '/overview?m=jobs' });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Zone site');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.place }), 'progress');
  for (const label of [t.exports, t.heading, t.password])
    expect(screen.queryByLabelText(label)).toBeNull();
  await userEvent.type(
    screen.getByRole('textbox', { name: t.sites }),
    'https://Zone.example.org/a/page, http://intranet:8080',
  );
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  const code = (await screen.findByRole('textbox', { name: t.code })) as HTMLInputElement;
  const copy = screen.getByRole<HTMLButtonElement>('button', { name: t.copy_code });
  const expectNone = () => {
    screen.getByText(t.measuring);
    expect([code.value, copy.disabled]).toEqual(['', true]);
  };
  expectNone();
  await layOut(480);
  expect(copy.disabled).toBe(false);
  expect(code.value).toMatch(
    /^<iframe src="http[^"]*\/e\?i=[a-z2-7]{16}#hws_[\w-]{49}" title="[^"]+" width="100%" height="480" .*<script async src="http[^"]*\/embed.js"><\/script>$/,
  );
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.code_width }), '320');
  expectNone();
  await layOut(731.2);
  expect(code.value).toMatch(/ width="320" height="732" .*<\/iframe>$/);
  expect(code.value).not.toContain('site');
  expect(screen.queryByRole('img', { name: t.qr })).toBeNull();
  const [link] = await links(api);
  expect(link).toMatchObject({
    exports: 'none',
    view: {
      measure: 'jobs',
      embed: { figure: 'progress', origins: ['https://zone.example.org', 'http://intranet:8080'] },
    },
  });
});

test('without a preview only the code that adjusts itself is offered, and it can be tried again', async () => {
  const layOut = watchHiddenFrames();
  const { faults } = await mountPage(Dialog, {
    address: '/overview',
    before: (set) =>
      set.set({ kind: 'malformed', where: ({ url }) => url.endsWith('/links/preview') }),
  });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Zone site');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.place }), 'progress');
  await userEvent.type(screen.getByRole('textbox', { name: t.sites }), 'https://zone.example.org');
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  const code = await screen.findByRole<HTMLInputElement>('textbox', { name: t.code });
  const failure = within(await screen.findByRole('alert'));
  // its secret is not shown again
  expect(code.value).toMatch(/ width="100%" height="560" .*<script /);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.code_width }), '620');
  expect(code.value).toBe('');
  faults.clear();
  await userEvent.click(failure.getByRole('button'));
  await layOut(500);
  expect(code.value).toMatch(/ width="620" height="500" /);
});
