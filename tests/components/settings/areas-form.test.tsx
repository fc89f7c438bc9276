import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Summary } from '#contract/projects/project-schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = zoneFormLabels.en;
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('areas in the register are proposed and added at once', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/areas' });
  await screen.findByRole('heading', { name: t.history });
  const zone = () => api.get<ZoneProfile>('/api/v1/zone');
  const { function_zones } = await zone();
  for (const { name } of function_zones)
    await userEvent.click(screen.getByRole('button', { name: t.remove_of({ name: name.en }) }));
  const [zone1] = function_zones;
  const groups = (await api.get<Summary>('/api/v1/summary?by=zone')).groups;
  const count = groups.find(({ key }) => key === zone1?.id)?.count ?? 0;
  expect(count).toBeGreaterThan(1);
  const areas = new RegExp(`${zone1?.id ?? ''} \\(${count} projects\\)`);
  expect(await screen.findByText(areas)).toBeTruthy();
  await press(t.take_areas({ n: function_zones.length }));
  const entry = screen.getByRole('group', { name: zone1?.id ?? '' });
  expect(within(entry).getByText(`${count} projects`)).toBeTruthy();
  await userEvent.type(screen.getByLabelText(t.reason), 'As in the register');
  await press(t.save);
  await screen.findByText(t.saved);
  const ids = (await zone()).function_zones.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(function_zones.map(({ id }) => id).toSorted());
});
