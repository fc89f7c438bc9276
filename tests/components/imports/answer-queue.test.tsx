import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { sendWith } from '#web/data/transport.ts';
import { importPageLabels, previewLabels } from '#web/features/imports/labels/index.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = importPageLabels.en;
const p = previewLabels.en;
afterEach(() => sendWith());
const register =
  'Project ID,Project name,Stage,Total investment（万元）,Last updated,Risk\nX1,Alpha,Signed,12000,2021-04-01,low\n';

// seen to fail: the button did nothing, and the reader had to press it again
test('an answer that is given while the file is read again is sent afterwards', async () => {
  const reading = Promise.withResolvers<undefined>();
  sendWith(async (request) => {
    if (new URL(request.url).pathname.endsWith('/answers')) await reading.promise;
    return fetch(new Request(request, { signal: null }));
  });
  await mountPage(ImportPage, { address: '/import' });
  await screen.findByText(t.drop);
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
  fireEvent.change(input, {
    target: { files: [new File([register], 'ours.csv', { type: 'text/csv' })] },
  });
  await screen.findByText(/What is this file/, { selector: '.preview_card h4' });
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Risk', hidden: true }),
    'ignore',
  );
  await screen.findByText(t.rereading);
  await userEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
  const button = screen.getByRole('button', { name: p.answer });
  await userEvent.click(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
  reading.resolve(undefined);
  await screen.findByText(p.ready);
  expect(screen.getByText(p.none_open)).toBeTruthy();
});
