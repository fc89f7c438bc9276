import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { SharedLink } from '#contract/links/schemas.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { linkListLabels, shareLabels } from '#web/features/links/labels/index.ts';
import { LinksPage } from '#web/features/links/list/links-page.tsx';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { draft } from '../../setup/api/links.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
const Dialog = () => (
  <ShareDialog route="overview" overview={sampleOverview} onClose={() => undefined} />
);
const setRules = async (api: TestApi, link_policy: LinkPolicy): Promise<void> => {
  const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
  const body = { link_policy, reason: 'rules' };
  const { status } = await api.send('PATCH', '/api/v1/zone', {
    body,
    headers: { 'if-match': etag },
  });
  expect(status).toBe(200);
};
const openDialog = async (rules: LinkPolicy) => {
  const page = await mountPage(Dialog, {
    address: '/overview',
    before: (_, api) => setRules(api, rules),
  });
  await screen.findByRole('textbox', { name: t.name });
  return page;
};
// the server's day in these tests
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => void vi.useRealTimers());

test('without rules of the zone everything is offered', async () => {
  await openDialog({});
  expect(screen.getByRole('button', { name: t.live })).toBeDefined();
  expect(screen.getByRole('option', { name: t.data })).toBeDefined();
  expect(screen.getByRole('combobox', { name: t.place })).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(t.until).value).toBe('8 August 2021');
  expect(screen.getByLabelText<HTMLInputElement>(t.password).required).toBe(false);
});

test('a forbidden option is not offered, and the dialog gives the reason', async () => {
  await openDialog({
    longest_days: 30,
    password_required: true,
    downloads_forbidden: true,
    live_forbidden: true,
  });
  expect(screen.queryByRole('button', { name: t.live })).toBeNull();
  expect(screen.queryByRole('option', { name: t.data })).toBeNull();
  expect(screen.queryByRole('combobox', { name: t.place })).toBeNull();
  const until = screen.getByLabelText<HTMLInputElement>(t.until);
  expect(until.value).toBe('9 June 2021');
  fireEvent.change(until, { target: { value: '2021-06-10' } });
  expect(until.validationMessage).toContain('9 June 2021');
  expect(screen.getByLabelText<HTMLInputElement>(t.password_needed).required).toBe(true);
  for (const why of [t.rule_live, t.rule_data, t.rule_password, t.rule_days({ n: 30 })])
    expect(screen.getByText(why, { exact: false })).toBeDefined();
});

test('a link that follows the rules is made', async () => {
  const { api } = await openDialog({ longest_days: 5, live_forbidden: true });
  await userEvent.type(screen.getByRole('textbox', { name: t.name }), 'Ministry{Enter}');
  await screen.findByRole('textbox', { name: t.address });
  const { items } = await api.get<{ items: readonly SharedLink[] }>('/api/v1/links');
  expect(items.map(({ expires_at }) => expires_at.slice(0, 10))).toEqual(['2021-05-15']);
});

test('the list marks a link that was made before the rules, and extends it only within them', async () => {
  const list = linkListLabels.en;
  await mountPage(LinksPage, {
    address: '/links',
    before: async (_, api) => {
      const body = { name: 'Ministry', ...draft, exports: 'data' };
      expect((await api.send('POST', '/api/v1/links', { body })).status).toBe(201);
      await setRules(api, { longest_days: 30, downloads_forbidden: true, live_forbidden: true });
    },
  });
  const rules = [list.rule_longest_days, list.rule_downloads_forbidden, list.rule_live_forbidden];
  await screen.findByText(list.against_rules({ rules: rules.join(', ') }));
  await userEvent.click(screen.getByRole('button', { name: list.renew }));
  const until = await screen.findByLabelText<HTMLInputElement>(list.until);
  await waitFor(() => expect(until.value).toBe('9 June 2021'));
  fireEvent.change(until, { target: { value: '2021-06-10' } });
  expect(until.validationMessage).toContain('9 June 2021');
  fireEvent.change(until, { target: { value: '2021-06-01' } });
  expect(until.validationMessage).toBe('');
});
