import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sendWith } from '#web/data/transport.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
import { uiLabels } from '#web/ui/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = importPageLabels.en;
const p = previewLabels.en;
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => sendWith());

test('shows the indicators that a file of months creates, and asks once for the unnamed column', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const file =
    '月份,实际使用外资（万美元）,码头吞吐量（万吨）\n2021-03,2100,120\n2021-04,2450,131\n';
  fireEvent.change(input, { target: { files: [new File([file], 'm.csv')] } });
  const table = within(await screen.findByRole('table', { name: t.register_totals }));
  expect(table.getByRole('rowheader', { name: 'New indicator: Utilised FDI' })).toBeTruthy();
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: /^Answer/ }));
  // seen to fail: values of columns were counted as projects
  const head = `${p.question_of({ at: 1, n: 1 })} · ${p.changes_of({ n: 2 })}`;
  await waitFor(() => expect(document.body.textContent).toContain(head));
  await userEvent.click(await screen.findByText(p.accept_all));
  await screen.findByRole('rowheader', { name: /^New indicator: 码头吞吐量/ });
  await screen.findByText(p.ready);
  await userEvent.click(screen.getByRole('button', { name: p.import_values({ n: 2 }) }));
  await screen.findByText(t.done({ new: 2, changed: 0 }));
  const zone = await api.get<ZoneProfile>('/api/v1/zone');
  expect(zone.indicators.map(({ id }) => id)).toContain('fdi');
  expect(zone.indicators.some(({ name }) => name['zh-CN'].includes('码头吞吐量'))).toBe(true);
});

// seen on a phone: the button at the foot sent no reason and emptied the field
test('the main button sends the reason for a closed month that was typed above', async () => {
  const { api } = await mountPage(ImportPage, {
    address: '/import',
    before: async (_faults, api) => {
      const path = '/api/v1/indicators/companies/observations';
      await api.send('POST', path, { body: { period: '2021-03', value: '41' } });
      await api.send('POST', '/api/v1/periods/2021-03/close', { body: {} });
    },
  });
  await screen.findByText(t.drop);
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const file = '月份,入驻企业数\n2021-02,39\n2021-03,43\n';
  fireEvent.change(input, { target: { files: [new File([file], 'm.csv')] } });
  await screen.findByText(p.ready);
  const send = () =>
    userEvent.click(screen.getByRole('button', { name: p.import_values({ n: 2 }) }));
  await send();
  const reason = await screen.findByLabelText(uiLabels.en.problem_month_closed);
  await userEvent.type(reason, 'recounted');
  await send();
  await screen.findByText(t.done({ new: 1, changed: 1 }));
  const { items } = await api.get<{ items: { reason?: string }[] }>('/api/v1/revisions');
  expect(items[0]?.reason).toContain('recounted');
});
