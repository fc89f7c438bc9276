import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { WallScreen } from './wall-screen.tsx';

/** When the wall read its data. */
export const readAt = Date.UTC(2026, 10, 27, 13, 58);

/** Starts each test of a file at the time of reading, on a screen that prefers less motion. */
export function setWallClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: readAt });
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** Lets some seconds pass on the clock of the test. */
export const wait = (seconds: number) =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });

interface ScreenOptions {
  readonly turn?: string;
  readonly language?: Language;
  readonly failedAt?: number;
}
/** Makes a wall screen of an overview, in English by default. */
export const makeScreen = (
  overview: Overview,
  { turn, language = 'en', failedAt }: ScreenOptions = {},
) => (
  <LanguageProvider value={language}>
    <WallScreen
      overview={overview}
      headline
      view={turn === undefined ? {} : { turn }}
      readAt={readAt}
      failedAt={failedAt}
    />
  </LanguageProvider>
);
/** Renders the wall screen of an overview. */
export const show = (overview: Overview, options: ScreenOptions = {}) =>
  render(makeScreen(overview, options));
