import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AddressRouter } from './address-router.tsx';
import { useEarlyReads } from './next-view.ts';
import { useViewState } from './use-view-state.ts';
import type { ViewState } from './view-state.ts';

const readOf = ({ industry }: ViewState) => ({
  queryKey: ['page', industry.join()],
  queryFn: () => Promise.resolve(`figures of ${industry.join()}`),
});
function Page() {
  const { view, change } = useViewState();
  useEarlyReads((next) => [readOf(next)]);
  const { data } = useQuery({ ...readOf(view), placeholderData: keepPreviousData });
  return (
    <>
      <button type="button" onClick={() => change({ industry: ['ict'] }, { atOnce: true })}>
        choose
      </button>
      <button type="button" onClick={() => change({ industry: ['ict'] })}>
        follow
      </button>
      <p role="status">{data}</p>
    </>
  );
}

/** Opens a page of the industry `eco` that has the figures of these industries. */
function open(has: readonly string[]): void {
  history.replaceState(null, '', '/?industry=eco');
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
  for (const one of has) client.setQueryData(['page', one], `figures of ${one}`);
  render(
    <AddressRouter>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
    </AddressRouter>,
  );
  // a browser does not wait for what React has planned
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
}
/** Presses a button. @returns what the page shows before the browser does anything else */
async function press(name: string): Promise<string | null> {
  screen.getByText(name).click();
  await Promise.resolve();
  return screen.getByRole('status').textContent;
}
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

// seen to fail: a frame with the former figures came between a choice and its figures
test('a choice whose figures the page has is drawn within its event', async () => {
  open(['eco', 'ict']);
  expect(await press('choose')).toBe('figures of ict');
  expect(location.search).toBe('?industry=ict');
});

test('a choice whose figures are not read yet is drawn in a transition', async () => {
  open(['eco']);
  expect(await press('choose')).toBe('figures of eco');
  await expect.poll(() => screen.getByRole('status').textContent).toBe('figures of ict');
});

test('a change that does not ask for it is drawn in a transition', async () => {
  open(['eco', 'ict']);
  expect(await press('follow')).toBe('figures of eco');
  await expect.poll(() => screen.getByRole('status').textContent).toBe('figures of ict');
});

test('the page follows the history of the window', async () => {
  open(['eco', 'ict']);
  await press('choose');
  history.back();
  await expect.poll(() => screen.getByRole('status').textContent).toBe('figures of eco');
});
