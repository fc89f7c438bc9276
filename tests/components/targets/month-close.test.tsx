import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { MonthPage } from '#web/features/months/month-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = monthLabels.en;
const close = '/api/v1/periods/2021-04/close';

async function mountOwnMonth() {
  const values = [{ indicator: 'companies', period: '2021-04', value: '44' }];
  const mounted = await mountPage(MonthPage, {
    address: '/month?month=2021-04',
    before: async (_, api) => {
      await api.send('POST', '/api/v1/observations', { body: { values } });
    },
  });
  const button = await screen.findByRole('button', { name: /^Close April 2021/ });
  return { ...mounted, button };
}

test('a reopened month says who reopened it and why, and its closed figures can be opened', async () => {
  const { button } = await mountOwnMonth();
  await userEvent.click(button);
  await screen.findByText(t.as_closed);
  await userEvent.type(screen.getByLabelText(t.reopen_reason), 'The tax office corrected it.');
  await userEvent.click(screen.getByRole('button', { name: t.reopen }));
  const reason = await screen.findByText(/The tax office corrected it\./);
  expect(reason.closest('#m-close')?.contains(document.activeElement)).toBe(true);
  expect(screen.getByText(t.as_closed).getAttribute('href')).toMatch(
    /as_of=2021-04-30&known_at=|known_at=.*as_of=2021-04-30/,
  );
  expect(screen.getByText(/^Open again since/)).toBeTruthy();
});

// seen to fail: while a month was open again, its revised figures were marked nowhere
test('a month that is open again marks the figures revised since its first closing', async () => {
  const mounted = await mountPage(MonthPage, {
    address: '/month?month=2021-04',
    before: async (_, api) => {
      const save = (value: string) =>
        api.send('POST', '/api/v1/observations', {
          body: { values: [{ indicator: 'companies', period: '2021-04', value }] },
        });
      await save('44');
      await api.send('POST', close, { body: {} });
      const reopen = '/api/v1/periods/2021-04/reopen';
      await api.send('POST', reopen, { body: { reason: 'A company was counted twice.' } });
      await save('43');
    },
  });
  expect(await screen.findByText(t.changed)).toBeTruthy();
  expect(screen.getByText(/44.*43/)).toBeTruthy();
  expect(mounted.container.textContent).toContain(t.lead_reopened({ changed: 1 }));
});

test('a second closing shows the first one and keeps its own note', async () => {
  const { api, button } = await mountOwnMonth();
  await userEvent.type(screen.getByLabelText(t.optional({ label: t.close_note })), 'Mine');
  await api.send('POST', close, { body: { note: 'Theirs' } });
  await userEvent.click(button);
  await screen.findByText(t.as_closed);
  expect(screen.getByText('Theirs')).toBeTruthy();
  expect(screen.getByText(/“Mine”/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: t.note_forget }));
  await waitFor(() => expect(screen.queryByText(/“Mine”/)).toBeNull());
});
