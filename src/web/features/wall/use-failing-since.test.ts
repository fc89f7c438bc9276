import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFailingSince } from './use-failing-since.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a failure lasts from the first failed try to the next answer, not to the next try', () => {
  const { result, rerender } = renderHook(
    ({ isFailing, answeredAt }) => useFailingSince(isFailing, answeredAt),
    { initialProps: { isFailing: false, answeredAt: 500 } },
  );
  expect(result.current).toBeUndefined();
  rerender({ isFailing: true, answeredAt: 500 });
  expect(result.current).toBe(1000);
  vi.setSystemTime(61_000);
  rerender({ isFailing: false, answeredAt: 500 });
  rerender({ isFailing: true, answeredAt: 500 });
  expect(result.current).toBe(1000);
  rerender({ isFailing: false, answeredAt: 62_000 });
  expect(result.current).toBeUndefined();
});
