import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sendWith } from '#web/data/transport.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
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
  const ledger = within(await screen.findByRole('table', { name: t.ledger }));
  expect(ledger.getByRole('rowheader', { name: 'New indicator: Utilised FDI' })).toBeTruthy();
  await userEvent.click(await screen.findByText(p.accept_all));
  await screen.findByRole('rowheader', { name: /^New indicator: 码头吞吐量/ });
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: /^Answer/ }));
  await screen.findByText(p.ready);
  await userEvent.click(screen.getByRole('button', { name: p.import_values({ n: 2 }) }));
  await screen.findByText(t.done({ new: 2, changed: 0 }));
  const zone = await api.get<ZoneProfile>('/api/v1/zone');
  expect(zone.indicators.map(({ id }) => id)).toContain('fdi');
  expect(zone.indicators.some(({ name }) => name['zh-CN'].includes('码头吞吐量'))).toBe(true);
});
