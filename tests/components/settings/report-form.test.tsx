import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { reportSections } from '#domain/zone/report/report-template.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = zoneFormLabels.en;
const box = (name: string) => screen.getByRole('checkbox', { name });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the template of reports is chosen by names, order and lines, with its history', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/report' });
  const history = await screen.findByRole('heading', { name: t.history });
  const stored = async () => (await api.get<ZoneProfile>('/api/v1/zone')).report;
  expect(screen.getAllByRole('checkbox')).toHaveLength(reportSections.length);
  expect((box(t.report_definitions) as HTMLInputElement).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(t.issuer), { target: { value: 'Harbour Office' } });
  await userEvent.click(box(t.report_log));
  await press(t.report_down({ name: t.report_statement }));
  await press(t.save);
  await screen.findByText(t.saved);
  expect(await stored()).toEqual({
    issuer: { 'zh-CN': 'Harbour Office', ja: 'Harbour Office', en: 'Harbour Office' },
    sections: ['ledger', 'statement', ...reportSections.slice(2).filter((id) => id !== 'log')],
  });
  const section = history.closest('section') ?? document.body;
  await within(section).findByText(/Targets, Where the zone stands, Outlook/);
  await press(t.report_usual);
  fireEvent.change(screen.getByLabelText(t.issuer), { target: { value: '' } });
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'as before' } });
  await press(t.save);
  await screen.findByText(/as before/);
  expect(await stored()).toBeUndefined();
});

test('a report keeps one section besides those that it always has', async () => {
  await mountPage(SettingsPage, { address: '/settings/report' });
  await screen.findByRole('heading', { name: t.history });
  for (const one of screen.getAllByRole('checkbox'))
    if (!(one as HTMLInputElement).disabled) await userEvent.click(one);
  await press(t.save);
  expect(screen.getAllByText(t.report_none).length).toBeGreaterThan(0);
});
