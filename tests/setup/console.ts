import { afterEach, beforeEach, vi } from 'vitest';

/** Any console error or warning fails the test that caused it. A test that expects one spies on the console itself. */
const said: string[] = [];
const note = (...words: unknown[]): void => void said.push(words.map(String).join(' '));

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'warn').mockImplementation(note);
});
afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`The console was written to:\n${said.splice(0).join('\n')}`);
});
