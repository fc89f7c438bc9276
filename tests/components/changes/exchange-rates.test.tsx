import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { StoredExchangeRate } from '#contract/currencies/schemas.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { ratesLabels, savedNoticeLabels } from '#web/features/targets/labels/index.ts';
import { ChangesPage } from '#web/features/changes/changes-page.tsx';
import { ExchangeRates } from '#web/features/targets/exchange-rates/exchange-rates-section.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sessionStorage.clear());
const t = ratesLabels.en;
const Rates = () => <ExchangeRates currency="CNY" />;
const enter = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('adds a rate with day and source, lists its author, and removes it with a reason that stays listed', async () => {
  await mountPage(Rates, { address: '/settings/rates' });
  enter(t.day, '2021-03-31');
  enter(t.base, 'JPY');
  fireEvent.change(screen.getByLabelText(t.per_units), { target: { value: '100' } });
  enter(t.rate, '5.9');
  enter(t.rate, 'about 6');
  fireEvent.submit(screen.getByRole('button', { name: t.add }).closest('form') as HTMLFormElement);
  // each wrong field has its words at once, and the first has the focus
  expect(screen.getByText(t.fault_source)).toBeTruthy();
  expect(screen.getByText(t.fault_rate)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(t.rate));
  enter(t.rate, '5.9');
  // a reload would restore it
  expect(sessionStorage.getItem('headway.exchange-rates')).toContain('"rate":"5.9"');
  enter(t.source, 'CFETS');
  fireEvent.submit(screen.getByRole('button', { name: t.add }).closest('form') as HTMLFormElement);
  const row = (await screen.findByText('100 JPY = 5.9 CNY')).closest('tr') as HTMLElement;
  expect(row.textContent).toMatch(/31 Mar 2021.*CFETS.*This computer/);
  expect(screen.getByLabelText(t.rate)).toHaveProperty('value', '');
  fireEvent.click(within(row).getByText(t.take_away));
  const reason = await screen.findByRole('textbox', { name: /^Why .* is removed$/ });
  fireEvent.change(reason, { target: { value: 'no trading day' } });
  fireEvent.submit(reason);
  await screen.findByText(/removed by .*: no trading day$/);
  await screen.findByText(t.none);
});

// seen to fail: the note sent the reader to the import page
test('the note of a saved rate undoes it', async () => {
  await mountPage(Rates, { address: '/settings/rates' });
  enter(t.day, '2021-03-31');
  enter(t.base, 'USD');
  enter(t.rate, '6.57');
  enter(t.source, 'CFETS');
  fireEvent.submit(screen.getByRole('button', { name: t.add }).closest('form') as HTMLFormElement);
  await screen.findByText('1 USD = 6.57 CNY');
  await userEvent.click(await screen.findByRole('button', { name: savedNoticeLabels.en.undo }));
  await screen.findByText(savedNoticeLabels.en.undone);
  await screen.findByText(t.none);
});

// seen to fail: the form proposed yen for a register of euros and zlotys
test('proposes a currency of the register that has no rate, and nothing where each has one', async () => {
  await mountPage(Rates, {
    address: '/settings/rates',
    before: async (_, server) => {
      const form = new FormData();
      const rows = [
        'Project ID,Project name,Stage,Total investment (PLN)',
        'Z1,Dock,Signed,2000000',
      ];
      form.set('file', new File([rows.join('\n')], 'register.csv'));
      const upload = await server.send('POST', '/api/v1/imports', { body: form });
      const { id } = (await upload.json()) as ImportPreview;
      const answers = { file_kind: 'own_register', as_of: '2021-03-31' };
      const commit = await server.send('POST', `/api/v1/imports/${id}/commit`, {
        body: { answers },
      });
      expect(commit.status, await commit.text()).toBe(200);
    },
  });
  const base = await screen.findByLabelText<HTMLInputElement>(t.base);
  await waitFor(() => expect(base.value).toBe('PLN'));
  expect(screen.getByText(t.without_rate({ currencies: 'PLN (Polish Zloty)' }))).toBeTruthy();
  enter(t.day, '2021-01-31');
  enter(t.rate, '1.8');
  enter(t.source, 'CFETS');
  fireEvent.submit(base.closest('form') as HTMLFormElement);
  await screen.findByText('1 PLN = 1.8 CNY');
  await waitFor(() => expect(base.value).toBe(''));
});

test('names a wrong pasted row and sends nothing until all rows are right', async () => {
  const { api, container } = await mountPage(Rates, { address: '/settings/rates' });
  const area = container.querySelector('textarea') as HTMLTextAreaElement;
  fireEvent.change(area, {
    target: { value: '2021-03-31\tJPY\t100\t5.9\tCFETS\n2021-03-31\tUSD\t1\t6,5\tCFETS' },
  });
  expect(screen.getByText(t.wrong_row({ row: 2, what: t.fault_rate }))).toBeTruthy();
  expect(screen.getByRole('button', { name: t.add_pasted({ n: 1 }) })).toHaveProperty(
    'disabled',
    true,
  );
  fireEvent.change(area, { target: { value: area.value.replace('6,5', '6.5') } });
  await userEvent.click(screen.getByRole('button', { name: t.add_pasted({ n: 2 }) }));
  await waitFor(async () =>
    expect(
      (await api.get<{ items: StoredExchangeRate[] }>('/api/v1/exchange-rates')).items.map(
        (rate) => rate.base,
      ),
    ).toEqual(['JPY', 'USD']),
  );
});

test('converts changes on request, names the rate, and reports a missing one', async () => {
  const { api, container } = await mountPage(ChangesPage, {
    address: '/changes?as_of=2025-02-28&cmp=2024-06-30',
    before: async (_, server) => {
      await server.send('POST', '/api/v1/samples', { body: { sample: 'example_zone' } });
    },
  });
  const choice = (await screen.findByLabelText(changesLabels.en.show_as)) as HTMLSelectElement;
  expect(container.textContent).toContain('Currencies not converted');
  await userEvent.selectOptions(choice, 'each_day');
  await screen.findAllByText(
    /Currencies not converted, a rate is missing: JPY on or before 30 Jun 2024/,
  );
  const rate = {
    base: 'JPY',
    quote: 'CNY',
    day: '2020-01-31',
    per_units: 100,
    rate: '6.3',
    source: 'CFETS',
  };
  expect(
    (await api.send('POST', '/api/v1/exchange-rates', { body: { rates: [rate] } })).status,
  ).toBe(201);
  await userEvent.selectOptions(choice, 'closing_day');
  await screen.findByText(/Converted to CNY: both days at the second day’s rate/);
  expect(container.textContent).toContain('100 JPY = 6.3 CNY (31 Jan 2020, CFETS)');
});
