import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { savedNoticeLabels } from '#web/features/targets/labels/index.ts';
import { sendWith } from '#web/data/transport.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { mountPage, type MountedPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => {
  sessionStorage.clear();
  sendWith();
});
const t = indicatorLabels.en;
const zoneOf = ({ api }: Pick<MountedPage, 'api'>) => api.get<ZoneProfile>('/api/v1/zone');
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const companies = '/settings/targets?indicator=companies&period=final';
const valueLabel = t.value_in({ unit: 'companies' });

test('an indicator is removed with its targets and a reason, after a warning, and Undo restores it', async () => {
  const page = await mountPage(SettingsPage, { address: companies });
  await screen.findByLabelText(valueLabel);
  await press(t.tab_indicator);
  await press(t.remove_indicator);
  expect(document.activeElement).toBe(screen.getByLabelText(t.reason_removed));
  expect(screen.getByText(/^Its target goes with it: Final more than 200/)).toBeTruthy();
  expect(screen.getByText(/values stay in the history/)).toBeTruthy();
  await press(t.remove_named({ name: 'Companies' }));
  expect(screen.getByText(t.fault_no_removal_reason)).toBeTruthy();
  expect((await zoneOf(page)).indicators.some(({ id }) => id === 'companies')).toBe(true);
  type(t.reason_removed, 'Not measured any more.');
  await press(t.remove_named({ name: 'Companies' }));
  const isThere = async () => {
    const { indicators, targets } = await zoneOf(page);
    return [
      indicators.some(({ id }) => id === 'companies'),
      targets.some(({ indicator }) => indicator === 'companies'),
    ];
  };
  await waitFor(async () => expect(await isThere()).toEqual([false, false]));
  const notice = (await screen.findByText(/^Saved/)).closest('[tabindex]');
  await waitFor(() => expect(document.activeElement).toBe(notice));
  await userEvent.click(await screen.findByRole('button', { name: savedNoticeLabels.en.undo }));
  await waitFor(async () => expect(await isThere()).toEqual([true, true]));
});

// seen to fail: the page read the values of the removed indicator once more; after a repair of that
// it still did where it could not read the zone again
test.each([
  ['', false],
  [', nor where the zone cannot be read again', true],
])(
  'the removal of an indicator without values reads nothing that is not there%s',
  async (_, refuses) => {
    const missing: string[] = [];
    let isRemoved = false;
    sendWith(async (request) => {
      const isZone = new URL(request.url).pathname === '/api/v1/zone';
      if (refuses && isRemoved && isZone)
        return Response.json({ code: 'forbidden', status: 403 }, { status: 403 });
      const response = await fetch(new Request(request, { signal: null }));
      if (response.status === 404) missing.push(request.url);
      isRemoved ||= isZone && request.method === 'PATCH' && response.ok;
      return response;
    });
    const words = { 'zh-CN': '租金', ja: '賃料', en: 'Rent' };
    const page = await mountPage(SettingsPage, {
      address: '/settings/targets?indicator=rent',
      before: async (_, api) => {
        const { indicators } = await zoneOf({ api });
        const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
        const rent = { id: 'rent', kind: 'stock', unit: 'items', name: words, definition: words };
        await api.send('PATCH', '/api/v1/zone', {
          headers: { 'if-match': etag },
          body: { indicators: [...indicators, rent], reason: 'r' },
        });
      },
    });
    await screen.findByRole('button', { name: t.tab_indicator });
    await press(t.tab_indicator);
    await press(t.remove_indicator);
    type(t.reason_removed, 'Nobody measures it.');
    await press(t.remove_named({ name: 'Rent' }));
    await screen.findByRole('button', { name: savedNoticeLabels.en.undo });
    expect((await zoneOf(page)).indicators.some(({ id }) => id === 'rent')).toBe(false);
    expect(missing).toEqual([]);
  },
);

test('an indicator that a ratio uses cannot be removed, and the page names the ratio', async () => {
  const name = { 'zh-CN': '企均就业', ja: '一社当たり雇用', en: 'Jobs per company' };
  const ratio = { numerator: 'jobs', denominator: 'companies' };
  await mountPage(SettingsPage, {
    address: companies,
    before: async (_, api) => {
      const { indicators } = await zoneOf({ api });
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const per = { id: 'per', kind: 'ratio', unit: 'jobs', name, definition: name, ratio };
      await api.send('PATCH', '/api/v1/zone', {
        headers: { 'if-match': etag },
        body: { indicators: [...indicators, per], reason: 'r' },
      });
    },
  });
  await screen.findByLabelText(valueLabel);
  await press(t.tab_indicator);
  expect(screen.getByText(t.kept_by_ratios).textContent).toContain('Jobs per company');
  expect(screen.queryByRole('button', { name: t.remove_indicator })).toBeNull();
});

test('one target is removed with a reason; its indicator stays', async () => {
  const page = await mountPage(SettingsPage, { address: companies });
  await screen.findByLabelText(valueLabel);
  await press(t.remove_target);
  type(t.reason_removed, 'Withdrawn by the province.');
  await press(t.remove_target);
  await waitFor(async () =>
    expect((await zoneOf(page)).targets.some(({ indicator }) => indicator === 'companies')).toBe(
      false,
    ),
  );
  expect((await zoneOf(page)).indicators.some(({ id }) => id === 'companies')).toBe(true);
});
