import type { QueryClient } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { copyHeader } from '#contract/core/offline.ts';
import { endpoints } from '#contract/endpoints.ts';
import { followCopies } from './copies.ts';
import { reach } from '#web/data/query-client.ts';
import { call, sendWith } from '#web/data/transport.ts';

afterEach(() => sendWith());

test('kept answers show the oldest moment until the server answers a probe; then all is read again once', async () => {
  const invalidate = vi.fn();
  const client = { invalidateQueries: invalidate } as unknown as QueryClient;
  followCopies(client);
  let isOffline = true;
  const probes: string[] = [];
  const keepAt = (at: number) => {
    sendWith((request) => {
      if (request.url.endsWith('/session')) probes.push(request.method);
      if (!isOffline) return Promise.resolve(new Response('{}'));
      if (request.url.endsWith('/session')) return Promise.reject(new TypeError('Failed to fetch'));
      const headers = { [copyHeader]: String(at) };
      return Promise.resolve(new Response('{}', { headers }));
    });
    return call(endpoints.overview);
  };
  await keepAt(1_600_000_500_000);
  await keepAt(1_600_000_000_000);
  await keepAt(1_600_000_900_000);
  expect([reach.copyTime, reach.state]).toEqual([1_600_000_000_000, 'away']);
  reach.tryNow();
  await waitFor(() => expect(probes).toEqual(['GET']));
  expect(reach.state).toBe('away');
  isOffline = false;
  await waitFor(() => {
    reach.tryNow();
    expect(reach.state).toBe('well');
  });
  expect(reach.copyTime).toBe(0);
  expect(invalidate).toHaveBeenCalledTimes(1);
});
