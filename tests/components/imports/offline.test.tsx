import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import { sendWith } from '#web/data/transport.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
import { mountPage, type MountedPage } from '../../setup/pages/mounted-page.tsx';

const t = importPageLabels.en;
const p = previewLabels.en;
const register =
  'Project ID,Project name,Stage,Total investment（万元）,Last updated\nX1,Alpha,Signed,12000,2021-04-01\n';
beforeEach(() => sendWith((request) => fetch(new Request(request, { signal: null }))));
afterEach(() => {
  sendWith();
  onlineManager.setOnline(true);
});
const choose = () => {
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
  fireEvent.change(input, {
    target: { files: [new File([register], 'ours.csv', { type: 'text/csv' })] },
  });
};
/** The network fails for changes, and the browser may know it. */
const disconnect = ({ faults }: MountedPage, isKnown: boolean) => {
  faults.set({ kind: 'offline', where: ({ method }) => method !== 'GET' });
  if (isKnown) onlineManager.setOnline(false);
};
const connect = ({ faults }: MountedPage) => {
  faults.clear();
  onlineManager.setOnline(true);
};
const noConnection = async () =>
  expect((await screen.findByRole('alert')).textContent).toContain(uiLabels.en.problem_offline);
const projectsOf = async ({ api }: MountedPage) =>
  (await api.get<{ total: number }>('/api/v1/projects')).total;
const previewed = () => screen.findByRole('heading', { name: p.begins({ read: 1, to: 1 }) });
const importIt = () => userEvent.click(screen.getByRole('button', { name: p.import_n({ n: 1 }) }));
const answerIt = async () => {
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: /^Answer/ }));
};

for (const isKnown of [false, true]) {
  const when = isKnown ? 'that the browser knows of' : 'that nobody knows of';
  test(`without a connection, ${when}, a file is not sent, the page reports it, and the same file is sent again`, async () => {
    const page = await mountPage(ImportPage, { address: '/import' });
    await screen.findByText(t.drop);
    disconnect(page, isKnown);
    choose();
    await noConnection();
    expect(screen.getByText(t.drop)).toBeTruthy();
    connect(page);
    await userEvent.click(screen.getByRole('button', { name: t.again }));
    await previewed();
    expect(screen.queryByRole('alert')).toBeNull();
  });
  test(`without a connection, ${when}, an answer and a commit wait on the page, and nothing is lost`, async () => {
    const page = await mountPage(ImportPage, { address: '/import' });
    await screen.findByText(t.drop);
    choose();
    await previewed();
    disconnect(page, isKnown);
    await answerIt();
    await noConnection();
    // the question is still open
    expect(screen.getByText(/What is this file/, { selector: '.preview_card h4' })).toBeTruthy();
    connect(page);
    await answerIt();
    await screen.findByText(p.ready);
    disconnect(page, isKnown);
    await importIt();
    await noConnection();
    await previewed();
    expect(screen.getByText(p.ready)).toBeTruthy();
    expect(await projectsOf(page)).toBe(30);
    connect(page);
    await importIt();
    await screen.findByText(t.done({ new: 1, changed: 0 }));
    await waitFor(async () => expect(await projectsOf(page)).toBe(1));
  });
}

test('a commit whose response is lost is stored once', async () => {
  const page = await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  choose();
  await previewed();
  await answerIt();
  await screen.findByText(p.ready);
  let losses = 0;
  sendWith(async (request) => {
    const answer = await fetch(new Request(request, { signal: null }));
    if (new URL(request.url).pathname.endsWith('/commit') && losses === 0) {
      losses += 1;
      throw new TypeError('the connection ended');
    }
    return answer;
  });
  await importIt();
  await noConnection();
  await importIt();
  await screen.findByText(t.done({ new: 1, changed: 0 }));
  expect([losses, await projectsOf(page)]).toEqual([1, 1]);
});
