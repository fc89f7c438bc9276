import { render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { noteTimeZone } from '#web/i18n/zone-time.ts';
import { useMoment } from './use-moment.ts';

const Moment = () => <p>{useMoment()('2026-11-29T12:43:00Z')}</p>;
const page = (
  <LanguageProvider value="en">
    <Moment />
  </LanguageProvider>
);
afterEach(() => noteTimeZone('UTC'));

// seen to fail: the server wrote 13:43, which readers in another time zone took for their own time
test('a moment has its offset from UTC before the page runs, too', () => {
  noteTimeZone('Europe/Warsaw');
  expect(renderToString(page)).toContain('29 Nov 2026 13:43 UTC+1');
  render(page);
  expect(screen.getByText('29 Nov 2026 13:43 UTC+1')).toBeTruthy();
});
