import { afterEach, beforeEach, vi } from 'vitest';

/**
 * A console error or warning fails its test. A test that expects one spies on the console itself.
 */
const lines: string[] = [];
const record = (...words: unknown[]): void => void lines.push(words.map(String).join(' '));

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'error').mockImplementation(record);
  vi.spyOn(console, 'warn').mockImplementation(record);
});
afterEach(() => {
  vi.restoreAllMocks();
  if (lines.length > 0)
    throw new Error(`The test wrote to the console:\n${lines.splice(0).join('\n')}`);
});
