import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { savedNoticeLabels } from '#web/features/targets/labels/index.ts';
import { decisionLabels } from '#web/features/work/labels/index.ts';
import { SettingsPage } from '#web/features/settings/settings-page.tsx';
import { mountPage, type MountedPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sessionStorage.clear());
const t = indicatorLabels.en;
const zoneOf = ({ api }: Pick<MountedPage, 'api'>) => api.get<ZoneProfile>('/api/v1/zone');
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** Presses the button with a name, in the drawer if the page has one too. */
const press = async (name: string) => {
  const button = (await screen.findAllByRole('button', { name })).at(-1);
  if (button !== undefined) await userEvent.click(button);
};
const companies = '/settings/targets?indicator=companies&period=final';
const valueLabel = t.value_in({ unit: 'companies' });

test('adds an indicator from a template with one click and sets an annual target in three parts', async () => {
  const page = await mountPage(SettingsPage, { address: '/settings/targets' });
  await userEvent.click(await screen.findByRole('button', { name: t.from_template }));
  await userEvent.click(await screen.findByRole('button', { name: /^Utilised FDI/ }));
  await press(t.add_indicator);
  const value = await screen.findByLabelText(t.value_in({ unit: 'US$ mn' }));
  expect(document.activeElement).toBe(value);
  expect((await zoneOf(page)).indicators.find(({ id }) => id === 'fdi')?.power).toBe(6);
  type(t.value_in({ unit: 'US$ mn' }), '39');
  for (const [at, part] of [
    ['North', '20'],
    ['South', '12'],
    ['Port', '4'],
  ].entries()) {
    await press(t.add_part);
    type(t.part_name({ n: at + 1 }), part[0] ?? '');
    type(t.part_value({ n: at + 1 }), part[1] ?? '');
  }
  expect(screen.getByText(t.not_assigned).nextSibling?.textContent).toBe('3');
  await press(t.save_target);
  const readTarget = async () =>
    (await zoneOf(page)).targets.find(({ indicator }) => indicator === 'fdi');
  await waitFor(async () => expect(await readTarget()).toBeDefined());
  const target = await readTarget();
  expect(target).toMatchObject({
    comparator: '>=',
    value: '39000000',
    plan: { path: 'straight' },
    split: { parts: [{ value: '20000000' }, { value: '12000000' }, { value: '4000000' }] },
  });
  expect(target?.period?.kind).toBe('year');
});

test('an indicator without a name is reported at its field, and the focus moves there', async () => {
  await mountPage(SettingsPage, { address: '/settings/targets' });
  await userEvent.click(await screen.findByRole('button', { name: t.add_indicator }));
  await press(t.add_indicator);
  const name = await screen.findByLabelText(t.name);
  await waitFor(() => {
    expect(document.activeElement).toBe(name);
  });
  expect(name.getAttribute('aria-invalid')).toBe('true');
});

test('a change of a stored value needs a reason and its source, and enters the history', async () => {
  const page = await mountPage(SettingsPage, { address: companies });
  await screen.findByLabelText(valueLabel);
  expect(screen.getByLabelText(t.source)).toHaveProperty(
    'value',
    'Zone announcement, 16 April 2021',
  );
  type(valueLabel, '250');
  await press(t.save_target);
  await screen.findByText(t.fault_no_reason);
  expect(screen.getByText(t.fault_no_source)).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  type(t.reason, 'Raised by the committee.');
  type(t.source, 'Decision 12');
  expect(screen.queryByText(t.fault_no_source)).toBeNull();
  await press(t.save_target);
  const row = (await screen.findByText(/Raised by the committee/)).closest('tr');
  expect(row?.textContent).toContain('200 → 250');
  expect(row?.textContent).toContain('Decision 12');
  expect((await zoneOf(page)).targets[0]).toMatchObject({ value: '250', source: 'Decision 12' });
  await press(savedNoticeLabels.en.undo);
  await waitFor(async () => expect((await zoneOf(page)).targets[0]?.value).toBe('200'));
});

test('an annual target above the final one raises one question and can still be saved', async () => {
  const page = await mountPage(SettingsPage, {
    address: '/settings/targets?indicator=companies&period=2022',
  });
  await screen.findByLabelText(valueLabel);
  type(valueLabel, '260');
  expect(screen.queryByText(t.it_is_right)).toBeNull();
  await press(t.save_target);
  await screen.findByText(t.ask_above_final({ final: '200', unit: 'companies' }));
  await press(t.repair_value({ value: '200', unit: 'companies' }));
  expect(screen.getByLabelText(valueLabel)).toHaveProperty('value', '200');
  type(valueLabel, '260');
  await press(t.it_is_right);
  await waitFor(async () =>
    expect((await zoneOf(page)).targets.find(({ id }) => id === 'companies-2022')?.value).toBe(
      '260',
    ),
  );
});

test('two managers at once: the second keeps the typed values and sees yours, theirs and the former ones', async () => {
  const page = await mountPage(SettingsPage, { address: companies });
  await screen.findByLabelText(valueLabel);
  type(valueLabel, '250');
  type(t.reason, 'Mine.');
  type(t.source, 'Decision 12');
  const zone = await zoneOf(page);
  const { etag } = await page.api.send('GET', '/api/v1/zone').then((response) => ({
    etag: response.headers.get('etag') ?? '',
  }));
  const changed = await page.api.send('PATCH', '/api/v1/zone', {
    headers: { 'if-match': etag },
    body: {
      targets: zone.targets.map((one) =>
        one.indicator === 'companies' ? { ...one, value: '230', source: 'Decision 11' } : one,
      ),
      reason: 'Theirs.',
    },
  });
  expect(changed.status).toBe(200);
  await press(t.save_target);
  const table = await screen.findByRole('table', { name: t.conflict });
  expect(within(table).getByRole('row', { name: /Value 250 230 200/ })).toBeTruthy();
  expect(screen.getByLabelText(valueLabel)).toHaveProperty('value', '250');
  await press(t.keep_mine);
  await press(t.save_target);
  await waitFor(async () => expect((await zoneOf(page)).targets[0]?.value).toBe('250'));
});

test('a checklist has items with planned and done days, proof and owner', async () => {
  const page = await mountPage(SettingsPage, { address: '/settings/targets' });
  const zone = await zoneOf(page);
  const words = zone.indicators.find(({ kind }) => kind === 'qualitative');
  if (words === undefined) throw new Error('no target in words');
  await userEvent.click(await screen.findByRole('link', { name: words.name.en }));
  await userEvent.click(await screen.findByRole('button', { name: t.add_item }));
  type(t.item_name({ n: 1 }), 'Roads');
  type(t.item_planned, '2021-06-30');
  type(t.item_proof, 'Certificate 7');
  await press(t.save_target);
  await waitFor(async () =>
    expect(
      (await zoneOf(page)).targets.find(({ indicator }) => indicator === words.id)?.items,
    ).toEqual([
      { id: 'item', name: { en: 'Roads' }, planned: '2021-06-30', proof: 'Certificate 7' },
    ]),
  );
});

test('a break in a series needs its month and reason', async () => {
  const page = await mountPage(SettingsPage, { address: companies });
  await screen.findByLabelText(valueLabel);
  await press(t.tab_indicator);
  await press(t.add_break);
  await press(t.save_indicator);
  await screen.findByText(t.fault_no_break_reason);
  type(t.break_month, '2021-02');
  type(t.break_reason, 'Branches are counted');
  await press(t.save_indicator);
  await waitFor(async () =>
    expect((await zoneOf(page)).indicators.find(({ id }) => id === 'companies')?.breaks).toEqual([
      { month: '2021-02', reason: 'Branches are counted' },
    ]),
  );
  // seen to fail: the history wrote 2021-02
  await screen.findByText('February 2021', { selector: 'b' });
});

test('a name in one language is enough for an indicator of one’s own', async () => {
  const page = await mountPage(SettingsPage, { address: '/settings/targets', language: 'zh-CN' });
  const zh = indicatorLabels['zh-CN'];
  await userEvent.click(await screen.findByRole('button', { name: zh.add_indicator }));
  await press(zh.add_indicator);
  await screen.findByText(zh.fault_no_name);
  type(zh.name, '跨境电商交易额');
  await press(zh.add_indicator);
  await waitFor(async () =>
    expect((await zoneOf(page)).indicators.at(-1)).toMatchObject({
      id: 'indicator',
      name: { 'zh-CN': '跨境电商交易额', ja: '跨境电商交易额', en: '跨境电商交易额' },
      kind: 'annual_flow',
      unit: 'CNY',
    }),
  );
});

test('indicators are filtered by owner, with those without an owner apart', async () => {
  await mountPage(SettingsPage, {
    address: '/settings/targets',
    before: async (_, api) => {
      await api.send('POST', '/api/v1/observations', {
        body: { values: [{ indicator: 'companies', period: '2021-04', value: '3' }] },
      });
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const { targets } = await api.get<ZoneProfile>('/api/v1/zone');
      const owned = targets.map((one) =>
        one.indicator === 'companies' ? { ...one, owner: 'Chen Yu' } : one,
      );
      const body = { targets: owned, reason: 'owner' };
      const options = { body, headers: { 'if-match': etag } };
      expect((await api.send('PATCH', '/api/v1/zone', options)).status).toBe(200);
    },
  });
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Owner' });
  const names = () =>
    [...document.querySelectorAll('a[data-row]')].map(({ textContent }) => textContent);
  const all = names().length;
  await userEvent.selectOptions(choice, 'Chen Yu (1)');
  expect(names()).toEqual(['Companies']);
  await userEvent.selectOptions(choice, `Not assigned (${all - 1})`);
  expect(names()).toHaveLength(all - 1);
});

test('the drawer lists the decisions on its target and adds one', async () => {
  const page = await mountPage(SettingsPage, {
    address: companies,
    before: async (_, api) => {
      await api.send('POST', '/api/v1/observations', {
        body: { values: [{ indicator: 'companies', period: '2021-04', value: '3' }] },
      });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: decisionLabels.en.add }));
  const form = screen.getByLabelText(decisionLabels.en.text).closest('form') as HTMLFormElement;
  fireEvent.change(screen.getByLabelText(decisionLabels.en.text), {
    target: { value: 'Visit ten suppliers' },
  });
  type(decisionLabels.en.decided_on, '2021-04-20');
  await userEvent.click(within(form).getByRole('button', { name: decisionLabels.en.save }));
  await screen.findByText('Visit ten suppliers');
  expect(await page.api.get('/api/v1/decisions?subject=target&subject_id=companies')).toMatchObject(
    {
      items: [{ text: 'Visit ten suppliers' }],
    },
  );
});

const ofNoTarget = '/settings/targets?period=final';
const withZone = async (api: MountedPage['api'], body: object) => {
  const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
  const changed = await api.send('PATCH', '/api/v1/zone', {
    body: { ...body, reason: 'A new zone' },
    headers: { 'if-match': etag },
  });
  expect(changed.status, await changed.clone().text()).toBe(200);
};

test('an address with a period alone opens the form of an indicator without a target', async () => {
  await mountPage(SettingsPage, {
    address: ofNoTarget,
    before: (_, api) => withZone(api, { targets: [] }),
  });
  const value = await screen.findByLabelText(valueLabel);
  expect(document.activeElement).toBe(value);
  await press(t.close);
  await waitFor(() => expect(screen.queryByLabelText(valueLabel)).toBeNull());
});

test('without any indicator it opens the templates with the focus on the first', async () => {
  await mountPage(SettingsPage, {
    address: ofNoTarget,
    before: (_, api) => withZone(api, { targets: [], indicators: [] }),
  });
  const drawer = await screen.findByRole('complementary', { name: t.add_indicator });
  expect(document.activeElement).toBe(within(drawer).getAllByRole('listitem')[0]?.firstChild);
});
