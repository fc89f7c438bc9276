import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import { languages } from '#domain/values/language.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import { DemoShareDialog } from '#web/features/links/share/demo-share-dialog.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
const Dialog = () => (
  <ShareDialog route="overview" overview={sampleOverview} onClose={() => undefined} />
);
const links = async (api: TestApi) =>
  (await api.get<{ readonly items: readonly SharedLink[] }>('/api/v1/links')).items;
// the server's day in these tests
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => void vi.useRealTimers());

test('a name and Enter make a frozen link of totals for 90 days, whose secret is shown once', async () => {
  const { api } = await mountPage(Dialog, { address: '/overview?m=jobs' });
  const name = await screen.findByRole('textbox', { name: t.name });
  await userEvent.type(name, 'Ministry{Enter}');
  const address = (await screen.findByRole('textbox', { name: t.address })) as HTMLInputElement;
  expect(address.value).toMatch(/\/s\/[a-z2-7]{16}#hws_[\w-]{40,}$/);
  await screen.findByRole('img', { name: t.qr });
  const [link] = await links(api);
  expect(link).toMatchObject({
    name: 'Ministry',
    exports: 'pictures',
    view: { page: 'overview', measure: 'jobs' },
    has_password: false,
  });
  expect(link?.profile).toMatchObject({
    names: 'hidden',
    amounts: 'groups',
    smallest_group: 3,
    without: [],
  });
  expect(link?.frozen?.as_of).toBe('2021-04-16');
});

const { as_of, compare } = sampleOverview;
test.each([
  ['pipeline', { page: 'pipeline', as_of: '2021-04-16', compare: 'yoy' }, /^The pipeline as of/],
  ['changes', { page: 'changes', as_of, compare }, /^What changed from/],
  [
    'projects',
    { page: 'projects', as_of: '2021-04-16', filters: { stage: ['lead', 'signed'] } },
    t.without_search,
  ],
  ['month', { page: 'overview', as_of: '2021-04-16', compare: 'yoy' }, t.lead_other],
] as const)(
  'on the page %s that view is shared, or the overview, and the dialog states which',
  async (route, view, lead) => {
    const { api } = await mountPage(
      () => <ShareDialog route={route} overview={sampleOverview} onClose={() => undefined} />,
      {
        address: '/x?as_of=2021-04-16&cmp=yoy&stage=lead,signed&q=Acme',
      },
    );
    await screen.findByText(lead);
    expect(screen.queryByRole('combobox', { name: t.place }) !== null).toBe(
      route === 'month' || route === 'changes',
    );
    await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry{Enter}');
    await screen.findByRole('textbox', { name: t.address });
    expect((await links(api)).map((link) => link.view)).toEqual([view]);
  },
);

test('states that a link does not convert amounts', async () => {
  await mountPage(Dialog, { address: '/overview?cur=JPY' });
  await screen.findByText(t.without_rates);
});

test('makes the link with the chosen options', async () => {
  const { api } = await mountPage(Dialog, { address: '/overview' });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Partner');
  await userEvent.click(screen.getByRole('button', { name: t.full }));
  await userEvent.click(screen.getByText(t.more));
  await userEvent.click(screen.getByRole('checkbox', { name: t.changes }));
  await userEvent.type(screen.getByRole('textbox', { name: t.without }), 'A01, B04');
  await userEvent.click(screen.getByRole('button', { name: t.live }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.language }), 'ja');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.exports }), 'none');
  await userEvent.type(screen.getByLabelText(t.heading), 'For you');
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  await screen.findByRole('textbox', { name: t.address });
  const [link] = await links(api);
  expect(link).toMatchObject({
    name: 'Partner',
    title: 'For you',
    language: 'ja',
    exports: 'none',
  });
  expect(link?.frozen).toBeUndefined();
  expect(link?.profile).toMatchObject({
    names: 'registered',
    amounts: 'all',
    without: ['A01', 'B04'],
  });
  expect(link?.profile.sections).not.toContain('changes');
});
// Seen to fail: "in full" stated that small amounts were hidden, and frozen that the figures are
// "of now, for ever".
test('explains hidden amounts and the fixed day for each choice', async () => {
  await mountPage(Dialog, { address: '/overview' });
  await screen.findByText(t.one_link);
  screen.getByText('The figures are fixed at 16 April 2021 and will not change.');
  await userEvent.click(screen.getByRole('button', { name: t.full }));
  screen.getByText(t.full_registered);
  expect(screen.queryByText(t.one_link)).toBeNull();
  await userEvent.click(screen.getByText(t.more));
  await userEvent.click(screen.getByRole('checkbox', { name: new RegExp(`^${t.unregistered}`) }));
  screen.getByText(t.full_all);
  await userEvent.click(screen.getByRole('checkbox', { name: t.amounts }));
  expect(
    [t.one_link, t.full_registered, t.full_all].filter(
      (words) => screen.queryByText(words) !== null,
    ),
  ).toEqual([]);
  expect(shareLabels['zh-CN'].frozen_is({ date: '2026年10月31日' })).toBe(
    '数字定格在2026年10月31日，以后不变。',
  );
});

test('previews the recipient’s page in their language, without projects', async () => {
  await mountPage(Dialog, { address: '/overview' });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: t.language }), 'ja');
  await userEvent.click(screen.getByRole('button', { name: t.preview }));
  const dialog = await screen.findByRole('dialog', { name: t.preview_of });
  await within(dialog).findByText(readerLabels.ja.preview);
  expect(dialog.textContent).not.toMatch(/[AB]\d\d/);
  await userEvent.click(within(dialog).getByRole('button', { name: t.back }));
  await screen.findByRole('textbox', { name: t.name });
});
test('a failed creation shows the error and keeps the form', async () => {
  const { faults } = await mountPage(Dialog, {
    address: '/overview',
    before: (set) =>
      set.set({ kind: 'internal', where: (request) => request.url.endsWith('/links') }),
  });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry{Enter}');
  await screen.findByRole('alert');
  faults.clear();
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  await screen.findByRole('textbox', { name: t.address });
});
test('rejects an unknown code, since the link would show the project that was meant', async () => {
  const { api } = await mountPage(Dialog, { address: '/overview' });
  await userEvent.click(await screen.findByText(t.more));
  await userEvent.type(screen.getByRole('textbox', { name: t.without }), 'A01, A99');
  await userEvent.type(screen.getByRole('textbox', { name: t.name }), 'Partner{Enter}');
  await screen.findByText(t.without_unknown({ codes: 'A99' }));
  expect(await links(api)).toEqual([]);
});
test.each(languages)('%s: the demo shares the address of the view', async (language) => {
  await mountPage(() => <DemoShareDialog onClose={() => undefined} />, {
    address: '/overview',
    language,
  });
  await screen.findByText(shareLabels[language].demo_text);
  const address = (await screen.findByRole('textbox', {
    name: shareLabels[language].address,
  })) as HTMLInputElement;
  expect(address.value).toContain(`lang=${language}`);
});
test('rejects an invalid origin by name and creates no link', async () => {
  const { api } = await mountPage(Dialog, { address: '/overview' });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'A');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.place }), 'pipeline');
  await userEvent.type(screen.getByRole('textbox', { name: t.sites }), 'https://*.example.org');
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  await screen.findByRole('alert');
  expect(await links(api)).toEqual([]);
});
test('previews an embedded figure alone', async () => {
  await mountPage(Dialog, { address: '/overview' });
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: t.place }), 'pipeline');
  await userEvent.type(screen.getByRole('textbox', { name: t.sites }), 'https://zone.example.org');
  await userEvent.click(screen.getByRole('button', { name: t.preview }));
  const dialog = await screen.findByRole('dialog', { name: t.preview_of });
  await within(dialog).findByText(/data to 16 Apr 2021 · Headway/);
  expect(within(dialog).getAllByRole('figure')).toHaveLength(1);
});

test('warns about amounts that a live link or two links together disclose', async () => {
  const earlier = {
    page: 'projects',
    as_of: '2021-04-16',
    filters: { status: ['active'] },
  } as const;
  const body = {
    name: 'ministry',
    view: earlier,
    profile: redactionProfiles.totals,
    frozen: true,
    language: 'en',
    exports: 'none',
  };
  await mountPage(
    () => <ShareDialog route="projects" overview={sampleOverview} onClose={() => undefined} />,
    {
      address: '/projects?as_of=2021-04-16',
      before: async (_faults, api) =>
        void expect((await api.send('POST', '/api/v1/links', { body })).status).toBe(201),
    },
  );
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry');
  await screen.findByText(/^With another open link to the same reader/);
  await userEvent.click(screen.getByRole('button', { name: t.live }));
  await screen.findByText(/^This link is live and shows sums/);
});

test('a picture of totals and a fixed language are chosen, and the dialog states the contents of the picture', async () => {
  const { api } = await mountPage(Dialog, { address: '/overview' });
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry');
  const picture = screen.getByRole('checkbox', { name: t.picture });
  expect(screen.queryByText(t.picture_is)).toBeNull();
  await userEvent.click(picture);
  await screen.findByText(t.picture_is);
  await userEvent.click(screen.getByRole('checkbox', { name: t.fix_language }));
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  const address = await screen.findByRole<HTMLInputElement>('textbox', { name: t.address });
  expect(address.value).toMatch(/\/s\/[a-z2-7]{16}#hws_/);
  expect((await links(api))[0]).toMatchObject({ publish_picture: true, fixed_language: true });
});
test('with names or a password no picture is offered', async () => {
  await mountPage(Dialog, { address: '/overview' });
  await userEvent.click(await screen.findByRole('checkbox', { name: t.picture }));
  await userEvent.type(screen.getByLabelText(t.password), 'a long password');
  expect(screen.queryByRole('checkbox', { name: t.picture })).toBeNull();
  await userEvent.clear(screen.getByLabelText(t.password));
  expect(screen.getByRole('checkbox', { name: t.picture })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: t.names }));
  expect(screen.queryByRole('checkbox', { name: t.picture })).toBeNull();
});
test('the list of projects can be downloaded where its sender allows it', async () => {
  const { api } = await mountPage(
    () => <ShareDialog route="projects" overview={sampleOverview} onClose={() => undefined} />,
    { address: '/projects' },
  );
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry');
  expect(screen.queryByRole('option', { name: t.pictures })).toBeNull();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.exports }), t.list_data);
  await userEvent.click(screen.getByRole('button', { name: t.make }));
  await screen.findByRole('textbox', { name: t.address });
  expect((await links(api))[0]).toMatchObject({ exports: 'data', view: { page: 'projects' } });
});
