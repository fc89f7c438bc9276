import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyPageStyle } from './bootstrap-page.ts';

// seen to fail: in dark mode the mark of the page for an unknown address had a white box
test('the mark of a page before sign-in has the ground of that page, light and dark', () => {
  const style = new TextDecoder().decode(keyPageStyle.bytes as Uint8Array);
  const [light, dark] = [...style.matchAll(/--bg:(#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  const mark = readFileSync('public/favicon.svg', 'utf8').toLowerCase();
  expect(mark).toContain(`class="ground" width="26" height="26" fill="${light}"`);
  expect(mark).toMatch(
    new RegExp(`@media \\(prefers-color-scheme:dark\\)\\{\\.ground\\{fill:${dark}\\}`),
  );
});
