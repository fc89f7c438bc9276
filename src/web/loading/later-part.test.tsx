import { act, fireEvent, render, screen } from '@testing-library/react';
import { memo } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { expect, it, vi } from 'vitest';
import { useViewState } from '#web/url/use-view-state.ts';
import { LaterPart } from './later-part.tsx';

const draw = vi.fn();
/** Notes the data and the address of each of its renderings. */
const Lower = memo(function Lower({ data }: { readonly data: string }) {
  const { change } = useViewState();
  draw(data, useLocation().search);
  return (
    <button type="button" onClick={() => change({ owner: ['Li'] })}>
      owner
    </button>
  );
});
function Page() {
  const { view, change } = useViewState();
  const { search } = useLocation();
  const data = view.industry.join();
  return (
    <>
      <button type="button" onClick={() => change({ industry: ['ict'] })}>
        filter
      </button>
      <output>{search}</output>
      <LaterPart>
        <Lower data={data} />
      </LaterPart>
    </>
  );
}

/** Runs the callbacks that wait for the next frame. */
function holdFrames() {
  const waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
    last += 1;
    waiting.set(last, run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  return () =>
    act(() => {
      const frame = [...waiting.values()];
      waiting.clear();
      for (const run of frame) run(0);
    });
}

function open() {
  const nextFrame = holdFrames();
  render(
    <MemoryRouter initialEntries={['/?industry=eco']}>
      <Page />
    </MemoryRouter>,
  );
  nextFrame();
  draw.mockClear();
  return nextFrame;
}

// seen to fail: the part was drawn with the page, and again by each of its links
it('a part below the screen is drawn once, after the frame that shows the rest', () => {
  const nextFrame = open();
  fireEvent.click(screen.getByText('filter'));
  expect(screen.getByRole('status').textContent).toBe('?industry=ict');
  expect(draw).not.toHaveBeenCalled();
  nextFrame();
  expect(draw.mock.calls).toEqual([['ict', '?industry=ict']]);
});

// seen to fail: the part changed the address with which it was drawn, and lost the filter
it('a control of such a part changes the present address, not the one that it was drawn with', () => {
  open();
  fireEvent.click(screen.getByText('filter'));
  fireEvent.click(screen.getByText('owner'));
  expect(screen.getByRole('status').textContent).toBe('?industry=ict&owner=Li');
});

// seen to fail: a list below the screen showed its former owner for a frame after a choice
it('a change by a control of such a part reaches it at once, and the next change of others later', () => {
  const nextFrame = open();
  fireEvent.click(screen.getByText('owner'));
  expect(draw.mock.calls).toEqual([['eco', '?industry=eco&owner=Li']]);
  draw.mockClear();
  fireEvent.click(screen.getByText('filter'));
  expect(draw).not.toHaveBeenCalled();
  nextFrame();
  expect(draw.mock.calls).toEqual([['ict', '?industry=ict&owner=Li']]);
});

// seen to fail: the part kept its former data for as long as no frame came
it('a part follows without a frame, as in the background', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  open();
  fireEvent.click(screen.getByText('filter'));
  expect(draw).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(100));
  expect(draw.mock.calls).toEqual([['ict', '?industry=ict']]);
  vi.useRealTimers();
});
