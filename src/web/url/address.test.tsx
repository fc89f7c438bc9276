import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { AddressOf, browserAddress, Link, useAddress } from './address.tsx';

const Here = () => <output>{useAddress().pathname + useAddress().search}</output>;
const here = () => screen.getByRole('status').textContent;
const follow = vi.fn((event: MouseEvent) => event.preventDefault());
beforeEach(() => {
  history.replaceState(null, '', '/');
  follow.mockClear();
  render(
    <AddressOf bar={browserAddress()}>
      <Link to="/projects?stage=lead">Projects</Link>
      <Here />
    </AddressOf>,
  );
});

test('a link is a step that Back undoes; pressed again on its own page it is none', async () => {
  const steps = history.length;
  await userEvent.click(screen.getByRole('link'));
  await userEvent.click(screen.getByRole('link'));
  expect([here(), location.pathname + location.search, history.length]).toEqual([
    '/projects?stage=lead',
    '/projects?stage=lead',
    steps + 1,
  ]);
  await act(async () => {
    history.back();
    await new Promise((done) => addEventListener('popstate', done, { once: true }));
  });
  expect(here()).toBe('/');
});
test.each(['Control', 'Meta', 'Shift', 'Alt'])('with %s held a link is left to the browser', async (key) => {
  addEventListener('click', follow, { once: true });
  const user = userEvent.setup();
  await user.keyboard(`{${key}>}`);
  await user.click(screen.getByRole('link'));
  expect(follow).toHaveBeenCalledOnce();
  expect(here()).toBe('/');
});
