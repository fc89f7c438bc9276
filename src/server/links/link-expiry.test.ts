import { describe, expect, test } from 'vitest';
import { computeExpiry } from './link-expiry.ts';
import { linkState } from './link-state.ts';
import type { StoredLink } from './store.ts';

const now = new Date('2026-06-15T10:00:00.000Z');
const inTokyo = { time_zone: 'Asia/Tokyo' } as const;

describe('the expiry of a link', () => {
  test('is the end of a day in the time zone of the zone, or the given moment', () => {
    expect(computeExpiry('2026-06-20', now, inTokyo)).toBe('2026-06-20T14:59:59.999Z');
    expect(computeExpiry('2026-06-20T08:00:00Z', now, inTokyo)).toBe('2026-06-20T08:00:00.000Z');
  });
  test('is 90 days away by default, or the longest life of the zone if that is shorter', () => {
    expect(computeExpiry(undefined, now, inTokyo)).toBe('2026-09-13T10:00:00.000Z');
    expect(computeExpiry(undefined, now, { ...inTokyo, longest_days: 10 })).toBe(
      '2026-06-25T14:59:59.999Z',
    );
    expect(computeExpiry(undefined, now, { ...inTokyo, longest_days: 300 })).toBe(
      '2026-09-13T10:00:00.000Z',
    );
  });
  test('is refused in the past, now, and more than 366 days away', () => {
    expect(computeExpiry('2026-06-14', now, inTokyo)).toBeUndefined();
    expect(computeExpiry(now.toISOString(), now, inTokyo)).toBeUndefined();
    expect(computeExpiry('2027-06-16T10:00:00Z', now, inTokyo)).toBe('2027-06-16T10:00:00.000Z');
    expect(computeExpiry('2027-06-16T10:00:01Z', now, inTokyo)).toBeUndefined();
  });
  test('today lasts until the day ends in the zone, also where UTC is a day behind', () => {
    const night = new Date('2026-06-15T16:00:00.000Z');
    expect(computeExpiry('2026-06-15', night, inTokyo)).toBeUndefined();
    expect(computeExpiry('2026-06-16', night, inTokyo)).toBe('2026-06-16T14:59:59.999Z');
  });
});

test('a link is expired from its moment on, unless it has ended', () => {
  const link = (state: StoredLink['state'], expires_at: string): StoredLink =>
    ({ state, expires_at }) as StoredLink;
  expect(linkState(link('live', '2026-06-15T10:00:00.001Z'), now)).toBe('live');
  expect(linkState(link('paused', '2026-06-15T10:00:00.000Z'), now)).toBe('expired');
  expect(linkState(link('ended', '2026-01-01T00:00:00.000Z'), now)).toBe('ended');
});
