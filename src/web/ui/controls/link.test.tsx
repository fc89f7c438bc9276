import { fireEvent, render, screen } from '@testing-library/react';
import { memo, Profiler } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { expect, it, vi } from 'vitest';
import { useViewState } from '#web/url/use-view-state.ts';
import { Link } from './link.tsx';

const draw = vi.fn();
const Row = memo(function Row() {
  return (
    <Profiler id="row" onRender={draw}>
      <Link to="/projects?sel=A1">A1</Link>
    </Profiler>
  );
});
function Page() {
  const { change } = useViewState();
  const { pathname, search } = useLocation();
  return (
    <>
      <button type="button" onClick={() => change({ industry: ['ict'] })}>
        filter
      </button>
      <output>{pathname + search}</output>
      <Row />
    </>
  );
}
const open = () =>
  render(
    <MemoryRouter initialEntries={['/?lang=en&industry=eco']}>
      <Page />
    </MemoryRouter>,
  );
const address = () => screen.getByRole('status').textContent;

// seen to fail: each link followed the address, so each filter drew every link of the page again
it('a filter does not draw the links of the page again', () => {
  open();
  const before = draw.mock.calls.length;
  fireEvent.click(screen.getByRole('button'));
  expect(address()).toBe('/?lang=en&industry=ict');
  expect(draw.mock.calls.length).toBe(before);
});

it('a press opens the page of the link, but not with a key that opens a tab', () => {
  open();
  expect(fireEvent.click(screen.getByRole('link'), { ctrlKey: true })).toBe(true);
  expect(address()).toBe('/?lang=en&industry=eco');
  expect(fireEvent.click(screen.getByRole('link'))).toBe(false);
  expect(address()).toBe('/projects?sel=A1');
});
