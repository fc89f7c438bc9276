import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { findPageBuild } from './page-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-pages-'));
const otherFolder = mkdtempSync(join(tmpdir(), 'headway-pages-'));
afterAll(() => {
  for (const one of [folder, otherFolder]) rmSync(one, { recursive: true });
  vi.unstubAllGlobals();
});
const draw = async () => '';

/** Writes a build whose renderer answers with the address and the stylesheet of a page. */
function writeBuild(into: string): void {
  mkdirSync(join(into, 'render'), { recursive: true });
  mkdirSync(join(into, 'client', '.vite'), { recursive: true });
  writeFileSync(
    join(into, 'render', 'render.js'),
    `globalThis.onRendererLoad();
    export const createRenderPage = ({ stylesheet }) => async ({ url }) => ({
      html: url + stylesheet.file,
      styles: 'a{}',
    });
    export const renderLink = async ({ tag, draw }) => tag + (await draw());`,
  );
  writeFileSync(join(into, 'client', '.vite', 'manifest.json'), '{}');
  writeFileSync(
    join(into, 'client', '.vite', 'styles.json'),
    JSON.stringify({ file: 'main.css', rules: [] }),
  );
}
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
  expect(findPageBuild(draw, folder)).toBeUndefined();
  writeBuild(folder);
  const build = findPageBuild(draw, folder);
  expect(onLoad).not.toHaveBeenCalled();
  const pages = [build?.renderPage(request), build?.renderPage({ ...request, url: '/outlook' })];
  const styleHash = expect.stringMatching(/^sha256-/);
  expect(await Promise.all(pages)).toEqual([
    { html: '/main.css', styleHash },
    { html: '/outlookmain.css', styleHash },
  ]);
  expect(onLoad).toHaveBeenCalledOnce();
});

test('a renderer that could not be loaded is loaded with the next page', async () => {
  const onLoad = vi.fn();
  vi.stubGlobal('onRendererLoad', onLoad);
  writeBuild(otherFolder);
  const build = findPageBuild(draw, otherFolder);
  rmSync(join(otherFolder, 'render', 'render.js'));
  await expect(build?.renderPage(request)).rejects.toThrow('render.js');
  writeBuild(otherFolder);
  expect(await build?.renderPage(request)).toMatchObject({ html: '/main.css' });
  expect(onLoad).toHaveBeenCalledOnce();
});
