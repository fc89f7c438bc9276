import { onlineManager, QueryClient } from '@tanstack/react-query';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import { mayRetry } from './problem-error.ts';
import { isAway, Reach } from './reachability.ts';
import { call } from './transport.ts';

/**
 * Of this page: its queries wait for it. The session is asked of the store each time, so its answer
 * is never one that was kept.
 */
export const reach = new Reach(() => call(firstViewEndpoints.session));
onlineManager.setEventListener((setOnline) =>
  reach.subscribe(() => setOnline(reach.state === 'well')),
);

const busyTries = 8;
/**
 * A query that failed so often although the server had answered in between is broken by itself, and
 * is asked for again now and then.
 */
const brokenTries = 3;
const brokenMs = 5 * 60_000;
/**
 * Full jitter: anywhere between now and a doubling limit of at most a minute, so that many pages
 * never return at once.
 */
const busyDelay = (attempt: number): number =>
  Math.random() * Math.min(60_000, 1000 * 2 ** attempt);

/**
 * Server data lives here only. The last values stay when a later call fails: the query that failed
 * waits until the server has
 * answered the page's one probe. The browser's idea of being offline decides
 * nothing, since a Headway on this computer answers without a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // asked once in any case; to be asked again it waits until `reach` is well
        networkMode: 'offlineFirst',
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => {
          if (!isAway(error)) return mayRetry(error) && failures < busyTries;
          if (failures < brokenTries) reach.failed();
          return failures < brokenTries;
        },
        retryDelay: (failures, error) => (isAway(error) ? 0 : busyDelay(failures)),
        refetchInterval: ({ state }) =>
          state.status === 'error' && mayRetry(state.error) ? brokenMs : false,
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * A reader asks for a query again. While all wait for the server it is asked whether it is back,
 * and then they go on together.
 */
export function askAgain({ refetch }: { readonly refetch: () => unknown }): void {
  if (reach.state === 'well') refetch();
  else reach.tryNow();
}
