import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resolveTokens, tokens } from '#charts/kit/style/tokens.ts';

const css = readFileSync(new URL('../../src/charts/kit/style/tokens.css', import.meta.url), 'utf8');
const block = (after: string): Readonly<Record<string, string>> => {
  const text = css.slice(css.indexOf(after)).slice(0, css.slice(css.indexOf(after)).indexOf('}'));
  return Object.fromEntries(
    [...text.matchAll(/--([a-z0-9-]+): (#[0-9A-Fa-f]{6});/gi)].map(([, name = '', value = '']) => [
      name,
      value.toUpperCase(),
    ]),
  );
};

it('the stylesheet has the same colours as the data, in both themes and for the system theme', () => {
  expect(block('[data-theme="light"]')).toEqual(tokens.light);
  expect(block('\n[data-theme="dark"]')).toEqual(tokens.dark);
  expect(block(':root:not([data-theme])')).toEqual(tokens.dark);
});

it('both themes have the same names', () => {
  expect(Object.keys(tokens.dark)).toEqual(Object.keys(tokens.light));
});

it('a drawing has no variable once its colours are resolved, and an unknown name does not change', () => {
  expect(resolveTokens('<path fill="var(--accent)" stroke="var(--ind-eco)"/>', 'dark')).toBe(
    '<path fill="#74C5DA" stroke="#3B8F60"/>',
  );
  expect(resolveTokens('var(--no-such)', 'light')).toBe('var(--no-such)');
});

it('no colour is a pure red or a pure green, which mean rise to some and danger to others', () => {
  const hueOf = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
    const spread = most - least;
    const turn =
      most === r ? (g - b) / spread : most === g ? 2 + (b - r) / spread : 4 + (r - g) / spread;
    return { hue: (turn * 60 + 360) % 360, vivid: spread / (most || 1) > 0.75 && most > 90 };
  };
  const isPure = (hex: string): boolean => {
    const { hue, vivid } = hueOf(hex);
    return vivid && (hue < 12 || hue > 348 || (hue > 95 && hue < 150));
  };
  expect(['#FF0000', '#C81010', '#00B050'].map(isPure)).toEqual([true, true, true]);
  for (const colours of Object.values(tokens))
    expect(Object.entries(colours).filter(([, hex]) => isPure(hex))).toEqual([]);
});
