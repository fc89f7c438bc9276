import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { noteServerDay, noteServerTime, serverDay } from './server-clock.ts';
import { noteTimeZone, zoneDay } from '#web/i18n/zone-time.ts';
import { call, sendWith } from './transport.ts';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-05-10T23:59:00Z') }),
);
afterEach(() => {
  sendWith();
  vi.useRealTimers();
  noteServerTime(new Date().toUTCString());
  noteTimeZone('UTC');
});

test('today is the server’s day, from its page and each response, on a computer that is a year slow', async () => {
  expect(serverDay()).toBe('2020-05-10');
  noteServerDay('2021-05-11', 'UTC');
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
  noteServerDay('2021-05-11', 'UTC');
  for (const date of [null, '', 'soon']) noteServerTime(date);
  expect(serverDay()).toBe('2021-05-11');
});

test('days end in the time zone of the zone, from the page and from each response', async () => {
  // 23:59 on the 10th in UTC
  noteServerDay('2020-05-11', 'Asia/Tokyo');
  expect([serverDay(), zoneDay('2020-05-10T15:00:00Z')]).toEqual(['2020-05-11', '2020-05-11']);
  expect(zoneDay('2020-05-10T14:59:59Z')).toBe('2020-05-10');
  expect(zoneDay('2020-05-10')).toBe('2020-05-10');
  sendWith(() =>
    Promise.resolve(
      new Response('{}', {
        headers: {
          date: 'Sun, 10 May 2020 23:59:00 GMT',
          'headway-time-zone': 'America/Santiago',
        },
      }),
    ),
  );
  await call(endpoints.health);
  expect(serverDay()).toBe('2020-05-10');
});
test('a time zone that the browser does not know counts as UTC', () => {
  noteTimeZone('America/Not_Yet_Known');
  expect(serverDay()).toBe('2020-05-10');
});
