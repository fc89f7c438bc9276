import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
// the stand-in for the network throws outside any promise when a request is given up
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => sendWith());
const italian = readFileSync(join(import.meta.dirname, '../../fixtures/registro-it.csv'));
const choose = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
  fireEvent.change(input, { target: { files: [new File([bytes], name, { type: 'text/csv' })] } });
};
const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const read = () => waitFor(() => expect(screen.queryByText(t.rereading)).toBeNull());
const previewed = () =>
  screen.findByRole('heading', { level: 2, name: /read\. The register|nothing to import/i });
const importIt = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^Import \d+ project/ });
const ready = () => screen.findByText(p.ready);
const openPart = (title: string) =>
  userEvent.click(screen.getByText(title, { selector: 'summary b' }));
/** Answers the current question, with the proposal where nothing is chosen. */
const answerIt = async () => {
  await userEvent.click(screen.getByRole('button', { name: /^Answer/ }));
  await read();
};
const card = (text: RegExp) => screen.findByText(text, { selector: '.preview_card h4' });
const map = async (header: string, field: string) => {
  await userEvent.selectOptions(select(header), field);
  // seen to fail: the former field, until the file was read again
  expect(select(header).value).toBe(field);
  await read();
};

test('maps every unknown column and word; the next edition asks nothing', async () => {
  const { api } = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(new Uint8Array(italian), 'registro-it.csv');
  await previewed();
  await openPart(t.columns);
  for (const [header, field] of Object.entries({
    Pratica: 'project_id',
    Iniziativa: 'project_name',
    Proponente: 'investor_name',
    Avanzamento: 'stage',
    'Costo previsto': 'total_investment',
    Settore: 'industry',
    Interno: 'ignore',
  }))
    await map(header, field);
  await openPart(t.stage_words);
  for (const [word, stage] of Object.entries({
    'in cantiere': 'construction',
    'firmata convenzione': 'signed',
    'a regime': 'full_capacity',
  }))
    await map(word, stage);
  await card(/What is this file/);
  await userEvent.click(screen.getByRole('radio', { name: /The register of Qingdao/ }));
  await answerIt();
  await card(/Which currency/);
  await userEvent.type(screen.getByLabelText(p.search_currency), 'euro');
  await userEvent.click(screen.getByRole('radio', { name: /EUR/ }));
  await answerIt();
  await card(/Which unit/);
  await screen.findByText(p.would_be({ projects: 5, money: '€12.8mn' }));
  await userEvent.keyboard('2');
  await answerIt();
  await card(/data date/);
  await answerIt();
  expect(screen.getByRole('table', { name: p.what_changes }).textContent).toContain('€12.8mn');
  // A matched column is matched to another field, and back.
  await map('Nota', 'remark');
  expect(select('Nota').value).toBe('remark');
  await ready();
  await userEvent.click(importIt());
  await screen.findByText(t.done({ new: 5, changed: 0 }));
  expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(5);

  await userEvent.click(screen.getByRole('button', { name: t.another }));
  choose(new Uint8Array(italian), 'registro-it.csv');
  await previewed();
  expect(screen.getByText(p.ready)).toBeTruthy();
  await openPart(t.columns);
  expect(screen.getAllByText(t.how_remembered).length).toBeGreaterThan(5);
  expect(select('Avanzamento').value).toBe('stage');
});

test('restores a preview with its answers after a reload', async () => {
  let id = '';
  const before = async (
    _: unknown,
    api: { send: (m: 'POST', p: string, i: { body: FormData | object }) => Promise<Response> },
  ) => {
    const form = new FormData();
    form.set('file', new File(['项目编号,项目名称,阶段\nA,甲,在谈\n'], '台账.csv'));
    ({ id } = (await (
      await api.send('POST', '/api/v1/imports?lang=en', { body: form })
    ).json()) as ImportPreview);
    await api.send('POST', `/api/v1/imports/${id}/answers?lang=en`, {
      body: { answers: { file_kind: 'own_register', as_of: '2021-03-31' } },
    });
  };
  // The address is known only once the API has stored a preview.
  const at = {
    before,
    language: 'en' as const,
    get address() {
      return `/import?import=${id}`;
    },
  };
  await mountPage(ImportPage, at);
  await previewed();
  expect(screen.getByText(/What is this file/).textContent).toContain('The register of');
  expect(screen.getByText(p.ready)).toBeTruthy();
});

test('explains that a preview has expired and offers to choose a file', async () => {
  await mountPage(ImportPage, { address: '/import?import=00000000-0000-4000-8000-000000000000' });
  await screen.findByRole('alert');
  expect(screen.getByText(t.drop)).toBeTruthy();
});

test('shows the encoding and lets the reader change it', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose(
    new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/register-zh.csv'))),
    'zh.csv',
  );
  await previewed();
  await openPart(p.reading);
  expect(select(p.q_encoding).value).toBe('gb18030');
  await userEvent.selectOptions(select(p.q_encoding), 'windows-1252');
  await read();
  await waitFor(() => expect(select(p.q_encoding).value).toBe('windows-1252'));
  await userEvent.selectOptions(select(p.q_encoding), 'gb18030');
  await waitFor(() => expect(screen.getAllByText('项目编号').length).toBeGreaterThan(0));
});

test('folds notes and agreeing totals of a wide register, and counts words without a stage', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  const quarters = Array.from({ length: 12 }, (_, i) => `${i + 1}号完成`);
  const line = (first: string, value: string) =>
    `${first},${quarters.map(() => value).join(',')}\n`;
  const file =
    line('编号,项目名称,阶段,总投资（万元）', '').replace(/,+\n$/, `,${quarters.join(',')}\n`) +
    line('A,甲,三方会审,500', '5') +
    line('B,乙,在建,700', '7') +
    line('合计,,,1200', '12');
  choose(new TextEncoder().encode(file), '季度.csv');
  await previewed();
  await openPart(t.columns);
  const folded = screen
    .getByText(t.columns_kept({ n: 12 }))
    .closest('details') as HTMLDetailsElement;
  expect(folded.open).toBe(false);
  expect(within(folded).getByRole('combobox', { name: '12号完成', hidden: true })).toBeTruthy();
  expect(screen.getByText(p.more_agree({ n: 9 }))).toBeTruthy();
  await card(/What is this file/);
  await userEvent.keyboard('1');
  await answerIt();
  await card(/data date/);
  await answerIt();
  await card(/Which stage or status/);
  expect(screen.getByText(p.stays_unset({ n: 1 }))).toBeTruthy();
  const word = screen.getByRole('group', { name: /三方会审/ });
  await userEvent.click(within(word).getByRole('radio', { name: 'In negotiation' }));
  expect(
    screen.getByText(p.moves_to({ n: 1, stage: 'In negotiation', from: 0, to: 1 })),
  ).toBeTruthy();
  await answerIt();
  await ready();
  const stages = screen.getByRole('table', { name: p.stages });
  expect(
    within(stages)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['0', '1', '0', '0', '1', '0', '0', '0']);
});

test('asks about a doubtful encoding with lines of each reading, and blocks the import', async () => {
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  // è of windows-1252 is č of windows-1250
  const text = 'Project ID,Project name\nA1,Xqèq\n';
  choose(new Uint8Array([...text].map((char) => char.charCodeAt(0))), 'r.csv');
  await previewed();
  await userEvent.click(importIt());
  expect(document.activeElement?.textContent).toMatch(/Which of these readings/);
  screen.getByText('A1,Xqèq');
  await userEvent.click(screen.getByText('A1,Xqčq'));
  await answerIt();
  await openPart(p.reading);
  await waitFor(() => expect(select(p.q_encoding).value).toBe('windows-1250'));
});
