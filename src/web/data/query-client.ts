import { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './problem-error.ts';

const longestWaitMs = 60_000;
/** Full jitter: anywhere between now and a doubling limit of at most a minute, so that many pages never return at once. */
export const retryDelay = (attempt: number, random: () => number = Math.random): number =>
  random() * Math.min(longestWaitMs, 1000 * 2 ** attempt);

/**
 * Server data lives here only. The last values stay when a later call fails; the browser's idea of being offline decides
 * nothing, since a Headway on this computer answers without a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => mayRetry(error) && failures < 8,
        retryDelay: (attempt) => retryDelay(attempt),
        refetchInterval: (query) => (query.state.status === 'error' && mayRetry(query.state.error) ? longestWaitMs : false),
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
