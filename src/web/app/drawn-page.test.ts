// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadOnUse } from './drawn-page.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<button id="frame"></button><main id="main"><a href="#x">x</a><form><button><b>y</b></button></form></main>';
});
afterEach(() => {
  vi.useRealTimers();
});

const press = (selector: string): boolean => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(event);
  return event.defaultPrevented;
};

test('code waits until the reader moves the pointer, and loads once', async () => {
  const load = vi.fn(() => Promise.resolve());
  const started = loadOnUse('figures', load);
  await vi.advanceTimersByTimeAsync(2000);
  expect(load).not.toHaveBeenCalled();
  dispatchEvent(new Event('pointermove'));
  dispatchEvent(new Event('keydown'));
  await started;
  dispatchEvent(new Event('pointermove'));
  expect(load).toHaveBeenCalledOnce();
});

test('code of an untouched page loads after a rest', async () => {
  const load = vi.fn(() => Promise.resolve());
  const started = loadOnUse('figures', load);
  await vi.advanceTimersByTimeAsync(2500);
  await started;
  expect(load).toHaveBeenCalledOnce();
});

test('a button that was pressed too early is pressed again once the code is there', async () => {
  const started = loadOnUse('figures', () => Promise.resolve());
  expect(press('#main b')).toBe(true);
  const pressed = vi.fn((event: Event) => event.preventDefault());
  await started;
  document.querySelector('#main button')?.addEventListener('click', pressed);
  await vi.advanceTimersByTimeAsync(500);
  expect(pressed).toHaveBeenCalledOnce();
});

test('links, and buttons of the frame, work before', () => {
  void loadOnUse('figures', () => Promise.resolve());
  expect(press('#main a')).toBe(false);
  expect(press('#frame')).toBe(false);
});

test('code that could not be loaded is loaded at the next use', async () => {
  const load = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error('no connection'))
    .mockResolvedValue();
  const started = loadOnUse('figures', load);
  dispatchEvent(new Event('pointermove'));
  await vi.advanceTimersByTimeAsync(1);
  dispatchEvent(new Event('pointermove'));
  await started;
  expect(load).toHaveBeenCalledTimes(2);
});
