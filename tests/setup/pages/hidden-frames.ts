import { act } from '@testing-library/react';
import { vi } from 'vitest';

/**
 * Gives the hidden frames of a page a layout, which jsdom lacks.
 *
 * @returns a function that waits for a frame with a figure and lays it out: its page has this height
 *   in px
 */
export function watchHiddenFrames(): (height: number) => Promise<void> {
  const watches = new Map<Element, () => void>();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #targets: Element[] = [];
      readonly #report: () => void;
      constructor(report: () => void) {
        this.#report = report;
      }
      observe(target: Element): void {
        if (target.ownerDocument === document || target.localName !== 'body') return;
        this.#targets.push(target);
        watches.set(target, this.#report);
      }
      disconnect(): void {
        for (const target of this.#targets) watches.delete(target);
      }
    },
  );
  const read = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')?.get;
  vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(function (
    this: HTMLIFrameElement,
  ) {
    const inner = read?.call(this) as Document;
    Object.assign(inner, { fonts: Object.assign(new EventTarget(), { status: 'loaded' }) });
    return inner;
  });
  return async (height) => {
    const [target, report] = await vi.waitFor(() => {
      const [watch] = watches;
      if (!watch?.[0].querySelector('figure')) throw new Error('No hidden frame has a figure.');
      return watch;
    });
    vi.spyOn(target, 'getBoundingClientRect').mockReturnValue({ height } as DOMRect);
    await act(async () => report());
  };
}
