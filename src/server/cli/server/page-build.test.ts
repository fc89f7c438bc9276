import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { findPageBuild } from './page-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-pages-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllGlobals();
});
const request = {
  url: '/',
  language: 'en',
  theme: 'light',
  revision: 1,
  today: '2021-05-10',
  time_zone: 'UTC',
  queries: [],
} as const;

test('the renderer is loaded once, with the first page', async () => {
  const onLoad = vi.fn();
  vi.stubGlobal('onRendererLoad', onLoad);
  const draw = async () => '';
  expect(findPageBuild(draw, folder)).toBeUndefined();
  mkdirSync(join(folder, 'render'));
  mkdirSync(join(folder, 'client', '.vite'), { recursive: true });
  writeFileSync(
    join(folder, 'render', 'render.js'),
    `globalThis.onRendererLoad();
    export const createRenderPage = ({ styleText }) => async ({ url }) => url + styleText;`,
  );
  writeFileSync(join(folder, 'client', 'main.css'), 'a{}');
  writeFileSync(
    join(folder, 'client', '.vite', 'manifest.json'),
    JSON.stringify({ main: { file: 'main.js', css: ['main.css'] } }),
  );
  const build = findPageBuild(draw, folder);
  expect(build?.styleHash).toMatch(/^sha256-/);
  expect(onLoad).not.toHaveBeenCalled();
  const pages = [build?.renderPage(request), build?.renderPage({ ...request, url: '/outlook' })];
  expect(await Promise.all(pages)).toEqual(['/a{}', '/outlooka{}']);
  expect(onLoad).toHaveBeenCalledOnce();
});
