import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Observation } from '#domain/zone/indicator.ts';
import type { ClosedPeriod } from '#domain/targets/period-close.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { TargetsPage } from '#web/features/targets/targets-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = targetsLabels.en;
const cell = (name: string, month: string) =>
  screen.findByLabelText(t.cell({ name, month })) as Promise<HTMLInputElement>;
const paste = (field: HTMLElement, text: string) =>
  fireEvent.paste(field, { clipboardData: { getData: () => text } });
const section = async (title: string): Promise<HTMLElement> => {
  const details = (await screen.findByRole('heading', { name: title })).closest('details');
  if (details === null) throw new Error('no section');
  details.open = true;
  return details;
};

test('asks for the unit of pasted money and saves three months as one change', async () => {
  const { api } = await mountPage(TargetsPage, { address: '/targets?month=2021-04' });
  paste(await cell('Companies', 'February 2021'), '39\t9,000\n41\t15,000\n43\tnot reported\n');
  await userEvent.click(await screen.findByRole('button', { name: '万元' }));
  await userEvent.click(screen.getByRole('button', { name: t.save_block({ n: 6 }) }));
  await screen.findByText(t.saved_block({ n: 6 }));
  const output = await api.get<{ items: Observation[] }>(
    '/api/v1/indicators/industrial_output/observations',
  );
  expect(output.items.map((o) => o.value ?? o.missing)).toEqual([
    '90000000',
    '150000000',
    'not_reported',
  ]);
  const companies = await api.get<{ items: Observation[] }>(
    '/api/v1/indicators/companies/observations',
  );
  expect(companies.items.map((o) => o.value)).toEqual(['39', '41', '43']);
  expect((await api.get<{ items: unknown[] }>('/api/v1/revisions')).items).toHaveLength(2);
});

test('keys move as in a spreadsheet, a tenfold value needs confirmation, and errors block the save', async () => {
  await mountPage(TargetsPage, { address: '/targets?month=2021-04' });
  const march = await cell('Companies', 'March 2021');
  await userEvent.click(march);
  await userEvent.keyboard('410{Enter}');
  expect(document.activeElement).toBe(await cell('Companies', 'April 2021'));
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(march);
  const save = screen.getByRole('button', { name: t.save_block({ n: 1 }) });
  expect(save).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('checkbox'));
  expect(save).toHaveProperty('disabled', false);
  await userEvent.clear(march);
  await userEvent.type(march, '4.5');
  expect(await screen.findByText(t.wrong_not_whole)).toBeTruthy();
});

test('the draft of closing a month survives a reload and ends with the close', async () => {
  sessionStorage.setItem('headway.close', JSON.stringify({ note: 'one value' }));
  await mountPage(TargetsPage, {
    address: '/targets?month=2021-04',
    before: async (_faults, { send }) => {
      await send('POST', '/api/v1/observations', {
        body: { values: [{ indicator: 'companies', period: '2021-03', value: '41' }] },
      });
    },
  });
  const note = await screen.findByLabelText(t.note);
  expect(note).toHaveProperty('value', 'one value');
  await userEvent.type(note, ' is late');
  expect(sessionStorage.getItem('headway.close')).toBe('{"note":"one value is late"}');
  await userEvent.click(
    screen.getByRole('button', { name: t.close_month({ month: 'March 2021' }) }),
  );
  await screen.findByText(t.closed_now({ month: 'March 2021' }));
  expect(sessionStorage.getItem('headway.close')).toBeNull();
});

test('closes a month with open points, marks later corrections, and asks for a reason to reopen', async () => {
  const { api } = await mountPage(TargetsPage, {
    address: '/targets?month=2021-04',
    before: async (_faults, { send }) => {
      await send('POST', '/api/v1/observations', {
        body: { values: [{ indicator: 'companies', period: '2021-03', value: '41' }] },
      });
    },
  });
  await screen.findByText(t.open_missing({ n: 2 }));
  await userEvent.click(
    screen.getByRole('button', { name: t.close_month({ month: 'March 2021' }) }),
  );
  await screen.findByText(t.closed_now({ month: 'March 2021' }));
  const march = await cell('Companies', 'March 2021');
  await userEvent.clear(march);
  await userEvent.type(march, '42');
  await userEvent.click(screen.getByRole('button', { name: t.save_block({ n: 1 }) }));
  await screen.findByText(t.changed_since({ value: '41' }));
  const reopen = screen.getByText(t.reopen);
  expect(reopen).toHaveProperty('disabled', true);
  await userEvent.type(screen.getByLabelText(t.reopen_reason), 'A firm was counted twice.');
  await userEvent.click(reopen);
  await waitFor(async () =>
    expect((await api.get<{ items: ClosedPeriod[] }>('/api/v1/periods')).items).toEqual([]),
  );
});

test('changes a target with a reason and keeps the old one in the history', async () => {
  const { api } = await mountPage(TargetsPage, { address: '/targets' });
  const targets = within(await section(t.targets));
  const value = targets.getByLabelText(new RegExp(`^${t.target_value} \\(companies`));
  await userEvent.clear(value);
  await userEvent.type(value, '250');
  const save = targets.getByRole('button', { name: t.save });
  fireEvent.change(targets.getByLabelText(t.reason), {
    target: { value: 'Raised by the committee.' },
  });
  // the old announcement can not be the source of the new value
  expect([
    save.hasAttribute('disabled'),
    targets.getAllByText(t.fault_source_unchanged).length > 0,
  ]).toEqual([true, true]);
  expect(targets.getAllByText(t.wording_outdated).length).toBe(1);
  const [source] = targets.getAllByLabelText(t.source);
  if (source === undefined) throw new Error('no source');
  fireEvent.change(source, { target: { value: 'Decision 12' } });
  expect(targets.queryByText(t.fault_source_unchanged)).toBeNull();
  await userEvent.click(save);
  await targets.findByText(t.saved);
  expect((await api.get<ZoneProfile>('/api/v1/zone')).targets[0]).toMatchObject({
    value: '250',
    source: 'Decision 12',
  });
  const history = within(await section(t.history));
  expect((await history.findByText(/Raised by the committee/)).textContent).toContain('200 → 250');
});

test('rejects thresholds out of order and changes the stages of established', async () => {
  const { api } = await mountPage(TargetsPage, { address: '/targets' });
  const plan = within(await section(t.plan));
  const on = plan.getByLabelText(t.threshold_on);
  await userEvent.clear(on);
  await userEvent.type(on, '200');
  await plan.findByText(t.fault_thresholds_order);
  const mapping = within(await section(t.mapping));
  await userEvent.selectOptions(mapping.getByLabelText('Signed'), 'established');
  await userEvent.type(mapping.getByLabelText(t.reason), 'Signed counts from 2021.');
  await userEvent.click(mapping.getByRole('button', { name: t.save }));
  await mapping.findByText(t.saved);
  expect((await api.get<ZoneProfile>('/api/v1/zone')).stage_mapping.established).toContain(
    'signed',
  );
});

test('records the day from which the register is complete, with a reason', async () => {
  const { api } = await mountPage(TargetsPage, { address: '/targets' });
  const part = within(await section(t.register_start));
  fireEvent.change(part.getByLabelText(t.complete_from), { target: { value: '2019-11-30' } });
  fireEvent.change(part.getByLabelText(t.complete_why), {
    target: { value: 'The first list of the zone is of that day.' },
  });
  await userEvent.type(part.getByLabelText(t.reason), 'first list found');
  await userEvent.click(part.getByRole('button', { name: t.save }));
  await part.findByText(t.saved);
  expect((await api.get<ZoneProfile>('/api/v1/zone')).complete_from).toEqual({
    date: '2019-11-30',
    reason: 'The first list of the zone is of that day.',
  });
  await userEvent.click(part.getByRole('button', { name: t.complete_none }));
  await userEvent.type(part.getByLabelText(t.reason), 'no such list');
  await userEvent.click(part.getByRole('button', { name: t.save }));
  await waitFor(async () =>
    expect(await api.get('/api/v1/zone')).not.toHaveProperty('complete_from'),
  );
});

test('a target names its source by title, not by id', async () => {
  await mountPage(TargetsPage, { address: '/targets' });
  const fields = await screen.findAllByLabelText<HTMLInputElement>(t.source);
  const named = fields.map(({ value }) => value);
  expect(named).toContain('Zone announcement, 16 April 2021');
  expect(named.join(' ')).not.toMatch(/zone-announcement/);
});
