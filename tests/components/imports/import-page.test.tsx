import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { sendWith } from '#web/data/transport.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = importPageLabels.en;
const p = previewLabels.en;
// jsdom's XMLHttpRequest, which the upload takes for its progress, can't send a form of Node's. the
// stand-in for the network throws outside any promise when a request is given up
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
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
const importIt = (n = 2) => screen.getByRole('button', { name: p.import_n({ n }) });
const headline = (read: number, to: number) =>
  screen.findByRole('heading', { name: p.begins({ read, to }) });
const answerIt = () => userEvent.click(screen.getByRole('button', { name: /^Answer/ }));

test('previews a file, asks a question, imports it and undoes it', async () => {
  const { api, container } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await headline(2, 2);
  expect(screen.getByRole('table', { name: p.what_changes }).textContent).toContain('CN¥120mn');
  // pressed too early, the button leads to the question and stores nothing
  await userEvent.click(importIt());
  expect(document.activeElement?.textContent).toBe('What is this file?');
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);

  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await answerIt();
  await screen.findByText(p.ready);
  expect(container.textContent).toContain(p.none_open);
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 2, changed: 0 }));
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(2);

  const result = screen.getByText(t.done({ new: 2, changed: 0 })).closest('section');
  if (result === null) throw new Error('no result');
  await userEvent.click(within(result).getByRole('button', { name: t.undo }));
  await screen.findAllByText(t.undone);
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);
});
test('importing the same file again changes nothing', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await headline(2, 2);
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await answerIt();
  await screen.findByText(p.ready);
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 2, changed: 0 }));
  await userEvent.click(screen.getByRole('button', { name: t.another }));
  choose(register);
  await screen.findByRole('heading', { name: p.nothing_changes });
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(2);
});
test('a preview shows numbers, then questions one at a time, doubts by kind, and how the file was read', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  const rows = Array.from(
    { length: 5 },
    (_, i) => `A${i},Project ${i},${i < 2 ? 'Crystal gazing' : 'Signed'},${i + 1},soon`,
  );
  choose(`Code,Name,Stage,Total investment,Last updated\n${rows.join('\n')}\nTotal,,,12,\n`);
  await headline(5, 5);
  const headings = [
    ...document.querySelectorAll('.preview_preview > section > h3, .preview_sides > section > h3'),
  ].map((one) => one.firstChild?.textContent?.trim());
  expect(headings).toEqual([
    p.what_changes,
    p.totals,
    p.questions,
    p.doubts,
    p.recipe,
    p.understood,
  ]);
  expect(
    screen.getByText(p.total_more({ column: 'Total investment', row: 7, printed: '12', by: '3' })),
  ).toBeTruthy();
  // five cells that are no date are one line
  const doubts = screen.getByRole('table', { name: p.doubts });
  const line = within(doubts)
    .getByText(/Not a date/)
    .closest('tr') as HTMLElement;
  expect(within(line).getByText('5')).toBeTruthy();
  await userEvent.click(within(line).getByRole('button', { name: p.show_n({ n: 5 }) }));
  expect(document.querySelectorAll('.preview_doubtRows tbody tr')).toHaveLength(5);
  // a kind is named by what its rows have in common, not by the sentence of its first row
  expect(within(doubts).getByText('Printed totals that differ')).toBeTruthy();
  // one question is a card, the others are lines
  expect(document.querySelectorAll('.preview_card')).toHaveLength(1);
  for (const text of [/Which currency/, /Which unit/, /Which stage or status/])
    expect(screen.getByText(text)).toBeTruthy();
});
test('keys choose, answer and go back; search finds a currency by name', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose('Code,Name,Stage,Total investment\nA1,Alpha,Signed,100\n');
  await headline(1, 1);
  await userEvent.keyboard('1{Enter}');
  await screen.findByText(/Which currency/, { selector: 'h4' });
  await userEvent.type(screen.getByLabelText(p.search_currency), 'danish');
  await userEvent.click(screen.getByRole('radio', { name: /DKK/ }));
  await answerIt();
  await screen.findByText(/Which unit/, { selector: 'h4' });
  await screen.findByText(/^The register would have 1 project, .*100mn/);
  await userEvent.keyboard('{Backspace}');
  await waitFor(() =>
    expect(screen.queryByText(/Which currency/, { selector: 'h4' })).toBeTruthy(),
  );
  await userEvent.keyboard('{Escape}');
  await screen.findByText(t.drop);
});
// seen to fail: the hint said Enter, and the field of the name did nothing
test('Enter in the field of a written answer answers', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose('Code,Name,Stage,Total investment (EUR)\nA1,Alpha,Signed,100\n');
  await screen.findByText(/What is this file/, { selector: 'h4' });
  await userEvent.keyboard('2{Enter}');
  const question = /What is the name of that zone/;
  await screen.findByText(question, { selector: 'h4' });
  await userEvent.type(screen.getByLabelText(p.your_answer), 'Rana{Enter}');
  await waitFor(() => expect(screen.queryByText(question, { selector: 'h4' })).toBeNull());
});
test('rejects a file without a table, stores nothing and offers another choice', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose('%PDF-1.7 nothing here', 'plan.csv');
  // the words of a failure load with it
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('plan.csv'));
  expect(screen.getByText(t.drop)).toBeTruthy();
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);
});
test('a failed commit keeps preview and answers, and a retry succeeds', async () => {
  const { faults } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await headline(2, 2);
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await answerIt();
  await screen.findByText(p.ready);
  faults.set({
    kind: 'internal',
    where: (request) => new URL(request.url).pathname.endsWith('/commit'),
  });
  await userEvent.click(importIt());
  await screen.findByRole('alert');
  await headline(2, 2);
  faults.clear();
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 2, changed: 0 }));
});

test('a changed register renews the preview, keeps the answers, and can be imported', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(register);
  await headline(2, 2);
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await answerIt();
  await screen.findByText(p.ready);
  const form = new FormData();
  form.set('file', new File([register.split('\n').slice(0, 2).join('\n')], 'other.csv'));
  const { id } = (await (
    await api.send('POST', '/api/v1/imports?lang=en', { body: form })
  ).json()) as ImportPreview;
  await api.send('POST', `/api/v1/imports/${id}/commit`, {
    body: { answers: { file_kind: 'own_register' } },
  });
  await userEvent.click(importIt());
  await screen.findByText(p.stale);
  await screen.findByRole('heading', { name: p.grows({ read: 2, from: 1, to: 2 }) });
  expect(screen.getByText(p.ready)).toBeTruthy();
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 1, changed: 0 }));
  // the recipes of the page are those of the store
  expect(document.querySelector('#import-recipes')?.textContent).toContain(p.recipes_none);
});
// seen to fail: 3 projects were read and the register would begin with 2, without a reason
test('a preview names why the register gets fewer projects than were read', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(`${register}X3,Gamma,Material science,Withdrawn,500,2021-04-03\n`);
  const title = await headline(3, 2);
  expect(title.nextElementSibling?.textContent).toBe(p.rows_ended({ n: 1 }));
  await userEvent.click(screen.getByRole('button', { name: t.another }));
  choose(register);
  expect((await headline(2, 2)).nextElementSibling?.textContent).not.toContain(
    p.rows_ended({ n: 1 }),
  );
});
