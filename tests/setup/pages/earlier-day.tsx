import type { ComponentType } from 'react';
import { onTestFinished, vi } from 'vitest';
import { useViewState } from '#web/url/use-view-state.ts';

/** Puts a button "Earlier" above a page. It moves the page to 8 February 2021. */
export const withEarlierDay = (Page: ComponentType): ComponentType =>
  function PageWithEarlierDay() {
    const { change } = useViewState();
    return (
      <>
        <button type="button" onClick={() => change({ as_of: '2021-02-08' })}>
          Earlier
        </button>
        <Page />
      </>
    );
  };

/**
 * Records the reads of the changes.
 * @returns a function that lists their first and second day, and one that empties the list
 */
export function followChangeReads() {
  const spy = vi.spyOn(globalThis, 'fetch');
  onTestFinished(() => spy.mockRestore());
  const list = () =>
    spy.mock.calls
      .map(([request]) => new URL((request as Request).url))
      .filter(({ pathname }) => pathname.endsWith('/changes'))
      .map(({ searchParams }) => [searchParams.get('from'), searchParams.get('to')]);
  return { list, clear: () => spy.mockClear() };
}
