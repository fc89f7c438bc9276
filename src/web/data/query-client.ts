import { onlineManager, QueryClient } from '@tanstack/react-query';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import { mayRetry } from './problem-error.ts';
import { isAway, Reach } from './reachability.ts';
import { call, onOldAnswer } from './transport.ts';

/**
 * The reachability of this page, for which its queries wait. The session is read from the store
 * each time, so a response never comes from a cache.
 */
export const reach = new Reach(() => call(firstViewEndpoints.session));
onlineManager.setEventListener((setOnline) =>
  reach.subscribe(() => setOnline(reach.state === 'well')),
);

const busyTries = 8;
/**
 * After this many failures, while the server answered in between, a query counts as broken and is
 * retried rarely.
 */
const brokenTries = 3;
const brokenMs = 5 * 60_000;
/**
 * Full jitter: a random wait up to a doubling limit of at most a minute, so that many pages never
 * retry at once.
 */
const busyDelay = (attempt: number): number =>
  Math.random() * Math.min(60_000, 1000 * 2 ** attempt);

/**
 * The cache of server data. The last values stay when a later call fails; a failed query waits
 * until the one probe of the page succeeds. `navigator.onLine` is ignored, since a Headway on this
 * computer answers without a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // the first try is sent in any case; a retry waits until the server is reachable
        networkMode: 'offlineFirst',
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => {
          if (!isAway(error)) return mayRetry(error) && failures < busyTries;
          if (failures < brokenTries) reach.reportFailure();
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

/** Wait in ms before queries that had an answer from before a change are sent again. */
const oldMs = 2000;
/** Sends queries again some time after an answer from before a change, once for many. */
export function refreshOld(client: QueryClient): void {
  let waiting = false;
  onOldAnswer(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void client.invalidateQueries();
    }, oldMs);
  });
}

/**
 * Retries a query at the reader's request. While all queries wait for the server, one probe is
 * sent, and they resume together.
 */
export function refetchQuery({ refetch }: { readonly refetch: () => unknown }): void {
  if (reach.state === 'well') refetch();
  else reach.tryNow();
}
