import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendWith } from '#web/data/transport.ts';
import { importText } from '#web/i18n/import/text.ts';
import { ImportPage } from '#web/pages/import/import-page.tsx';
import { mountPage } from '../setup/mounted-page.tsx';

const t = importText.en;
// jsdom's XMLHttpRequest, which the upload takes for its progress, can't send a form of Node's.
beforeEach(() => sendWith((request) => fetch(request)));
afterEach(() => sendWith());
const register =
  'Project ID,Project name,Industry,Stage,Total investment (10,000 yuan),Last updated\nX1,Alpha,Material science,Signed,12000,2021-04-01\nX2,Beta,Bioengineering,In negotiation,,2021-04-02\n'.replace(
    '(10,000 yuan)',
    '（万元）',
  );
const choose = (text: string, name = 'ours.csv') => {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
  fireEvent.change(input, { target: { files: [new File([text], name, { type: 'text/csv' })] } });
};
const importIt = () => screen.getByRole('button', { name: t.commit });

test('a file is previewed, asked about, imported, shown and taken back', async () => {
  const { api, container } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await screen.findByText(t.preview({ file: 'ours.csv' }));
  expect(container.textContent).toContain('CN¥120mn');
  expect(importIt()).toHaveProperty('disabled', true);
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);

  const [ours] = screen.getAllByRole('radio');
  if (ours === undefined) throw new Error('not asked what the file is');
  await userEvent.click(ours);
  await waitFor(() => expect(importIt()).toHaveProperty('disabled', false));
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 2, changed: 0 }));
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(2);

  const result = screen.getByText(t.done({ new: 2, changed: 0 })).closest('section');
  if (result === null) throw new Error('no result');
  await userEvent.click(within(result).getByRole('button', { name: t.undo }));
  await screen.findAllByText(t.undone);
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);
});
test('a file that is no table is refused in words, nothing is stored, and another can be chosen', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose('%PDF-1.7 nothing here', 'plan.csv');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('plan.csv');
  expect(screen.getByText(t.drop)).toBeTruthy();
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);
});
test('a commit that fails keeps the preview and the answers, and works when it is tried again', async () => {
  const { faults } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await screen.findByText(t.preview({ file: 'ours.csv' }));
  const [ours] = screen.getAllByRole('radio');
  if (ours === undefined) throw new Error('not asked what the file is');
  await userEvent.click(ours);
  await waitFor(() => expect(importIt()).toHaveProperty('disabled', false));
  faults.set({ kind: 'internal', where: (request) => new URL(request.url).pathname.endsWith('/commit') });
  await userEvent.click(importIt());
  await screen.findByRole('alert');
  expect(screen.getByText(t.preview({ file: 'ours.csv' }))).toBeTruthy();
  faults.clear();
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 2, changed: 0 }));
});
