import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { noteServerDay, noteServerTime, serverDay } from './server-clock.ts';
import { call, sendWith } from './transport.ts';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-05-10T23:59:00Z') }),
);
afterEach(() => {
  sendWith();
  vi.useRealTimers();
  noteServerTime(new Date().toUTCString());
});

test('today is the server’s day, from its page and each response, on a computer that is a year slow', async () => {
  expect(serverDay()).toBe('2020-05-10');
  noteServerDay('2021-05-11');
  expect(serverDay()).toBe('2021-05-11');
  vi.setSystemTime(new Date('2020-05-11T00:01:00Z'));
  expect(serverDay()).toBe('2021-05-12');
  sendWith(() =>
    Promise.resolve(new Response('{}', { headers: { date: 'Tue, 11 May 2021 23:58:00 GMT' } })),
  );
  await call(endpoints.health);
  expect(serverDay()).toBe('2021-05-11');
});
test('a response without a readable date changes nothing', () => {
  noteServerDay('2021-05-11');
  for (const date of [null, '', 'soon']) noteServerTime(date);
  expect(serverDay()).toBe('2021-05-11');
});
