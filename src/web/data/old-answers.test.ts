import type { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { ageHeader } from '#contract/core/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import { refreshOld } from './query-client.ts';
import { call, onOldAnswer, sendWith } from './transport.ts';

test('an answer from before a change is requested again, once for all readers of it', async () => {
  vi.useFakeTimers();
  const invalidate = vi.fn();
  refreshOld({ invalidateQueries: invalidate } as unknown as QueryClient);
  const send = (headers: Record<string, string>) => {
    sendWith(() => Promise.resolve(new Response('{}', { headers })));
    return call(endpoints.overview);
  };
  await send({});
  await vi.advanceTimersByTimeAsync(5000);
  expect(invalidate).toHaveBeenCalledTimes(0);
  await send({ [ageHeader]: '0' });
  await send({ [ageHeader]: '1' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(invalidate).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
  onOldAnswer(undefined);
  sendWith();
});
