import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restMs, waitForUse } from './untouched-page.ts';

class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  onerror: () => void = () => undefined;
  readonly close = vi.fn<() => void>();
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeSource.all.push(this);
  }
  tell(tag: string): void {
    this.dispatchEvent(new MessageEvent('changed', { data: tag }));
  }
}

const draw = (today: string, established: string, page = 'overview'): void => {
  const headline = { established: { value: established, unit: 'projects' } };
  const payload = { link: { id: 'link1' }, view: { page }, overview: { as_of: today, headline } };
  document.body.innerHTML = '<script type="application/json" id="boot"></script>';
  const boot = document.querySelector('#boot');
  if (boot !== null) boot.textContent = JSON.stringify({ payload, tag: 'a', today });
};
beforeEach(() => {
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  draw('2021-04-16', '7');
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  localStorage.clear();
  document.body.innerHTML = '';
});

let stop = (): void => undefined;
function wait() {
  const start = vi.fn<() => void>();
  stop = waitForUse(start);
  return start;
}

test('an untouched page follows its link, and starts when the link shows other data', () => {
  const start = wait();
  const [source] = FakeSource.all;
  expect(source?.address).toBe('/api/v1/shared/link1/events');
  source?.tell('a');
  expect(start).not.toHaveBeenCalled();
  source?.tell('b');
  expect(start).toHaveBeenCalledTimes(1);
});

test.each(['over', 'error'])('an untouched page starts when its stream ends by %s', (end) => {
  const start = wait();
  const [source] = FakeSource.all;
  if (end === 'over') source?.dispatchEvent(new Event('over'));
  else source?.onerror();
  expect(start).toHaveBeenCalledTimes(1);
});

test.each(['pointermove', 'scroll', 'keydown', 'focusin', 'beforeprint'])(
  'the first %s starts the page, and the stream ends with the wait',
  (sign) => {
    const start = wait();
    document.body.dispatchEvent(new Event(sign, { bubbles: true }));
    window.dispatchEvent(new Event(sign));
    expect(start).toHaveBeenCalled();
    stop();
    expect(FakeSource.all[0]?.close).toHaveBeenCalled();
  },
);

test('a visit on a later day starts the page at once, since the page states the changes', () => {
  expect(wait()).not.toHaveBeenCalled();
  stop();
  draw('2021-04-17', '8');
  expect(wait()).toHaveBeenCalledTimes(1);
});

test('a page without changes since the last visit stays untouched on a later day', () => {
  draw('2021-04-16', '7', 'charts');
  wait();
  stop();
  draw('2021-04-17', '8', 'charts');
  expect(wait()).not.toHaveBeenCalled();
});

test('a page that stays open starts automatically after a pause', () => {
  vi.useFakeTimers();
  const start = wait();
  vi.advanceTimersByTime(restMs - 1);
  expect(start).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(start).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
