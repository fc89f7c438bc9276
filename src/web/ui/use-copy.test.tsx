import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { useCopy } from './use-copy.ts';

test.each([
  ['a text that is copied', { writeText: () => Promise.resolve() }, 'copied'],
  [
    'a browser that refuses',
    { writeText: () => Promise.reject(new Error('denied')) },
    'copy_failed',
  ],
  ['a page without HTTPS, which has no clipboard', undefined, 'copy_failed'],
])('a copy button reports %s', async (_, clipboard, status) => {
  vi.stubGlobal('navigator', { clipboard });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { result } = renderHook(useCopy);
  expect(result.current.status).toBeUndefined();
  act(() => result.current.copy('text'));
  await waitFor(() => expect(result.current.status).toBe(status));
});
