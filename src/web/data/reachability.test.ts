import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from './problem-error.ts';
import { Reach } from './reachability.ts';

const minute = 60_000;
let isHidden = false;
let down = false;
let requests: number[] = [];
let reach: Reach;
let stop = (): void => undefined;
const seconds = (): number => Date.now() / 1000;
/** Time passes, and pending requests are answered. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const see = (is: boolean): void => {
  isHidden = !is;
  document.dispatchEvent(new Event('visibilitychange'));
};
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  [isHidden, down, requests] = [false, false, []];
  reach = new Reach(() => {
    requests.push(seconds());
    return down ? Promise.reject(new ProblemError('internal', 500)) : Promise.resolve();
  });
  stop = reach.watch();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([0, 0.5, 0.999])(
  'ten minutes without an answer cost at most twelve calls, with random values of %d',
  async (chance) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    down = true;
    // the calls of a page that detects the failure
    for (let n = 0; n < 3; n += 1) reach.reportFailure();
    await pass(10 * minute - 1);
    expect(requests.length).toBeGreaterThan(6);
    expect(requests.length + 3).toBeLessThanOrEqual(12);
    expect(reach.state).toBe('away');
    await pass(10 * minute);
    expect(requests.filter((at) => at >= 600).length).toBeLessThanOrEqual(12);
  },
);

test.each([0, 0.5, 0.999])(
  'finds a server that was away for up to 25 seconds within ten, with random values of %d',
  async (chance) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    for (let away = 1; away <= 25; away += 1) {
      down = true;
      reach.reportFailure();
      await pass(away * 1000);
      down = false;
      await pass(10_000);
      expect([away, reach.state]).toEqual([away, 'well']);
    }
  },
);

test('one failing request is no outage while the server answers others', async () => {
  reach.reportFailure();
  expect(reach.state).toBe('doubted');
  await pass(10_000);
  expect(reach.state).toBe('well');
  await pass(10 * minute);
  expect(requests).toHaveLength(1);
});

test('a hidden page sends no probe, and one at once when it becomes visible', async () => {
  down = true;
  reach.reportFailure();
  see(false);
  await pass(60 * minute);
  expect(requests).toEqual([]);
  down = false;
  see(true);
  await pass(0);
  expect([requests.length, reach.state]).toEqual([1, 'well']);
});

test('a returning network causes a probe at once, and a hundred events in a second cause one', async () => {
  down = true;
  reach.reportFailure();
  await pass(2 * minute);
  const before = requests.length;
  for (let n = 0; n < 100; n += 1) {
    dispatchEvent(new Event('online'));
    await pass(10);
  }
  expect(requests.length - before).toBe(1);
});

test('a reader who returns again and again costs at most twelve calls, and the button always sends one', async () => {
  down = true;
  reach.reportFailure();
  for (let n = 1; n < 60; n += 1) {
    await pass(10_000);
    see(false);
    see(true);
  }
  expect(requests.length + 1).toBeLessThanOrEqual(12);
  down = false;
  reach.tryNow();
  await pass(0);
  expect(reach.state).toBe('well');
});

test('waiting calls resume as soon as the server answers', async () => {
  const messages: string[] = [];
  down = true;
  void reach.check().then(() => messages.push('first'));
  await pass(1000);
  void reach.check().then(() => messages.push('second'));
  await pass(1000);
  expect([messages, requests.length]).toEqual([[], 1]);
  down = false;
  await pass(10_000);
  expect(messages).toEqual(['first', 'second']);
  void reach.check().then(() => messages.push('third'));
  await pass(0);
  expect(messages).toContain('third');
});

test('a probe of another tab counts: no second one is sent, and all calls resume', async () => {
  const states: boolean[] = [];
  reach.tell = (away) => states.push(away);
  down = true;
  for (let n = 0; n < 10; n += 1) {
    reach.reportProbe(true);
    await pass(4000);
  }
  expect([requests, states, reach.state]).toEqual([[], [], 'away']);
  reach.reportProbe(false);
  expect(reach.state).toBe('well');
  reach.reportFailure();
  await pass(10_000);
  expect(states).toEqual([true]);
});

test('a rejection is an answer, and so is a rate limit', async () => {
  for (const error of [
    new ProblemError('sign_in_required', 401),
    new ProblemError('rate_limited', 429),
  ]) {
    const reach = new Reach(() => Promise.reject(error));
    reach.reportFailure();
    await pass(10_000);
    expect(reach.state).toBe('well');
  }
});
