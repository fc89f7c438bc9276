import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const [t, words] = [zoneFormLabels.en, targetsLabels.en];
const open = async (before?: (api: TestApi) => Promise<void>) => {
  await mountPage(SettingsPage, {
    address: '/settings/rules',
    before: (_faults, api) => before?.(api),
  });
  await screen.findByRole('heading', { name: t.history });
};

test('the preview of the plan has the targets that follow the plan of the zone', async () => {
  await open(async (api) => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const { targets } = await api.get<ZoneProfile>('/api/v1/zone');
    const [first] = targets;
    if (first === undefined) throw new Error('no target');
    const ofYear = {
      ...first,
      id: 'companies-2023',
      deadline: '2023-12-31',
      baseline_date: '2022-12-31',
      period: { kind: 'year', year: 2023 },
    };
    const body = {
      targets: [
        ...targets,
        ofYear,
        {
          ...ofYear,
          id: 'companies-2024',
          period: { kind: 'year', year: 2024 },
          deadline: '2024-12-31',
          plan: { path: 'straight' },
        },
      ],
      reason: 'Targets of years',
    };
    const changed = await api.send('PATCH', '/api/v1/zone', {
      body,
      headers: { 'if-match': etag },
    });
    expect(changed.status).toBe(200);
  });
  const heads = within(screen.getByRole('table', { name: words.preview }))
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(heads.filter((head) => head.startsWith('Companies'))).toEqual([
    'Companies',
    'Companies, 2023',
  ]);
});

// seen to fail: a zone without targets read that every target has a plan of its own
test('the preview says that no target follows the plan only where there are targets', async () => {
  const change = (targets: (all: ZoneProfile['targets']) => unknown) => async (api: TestApi) => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const zone = await api.get<ZoneProfile>('/api/v1/zone');
    const changed = await api.send('PATCH', '/api/v1/zone', {
      body: { targets: targets(zone.targets), reason: 'Plans' },
      headers: { 'if-match': etag },
    });
    expect(changed.status, await changed.clone().text()).toBe(200);
  };
  await open(change(() => []));
  expect(screen.queryByText(words.preview_none)).toBeNull();
  cleanup();
  const withPlans = (all: ZoneProfile['targets']) =>
    all.map((target) => ({ ...target, plan: { path: 'straight' } }));
  await open(change(withPlans));
  expect(screen.getByText(words.preview_none)).toBeTruthy();
});

test('a new entry of a list takes the focus, and its removal gives it back', async () => {
  await mountPage(SettingsPage, { address: '/settings/partners' });
  const add = await screen.findByRole('button', { name: t.add_partner });
  await userEvent.click(add);
  const name = document.activeElement as HTMLInputElement;
  expect([name.tagName, name.labels?.[0]?.textContent]).toEqual(['INPUT', t.prop_name]);
  await userEvent.type(name, 'Harbour bank');
  const entry = within(name.closest('details')?.parentElement as HTMLElement);
  const remove = entry.getAllByRole('button', { name: /^Remove.*Harbour bank/ });
  await userEvent.click(remove[0] as HTMLElement);
  expect(document.activeElement).toBe(add);
});

test('thresholds out of order are named at the wrong one on save', async () => {
  await open();
  const on = screen.getByLabelText(words.threshold_on);
  fireEvent.change(on, { target: { value: '200' } });
  expect(screen.queryByText(words.fault_thresholds_order)).toBeNull();
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'Stricter' } });
  await userEvent.click(screen.getByRole('button', { name: t.save }));
  await waitFor(() => {
    expect(document.activeElement).toBe(on);
  });
  expect(document.getElementById(on.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    words.fault_thresholds_order,
  );
});
