import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportSections, usualSections } from '#domain/zone/report/report-template.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sendWith } from '#web/data/transport.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { scheduleLabels } from '#web/features/zone/labels/schedule/index.ts';
import { logoPng } from '../../setup/documents/logos.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// an upload uses fetch, which the test answers
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => sendWith());
const t = { ...zoneFormLabels.en, ...scheduleLabels.en };
const box = (name: string) => screen.getByRole('checkbox', { name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('the template of reports is chosen by names, order and lines, with its history', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/report' });
  const history = await screen.findByRole('heading', { name: t.history });
  const readReport = async () => (await api.get<ZoneProfile>('/api/v1/zone')).report;
  const sections = within(screen.getByRole('group', { name: t.report_sections }));
  expect(sections.getAllByRole('checkbox')).toHaveLength(reportSections.length);
  expect((box(t.report_definitions) as HTMLInputElement).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(t.issuer), { target: { value: 'Harbour Office' } });
  await userEvent.click(box(t.report_log));
  await press(t.report_down({ name: t.report_statement }));
  await press(t.save);
  await screen.findByText(t.saved);
  expect(await readReport()).toEqual({
    issuer: { 'zh-CN': 'Harbour Office', ja: 'Harbour Office', en: 'Harbour Office' },
    sections: ['ledger', 'statement', ...usualSections.slice(2), 'log'],
  });
  const section = history.closest('section') ?? document.body;
  await within(section).findByText(/Targets, Where the zone stands, Outlook/);
  await press(t.report_usual);
  fireEvent.change(screen.getByLabelText(t.issuer), { target: { value: '' } });
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'as before' } });
  await press(t.save);
  await screen.findByText(/as before/);
  expect(await readReport()).toBeUndefined();
});

test('a report keeps one section besides the fixed ones', async () => {
  await mountPage(SettingsPage, { address: '/settings/report' });
  await screen.findByRole('heading', { name: t.history });
  const sections = within(screen.getByRole('group', { name: t.report_sections }));
  for (const one of sections.getAllByRole('checkbox') as HTMLInputElement[])
    if (one.checked && !one.disabled) await userEvent.click(one);
  await press(t.save);
  expect(screen.getAllByText(t.report_none).length).toBeGreaterThan(0);
});

test('a logo is uploaded, shown, saved, listed in the history and removed; another file is refused', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/report' });
  const history = await screen.findByRole('heading', { name: t.history });
  const choose = (file: File) =>
    fireEvent.change(screen.getByLabelText(t.logo), { target: { files: [file] } });
  choose(new File(['<svg/>'], 'logo.svg'));
  const refusal = t.logo_refused({ size: '512', least: '16', most: '4000' });
  await screen.findByText(refusal);
  choose(new File([logoPng({ width: 60, height: 20 })], 'emblem.png'));
  const picture = await screen.findByAltText(t.logo_preview({ file: 'emblem.png' }));
  expect(screen.queryByText(refusal)).toBeNull();
  await press(t.save);
  await screen.findByText(t.saved);
  const logoFile = (await api.get<ZoneProfile>('/api/v1/zone')).report?.logo;
  expect(picture.getAttribute('src')).toBe(`/api/v1/zone/logos/${logoFile?.sha256}`);
  expect(logoFile).toMatchObject({ file: 'emblem.png', width: 60, height: 20 });
  const section = history.closest('section') ?? document.body;
  await within(section).findByText(/emblem\.png/);
  expect(within(section).queryByText(/png$/)?.textContent).not.toBe('png');
  await press(t.logo_remove);
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'new name' } });
  await press(t.save);
  await screen.findByText(/new name/);
  expect((await api.get<ZoneProfile>('/api/v1/zone')).report).toBeUndefined();
});

test('the files of closed months are chosen with their languages, and no choice means none', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/report' });
  const history = await screen.findByRole('heading', { name: t.history });
  await screen.findByText(t.no_folder);
  await userEvent.click(box('Word (DOCX)'));
  expect((box('English') as HTMLInputElement).checked).toBe(true);
  await userEvent.click(box('日本語'));
  await press(t.save);
  await screen.findByText(t.saved);
  const readReport = async () => (await api.get<ZoneProfile>('/api/v1/zone')).report;
  expect(await readReport()).toEqual({ schedule: { formats: ['docx'], languages: ['ja', 'en'] } });
  const section = history.closest('section') ?? document.body;
  await within(section).findByText(/日本語, English/);
  await userEvent.click(box('Word (DOCX)'));
  fireEvent.change(screen.getByLabelText(t.reason), { target: { value: 'no more files' } });
  await press(t.save);
  await screen.findByText(/no more files/);
  expect(await readReport()).toBeUndefined();
});

test('written files are listed, and failed ones with the next try', async () => {
  const { api } = await mountPage(SettingsPage, { address: '/settings/report' });
  await screen.findByText(t.no_folder);
  const at = '2021-05-10T08:00:00Z';
  await api.db.write(async (trx) => {
    for (const [period, row] of [
      ['2021-03', { state: 'written', files: 1, error: null, next_try_at: null }],
      ['2021-04', { state: 'waiting', files: null, error: 'full', next_try_at: at }],
    ] as const)
      await trx
        .insertInto('report_delivery')
        .values({ origin: 'sample', period, closed_in: 1, attempts: 1, at, ...row })
        .execute();
  });
  await userEvent.click(box('PDF'));
  fireEvent(window, new Event('focus'));
  await press(t.save);
  await screen.findByText(/April 2021: not written. The folder is full. Next try: /);
  await screen.findByText(/March 2021: 1 file written, /);
});
