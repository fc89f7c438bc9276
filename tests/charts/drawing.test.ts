import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/overview.fixture.ts';
import { chartOf } from '#charts/registry.ts';
import { type PictureSize, pictureSizes } from '#charts/definition.ts';
import type { Overview } from '#domain/overview.ts';
import { createDrawing, type ServerDrawing } from '#server/exporting/create-drawing.ts';
import type { DrawRequest } from '#server/deps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let drawing: ServerDrawing;
const request = (change: Partial<DrawRequest> = {}): DrawRequest => ({
  chart: 'progress',
  overview: sampleOverview,
  language: 'ja',
  theme: 'light',
  size: 'wide',
  options: {},
  ...change,
});
/** Width and height from a PNG's first chunk. */
const sizeOf = (png: Uint8Array): readonly number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache/draw-'));
  // built as npm run build does: the tests' own environment would put React's development build in
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'draw', '--outDir', folder, '--logLevel', 'error'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  drawing = createDrawing({ drawBuild: join(folder, 'draw.js') });
}, 60_000);
afterAll(async () => {
  await drawing.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the drawing thread', () => {
  it('leaves no window in the main thread', async () => {
    await drawing.svg(request());
    expect(typeof globalThis.window).toBe('undefined');
  });

  it('draws a PNG of each named size that is not blank, in both themes', async () => {
    for (const [size, [width, height]] of Object.entries(pictureSizes)) {
      const png = await drawing.png(request({ size: size as PictureSize, theme: size === 'tall' ? 'dark' : 'light' }));
      expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(sizeOf(png)).toEqual([width, height]);
      expect(png.byteLength).toBeGreaterThan(20_000);
    }
  }, 60_000);

  it('keeps a drawing by what it was made of', async () => {
    const first = await drawing.png(request());
    const start = performance.now();
    expect(await drawing.png(request())).toBe(first);
    expect(performance.now() - start).toBeLessThan(50);
    expect(await drawing.svg(request({ language: 'en' }))).not.toBe(await drawing.svg(request()));
  }, 30_000);

  it('draws each Chinese and Japanese character that either face has, and names one that neither has', async () => {
    const named = (name: string): Overview => ({
      ...sampleOverview,
      zone: { ...sampleOverview.zone, name: { 'zh-CN': name, ja: name, en: name } },
    });
    await drawing.png(request({ overview: named('𠮷岛宫县亿 島宮県億') }));
    await expect(drawing.png(request({ overview: named('zone \u{13000}') }))).rejects.toThrow(/“\u{13000}” \(U\+13000\)/u);
    expect(await drawing.svg(request({ overview: named('zone \u{13000}') }))).toContain('\u{13000}');
  }, 30_000);

  it('gives the page the same drawing as a file has, in every logical width', async () => {
    const picture = await drawing.picture('pipeline', chartOf('pipeline').toSeries(sampleOverview, { language: 'en', options: {} }), 'en');
    expect(picture.match(/<svg class="chart-/g)).toHaveLength(4);
    expect(picture).toContain('var(--ind-eco)');
  });

  it('answers an unknown chart with an error and goes on drawing', async () => {
    await expect(drawing.svg(request({ chart: 'none' }))).rejects.toThrow('There is no chart none.');
    expect(await drawing.svg(request({ chart: 'targets' }))).toContain('<svg');
  });

  it('says what to do where the drawer is not built', async () => {
    await expect(createDrawing({ drawBuild: join(folder, 'no-such.js') }).svg(request())).rejects.toThrow('npm run build');
  });
});
