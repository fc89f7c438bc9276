import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reach } from '#web/data/query-client.ts';
import { LostPage } from '#web/loading/missing-code.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

beforeEach(() => {
  vi.spyOn(reach, 'check').mockResolvedValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});
const mountLostPage = async () => {
  const onReload = vi.fn();
  const { unmount } = await mountPage(() => <LostPage onReload={onReload} />, {
    address: '/month?lang=en',
  });
  return { onReload, unmount };
};

test('a page without its code reloads two seconds after the server answers', async () => {
  const { onReload } = await mountLostPage();
  expect(onReload).not.toHaveBeenCalled();
  await act(() => new Promise((resolve) => setTimeout(resolve, 2100)));
  expect(onReload).toHaveBeenCalledOnce();
});

test('a page without its code does not reload when the reader leaves it', async () => {
  const { onReload, unmount } = await mountLostPage();
  unmount();
  await act(() => new Promise((resolve) => setTimeout(resolve, 2100)));
  expect(onReload).not.toHaveBeenCalled();
});
