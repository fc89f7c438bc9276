import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { keepDraft, useTypedFields } from './use-draft.ts';

beforeEach(() => sessionStorage.clear());

const Form = () => <p>{useTypedFields('form').texts['name'] ?? 'nothing typed'}</p>;

// seen to fail: a page with a stored draft was discarded and drawn again at each reload
test('a page from the server is taken over as it is, and shows the kept draft then', async () => {
  const page = document.createElement('div');
  page.innerHTML = renderToString(<Form />);
  expect(page.textContent).toBe('nothing typed');
  keepDraft('form', { name: 'Rana' });
  const faults: unknown[] = [];
  await act(async () => {
    hydrateRoot(page, <Form />, { onRecoverableError: (error) => faults.push(error) });
  });
  expect(faults).toEqual([]);
  expect(page.textContent).toBe('Rana');
});
