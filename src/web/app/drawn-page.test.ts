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

test('a file that was chosen too early is chosen again, and its choice is not held back', async () => {
  document.body.innerHTML = '<main id="main"><input type="file"></main>';
  const started = loadOnUse('import', () => Promise.resolve());
  expect(press('#main input')).toBe(false);
  const field = document.querySelector('input');
  const takeFile = vi.fn();
  if (field === null) throw new Error('There is no field.');
  Object.defineProperty(field, 'value', { value: 'C:\\fakepath\\a.csv' });
  dispatchEvent(new Event('pointermove'));
  await started;
  field.addEventListener('change', takeFile);
  await vi.advanceTimersByTimeAsync(500);
  expect(takeFile).toHaveBeenCalledOnce();
});

test('links, and buttons of the frame, work before', async () => {
  const started = loadOnUse('figures', () => Promise.resolve());
  expect(press('#main a')).toBe(false);
  expect(press('#frame')).toBe(false);
  // it would press the buttons of other tests again
  dispatchEvent(new Event('pointermove'));
  await started;
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

test('each control that was pressed too early is pressed again once, in the order of the presses', async () => {
  document.body.innerHTML =
    '<main id="main"><input type="checkbox" id="a"><input type="checkbox" id="b"></main>';
  const started = loadOnUse('audit', () => Promise.resolve());
  for (const id of ['#b', '#a', '#b']) press(id);
  const pressed: string[] = [];
  await started;
  for (const box of document.querySelectorAll('input'))
    box.addEventListener('click', () => pressed.push(box.id));
  await vi.advanceTimersByTimeAsync(500);
  expect(pressed).toEqual(['b', 'a']);
  expect([...document.querySelectorAll('input')].map((box) => box.checked)).toEqual([true, true]);
});

test('a form that was sent too early is sent again', async () => {
  document.body.innerHTML = '<main id="main"><form><input id="name"></form></main>';
  const form = document.querySelector('form') as HTMLFormElement;
  const started = loadOnUse('account', () => Promise.resolve());
  const early = new Event('submit', { bubbles: true, cancelable: true });
  form.dispatchEvent(early);
  expect(early.defaultPrevented).toBe(true);
  const submit = vi.fn((event: Event) => event.preventDefault());
  await started;
  form.addEventListener('submit', submit);
  await vi.advanceTimersByTimeAsync(500);
  expect(submit).toHaveBeenCalledOnce();
});

test('a word of an input method ends before the code takes over', async () => {
  const started = vi.fn();
  void loadOnUse('projects', () => Promise.resolve()).then(started);
  dispatchEvent(new Event('compositionstart'));
  dispatchEvent(new Event('keydown'));
  await vi.advanceTimersByTimeAsync(3000);
  expect(started).not.toHaveBeenCalled();
  dispatchEvent(new Event('compositionend'));
  await vi.advanceTimersByTimeAsync(1);
  expect(started).toHaveBeenCalledOnce();
});

test.each([
  ['sessionStorage', 'headway.project.A01'],
  ['sessionStorage', 'headway.cause.2021-05.companies'],
  ['sessionStorage', 'headway.setup'],
  ['sessionStorage', 'headway.zone.own.names'],
  ['localStorage', 'headway.unsaved.month.account.Ada.own.2021-05'],
] as const)('a draft in %s starts the code at once: %s', async (storage, name) => {
  window[storage].setItem(name, '{}');
  const load = vi.fn(() => Promise.resolve());
  await loadOnUse('project', load);
  expect(load).toHaveBeenCalledOnce();
  window[storage].clear();
});

test('Tab goes from number to number before the code is there', async () => {
  document.body.innerHTML =
    '<main id="main"><form><input id="a" data-number><input><input id="b" data-number></form></main>';
  const started = loadOnUse('month', () => Promise.resolve());
  document.getElementById('a')?.focus();
  const press = () =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }),
    );
  press();
  expect(document.activeElement?.id).toBe('b');
  await started;
  document.getElementById('a')?.focus();
  press();
  expect(document.activeElement?.id).toBe('a');
});
