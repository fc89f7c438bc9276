import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reach } from '#web/data/reachability.ts';
import { followLink } from './shared-events.ts';

class FakeSource extends EventTarget {
  static last: FakeSource | undefined;
  onerror: () => void = () => undefined;
  constructor() {
    super();
    FakeSource.last = this;
  }
  close(): void {}
  tell(tag: string): void {
    this.dispatchEvent(new MessageEvent('changed', { data: tag }));
  }
}
beforeEach(() => vi.stubGlobal('EventSource', FakeSource));
afterEach(() => {
  FakeSource.last = undefined;
  vi.unstubAllGlobals();
});

const follow = (tag: string) => {
  const changed = vi.fn<() => void>();
  const stop = followLink('link', new Reach(async () => undefined), {
    shows: (latest) => latest === tag,
    changed,
    closed: () => undefined,
  });
  return { changed, stop };
};

test('reads a change between the reading of a link and the start of its stream', () => {
  const { changed, stop } = follow('a');
  FakeSource.last?.tell('b');
  expect(changed).toHaveBeenCalledTimes(1);
  stop();
});

test('a stream that starts with the shown version causes no request, and each change causes one', () => {
  const { changed, stop } = follow('a');
  FakeSource.last?.tell('a');
  expect(changed).not.toHaveBeenCalled();
  for (const tag of ['b', 'b', 'c']) FakeSource.last?.tell(tag);
  expect(changed).toHaveBeenCalledTimes(2);
  stop();
});
