import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { addFirstTargets } from '#domain/targets/setup/first-targets.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { SetupPage } from '#web/features/setup/setup-page.tsx';
import { sendWith } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// jsdom's XMLHttpRequest can't send a form of Node's
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => sendWith());

const t = setupLabels.en;
const year = Number(serverDay().slice(0, 4));
const annual = `Tax revenue, ${t.annual_of({ year: String(year) })}`;
const open = (named = true) =>
  mountPage(SetupPage, {
    address: '/setup',
    before: async (_faults, api) => {
      sessionStorage.clear();
      await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
      if (named)
        await api.send('POST', '/api/v1/zone', {
          body: { name: { en: 'Harbour' }, base_currency: 'USD' },
        });
    },
  });
const valuesOf = async (api: TestApi) =>
  (await api.get<ZoneProfile>('/api/v1/zone')).targets.map(({ value }) => value);

test('two managers who set one target at once see both values, and nothing is lost', async () => {
  const { api } = await open();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Tax revenue' }));
  fireEvent.change(screen.getByRole('textbox', { name: annual }), { target: { value: '32' } });
  const response = await api.send('GET', '/api/v1/zone');
  const zone = (await response.json()) as ZoneProfile;
  const row = {
    template: 'tax',
    unit: 'USD',
    power: 6,
    annual: '40000000',
    path: 'straight',
  } as const;
  const years = { year, final_year: year + 4, source: 'Other', today: serverDay() };
  const theirs = await api.send('PATCH', '/api/v1/zone', {
    body: addFirstTargets(zone, [row], years),
    headers: { 'if-match': response.headers.get('etag') ?? '' },
  });
  expect(theirs.status, await theirs.clone().text()).toBe(200);
  await userEvent.click(screen.getByRole('button', { name: t.targets_save }));
  await screen.findByRole('button', { name: t.keep_mine });
  expect(screen.getByRole('table').textContent).toMatch(/32.*40/);
  expect(await valuesOf(api)).toEqual(['40000000']);
  await userEvent.click(screen.getByRole('button', { name: t.keep_mine }));
  await expect.poll(() => valuesOf(api)).toEqual(['32000000']);
});
test('a wrong number is reported on save and not while it is typed', async () => {
  const { api } = await open();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Tax revenue' }));
  const field = screen.getByRole('textbox', { name: annual });
  fireEvent.change(field, { target: { value: '3x' } });
  expect(screen.queryByText(t.value_wrong)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: t.targets_save }));
  expect(screen.getByText(t.value_wrong)).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(await valuesOf(api)).toEqual([]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect((field as HTMLInputElement).value).toBe('');
});
// seen to fail: a level of jobs was compared with "the sum of the years"
test('a final level far above that of the year is compared with the year, never with a sum', async () => {
  await open();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Jobs' }));
  for (const [label, value] of [
    [t.annual_of({ year: String(year) }), '10'],
    [t.final_of({ year: String(year + 4) }), '100'],
  ] as const)
    fireEvent.change(screen.getByRole('textbox', { name: `Jobs, ${label}` }), {
      target: { value },
    });
  screen.getByText(t.ask_far_above({ annual: '10 jobs', final: '100 jobs', repair: '10 jobs' }));
});
// seen to fail: the page was lost, also after a reload, because the draft kept the number
test('a number with too many digits is reported beside its field', async () => {
  const { api } = await open();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Tax revenue' }));
  const field = screen.getByRole('textbox', { name: annual });
  fireEvent.change(field, { target: { value: '1'.repeat(30) } });
  await userEvent.click(screen.getByRole('button', { name: t.targets_save }));
  expect(screen.getByText(t.value_long)).toBeTruthy();
  expect(await valuesOf(api)).toEqual([]);
});
test('a step is skipped, describes the overview without it, and is done later', async () => {
  await open(false);
  await userEvent.click(await screen.findByRole('button', { name: `${t.skip}: ${t.month}` }));
  expect(screen.getByText(t.month_skipped, { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: t.resume }));
  expect(screen.queryByText(t.month_skipped, { exact: false })).toBeNull();
});

// seen to fail: an English page proposed dollars for every zone
test('the currency is a choice until the register gives it, and the hint says from what', async () => {
  const { api } = await open(false);
  // the preview has fields of that name too
  const currency = () =>
    screen.getAllByLabelText(t.currency, { selector: 'select' })[0] as HTMLSelectElement;
  expect((await screen.findByText(t.currency_hint)).textContent).toBe(t.currency_hint);
  expect(currency().value).toBe('');
  expect(screen.getByText(t.currency_first, { exact: false })).toBeTruthy();
  fireEvent.change(screen.getByLabelText(t.name_full), { target: { value: 'Rana' } });
  await userEvent.click(screen.getByRole('button', { name: t.name_save }));
  expect(screen.getByText(t.currency_missing)).toBeTruthy();
  const before = await api.send('GET', '/api/v1/zone');
  expect(before.status).toBe(404);
  const register = [
    'Project ID,Project name,Stage,Total investment (million),Currency',
    'R1,Battery,Signed,20,EUR',
    'R2,Harbour,Signed,30,NOK',
    'R3,Smelter,Signed,40,NOK',
  ].join('\n');
  const file = new File([register], 'register.csv', { type: 'text/csv' });
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is no field for a file.');
  fireEvent.change(input, { target: { files: [file] } });
  const proposal = t.currency_from_register({ n: '2', total: '3' });
  await screen.findByText(proposal);
  expect(currency().value).toBe('NOK');
  fireEvent.change(currency(), { target: { value: 'SEK' } });
  expect(screen.getByText(t.currency_differs({ n: '2', total: '3', code: 'NOK' }))).toBeTruthy();
});

// seen to fail: a register without an amount made a zone in yuan without a word
test('the chosen currency answers the question of a register without an amount', async () => {
  const { api } = await open(false);
  await screen.findByText(t.currency_hint);
  const register = 'Project ID,Project name,Stage,Last updated\nR1,Battery,Signed,2026-05-04\n';
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is no field for a file.');
  const file = new File([register], 'register.csv', { type: 'text/csv' });
  fireEvent.change(input, { target: { files: [file] } });
  const question = /Which currency is the zone’s own/;
  await screen.findByText(question, { selector: 'h4' });
  const currency = screen.getAllByLabelText(t.currency, { selector: 'select' })[0];
  if (currency === undefined) throw new Error('There is no field for the currency.');
  fireEvent.change(currency, { target: { value: 'PLN' } });
  await waitFor(() => expect(screen.queryByText(question, { selector: 'h4' })).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: /^Import 1/ }));
  await screen.findByText(t.register_done({ n: '1' }), { exact: false });
  expect((await api.get<ZoneProfile>('/api/v1/zone')).base_currency).toBe('PLN');
});

const chooseFile = (register: readonly string[]) => {
  const file = new File([register.join('\n')], 'register.csv', { type: 'text/csv' });
  const input = document.querySelector('input[type="file"]');
  if (input === null) throw new Error('There is no field for a file.');
  fireEvent.change(input, { target: { files: [file] } });
};
// seen to fail: the question about the amounts did not know the currency of the first step
test('the chosen currency is proposed for amounts without one', async () => {
  await open(false);
  await screen.findByText(t.currency_hint);
  const currency = screen.getAllByLabelText(t.currency, { selector: 'select' })[0];
  if (currency === undefined) throw new Error('There is no field for the currency.');
  fireEvent.change(currency, { target: { value: 'PLN' } });
  chooseFile(['Project ID,Project name,Stage,Total investment', 'R1,Battery,Signed,5200000']);
  await screen.findByText('PLN is proposed as the currency of the zone.');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^PLN/ }).checked).toBe(true);
});

const nameField = () => screen.getByLabelText<HTMLInputElement>(t.name_full);

// seen to fail: the field of the name was empty from the last answer to the import; later a name
// that was typed just before the import was lost
test('a name that is typed while the register has a question stays in its field until it is stored', async () => {
  const { api } = await mountPage(SetupPage, {
    address: '/setup',
    before: () => sessionStorage.clear(),
  });
  await screen.findByText(t.currency_hint);
  chooseFile([
    'Project ID,Project name,Stage,Total investment (EUR)',
    'R1,Battery,Signed,2000000',
    'R2,Harbour,Signed,3000000',
  ]);
  const answer = await screen.findByRole('button', { name: /^Answer/ });
  fireEvent.change(nameField(), { target: { value: 'Rana' } });
  await userEvent.click(answer);
  await screen.findByText(previewLabels.en.ready);
  expect(nameField().value).toBe('Rana');
  // seen to fail: the hint said that the title of the file gave the typed name
  expect(screen.queryByText(t.name_hint_title)).toBeNull();
  // the typed name answers by itself; while the file is read again, Import does nothing
  await screen.findByText('Rana', { selector: '.preview_line b' });
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: /^Import 2/ }));
  await screen.findByText(t.register_done({ n: '2' }), { exact: false });
  expect(nameField().value).toBe('Rana');
  expect((await api.get<ZoneProfile>('/api/v1/zone')).name.en).toBe('Rana');
});

// seen to fail: the button did nothing while the file was read again with an answer
test('a press of the import button while an answer is read imports afterwards, with the typed name', async () => {
  const reading = Promise.withResolvers<undefined>();
  sendWith(async (request) => {
    if (new URL(request.url).pathname.endsWith('/answers')) await reading.promise;
    return fetch(new Request(request, { signal: null }));
  });
  const { api } = await mountPage(SetupPage, {
    address: '/setup',
    before: () => sessionStorage.clear(),
  });
  await screen.findByText(t.currency_hint);
  chooseFile([
    'Project ID,Project name,Stage,Total investment (EUR)',
    'R1,Battery,Signed,2000000',
    'R2,Harbour,Signed,3000000',
  ]);
  const answer = await screen.findByRole('button', { name: /^Answer/ });
  fireEvent.change(nameField(), { target: { value: 'Rana' } });
  await userEvent.click(answer);
  await screen.findByText(importPageLabels.en.rereading);
  await userEvent.click(screen.getByRole('button', { name: /^Import 2/ }));
  reading.resolve(undefined);
  await screen.findByText(t.register_done({ n: '2' }), { exact: false });
  expect((await api.get<ZoneProfile>('/api/v1/zone')).name.en).toBe('Rana');
});

// seen to fail: a manager typed the name of the zone in step 1 and again as an answer in step 2
test('a name from the first step answers whose register it is: only its day is asked', async () => {
  await mountPage(SetupPage, { address: '/setup', before: () => sessionStorage.clear() });
  await screen.findByText(t.currency_hint);
  fireEvent.change(nameField(), { target: { value: 'Rana' } });
  chooseFile(['Project ID,Project name,Stage,Total investment (EUR)', 'R1,Battery,Signed,2000000']);
  await screen.findByText(/data date/, { selector: '.preview_card h4' });
  await userEvent.click(screen.getByRole('button', { name: /^Answer/ }));
  await screen.findByText(previewLabels.en.ready);
});

// seen to fail: the preview wrote 500,000万米ドル beside a wording of 50億米ドル
test('the preview writes a target as its wording does', async () => {
  const ja = setupLabels.ja;
  await mountPage(SetupPage, {
    address: '/setup',
    language: 'ja',
    before: async (_faults, api) => {
      sessionStorage.clear();
      await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
      await api.send('POST', '/api/v1/zone', {
        body: { name: { ja: '港湾地区' }, base_currency: 'USD' },
      });
    },
  });
  await userEvent.click(await screen.findByRole('checkbox', { name: '輸出入総額' }));
  fireEvent.change(screen.getByRole('combobox', { name: `輸出入総額, ${ja.unit}` }), {
    target: { value: 'USD:6' },
  });
  const field = `輸出入総額, ${ja.annual_of({ year: String(year) })}`;
  fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value: '5000' } });
  expect(screen.getByText(/輸出入総額が50億米ドルに達する/)).toBeTruthy();
  const preview = screen.getByRole('complementary', { name: ja.preview }).textContent;
  expect(preview).toContain('50億米ドル');
  expect(preview).not.toContain('万米ドル');
});

// seen to fail: the focus stayed on the button, far below the field that was missing
test.each(['finish', 'name_save'] as const)(
  '%s without a currency moves the focus to it',
  async (button) => {
    await open(false);
    await userEvent.type(await screen.findByLabelText(t.name_full), 'Harbour');
    await userEvent.click(await screen.findByRole('button', { name: t[button] }));
    const field = screen.getByRole('combobox', { name: t.currency });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByText(t.currency_missing)).toBeTruthy();
  },
);
