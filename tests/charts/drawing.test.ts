import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { logicalWidths, type PictureSize, pictureSizes } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { createDrawing, type ServerDrawing } from '#server/exports/workers/create-drawing.ts';
import { DrawThread } from '#server/exports/workers/draw-thread.ts';
import type { DrawRequest } from '#server/core/deps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let drawing: ServerDrawing;
let again: ServerDrawing | undefined;
const request = (change: Partial<DrawRequest> = {}): DrawRequest => ({
  chart: 'progress',
  overview: sampleOverview,
  language: 'ja',
  theme: 'light',
  size: 'wide',
  options: {},
  ...change,
});
/** The same drawing by a thread without a cache. */
async function drawnAgain(drawRequest: DrawRequest): Promise<string> {
  again ??= createDrawing({ drawBuild: join(folder, 'draw.js') });
  return (await again.svg(drawRequest)).content;
}
const info = {
  title: 'T',
  subject: 'S',
  keywords: 'K',
  made_at: '2021-04-16T00:00:00.000Z',
  language: 'ja' as const,
};
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
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--mode',
      'draw',
      '--outDir',
      folder,
      '--logLevel',
      'error',
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  drawing = createDrawing({ drawBuild: join(folder, 'draw.js') });
});
afterAll(async () => {
  await drawing.close();
  await again?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the drawing thread', () => {
  it('leaves no window in the main thread', async () => {
    // another test of this worker may have defined one
    const former = Object.getOwnPropertyDescriptor(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'window');
    await drawing.svg(request());
    expect(typeof globalThis.window).toBe('undefined');
    if (former !== undefined) Object.defineProperty(globalThis, 'window', former);
  });

  it('draws a PNG of each named size that is not blank, in both themes', async () => {
    for (const [size, [width, height]] of Object.entries(pictureSizes)) {
      const { content: png } = await drawing.png(
        request({ size: size as PictureSize, theme: size === 'tall' ? 'dark' : 'light' }),
      );
      expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
      const [wide, high = 0] = sizeOf(png);
      expect([wide, high >= height]).toEqual([width, true]);
      expect(png.byteLength).toBeGreaterThan(20_000);
    }
  });

  it('keeps a drawing under the data and options of its request', async () => {
    const first = await drawing.png(request());
    expect(await drawing.png(request())).toBe(first);
    expect((await drawing.svg(request({ language: 'en' }))).content).not.toBe(
      (await drawing.svg(request())).content,
    );
  });

  it('draws each Chinese and Japanese character that either face has, and a mark for one that no face has', async () => {
    const nameZone = (name: string): Overview => ({
      ...sampleOverview,
      zone: { ...sampleOverview.zone, name: { 'zh-CN': name, ja: name, en: name } },
    });
    expect(
      (await drawing.png(request({ overview: nameZone('𠮷岛宫县亿 島宮県億') }))).missing,
    ).toEqual([]);
    const overview = nameZone('zone \u{13000}');
    expect((await drawing.png(request({ overview }))).missing).toEqual(['\u{13000}']);
    const { content: svg, missing } = await drawing.svg(request({ overview, fonts: true }));
    expect(missing).toEqual(['\u{13000}']);
    expect(svg).toContain('>zone □</text>');
    expect(svg).toContain('<desc>zone \u{13000}</desc>');
    expect(
      (await drawing.pdf([(await drawing.svg(request({ overview, size: 'a4' }))).content], info))
        .missing,
    ).toEqual(['\u{13000}']);
  });

  it('draws a PNG at twice and three times its size', async () => {
    for (const scale of [2, 3] as const)
      expect(sizeOf((await drawing.png(request({ scale }))).content)).toEqual([
        1600 * scale,
        900 * scale,
      ]);
  });

  it('puts the letters of an SVG inside it, for each language and both themes, without scripts and outside addresses', async () => {
    for (const language of languages)
      for (const chart of chartIds) {
        const { content: svg } = await drawing.svg(
          request({ chart, language, theme: chart === 'targets' ? 'dark' : 'light', fonts: true }),
        );
        const [style = ''] = /<style>.*?<\/style>/.exec(svg) ?? [];
        expect(style.match(/@font-face/g)?.length).toBeGreaterThanOrEqual(2);
        expect(style.replaceAll(/url\(data:font\/woff2;base64,[A-Za-z0-9+/=]+\)/g, '')).not.toMatch(
          /url|import|http/,
        );
        expect(svg.replace(style, '')).not.toMatch(
          /<script|<foreignObject|<image|<style|href=|style=|on[a-z]+="/,
        );
        expect(svg.length).toBeLessThan(160_000);
        if (chart === 'targets')
          expect(await drawnAgain(request({ chart, language, theme: 'dark', fonts: true }))).toBe(
            svg,
          );
      }
  });

  it('makes a document of drawn pages, the same bytes each time', async () => {
    const { content: page } = await drawing.svg(request({ size: 'a4' }));
    const { content: pdf } = await drawing.pdf([page, page], info);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*\/Count 2/);
    expect(Buffer.from((await drawing.pdf([page, page, page], info)).content).equals(pdf)).toBe(
      false,
    );
  });

  it('gives the page the same drawing as a file has, in every logical width', async () => {
    const picture = await drawing.picture(
      'pipeline',
      findChart('pipeline').toSeries(sampleOverview, { language: 'en', options: {} }),
      'en',
    );
    expect(picture.match(/<svg class="chart-/g)).toHaveLength(logicalWidths.length);
    expect(picture).toContain('var(--ind-eco)');
  });

  it('draws nothing for callers that left: waiting work is dropped, running work ends early', async () => {
    const thread = createDrawing({ drawBuild: join(folder, 'draw.js') });
    const [leaving, staying] = [new AbortController(), new AbortController()];
    const { content: page } = await thread.svg(request({ size: 'a4' }));
    const many = Array.from({ length: 200 }, () => page);
    const under = thread.pdf(many, info, leaving.signal);
    const waiting = Array.from({ length: 20 }, (_, index) =>
      thread.pdf([...many, page], { ...info, title: `${index}` }, leaving.signal),
    );
    const pending = thread.pdf([page], info, staying.signal);
    leaving.abort();
    const since = performance.now();
    for (const one of [under, ...waiting]) await expect(one).rejects.toThrow('aborted');
    expect(Buffer.from((await pending).content).toString('latin1')).toContain('/Count 1');
    // one page and the rest of another take well under a second; two hundred pages, twenty-one
    // times over, take minutes
    expect(performance.now() - since).toBeLessThan(15_000);
    await thread.close();
  });

  it('ends after a while without a task, and the next task starts it again', async () => {
    const thread = new DrawThread(join(folder, 'draw.js'), 1);
    const { content: page } = await drawing.svg(request({ size: 'a4' }));
    const task = { kind: 'pdf', source: [page], info } as const;
    const { signal } = new AbortController();
    const first = await thread.ask(task, signal);
    await expect.poll(() => thread.isRunning, { timeout: 5000 }).toBe(false);
    expect(await thread.ask(task, signal)).toEqual(first);
    await thread.close();
  });

  it('answers an unknown chart with an error and continues to draw', async () => {
    await expect(drawing.svg(request({ chart: 'none' }))).rejects.toThrow(
      'There is no chart none.',
    );
    expect((await drawing.svg(request({ chart: 'targets' }))).content).toContain('<svg');
  });

  it('explains the remedy where the drawer is not built', async () => {
    await expect(
      createDrawing({ drawBuild: join(folder, 'no-such.js') }).svg(request()),
    ).rejects.toThrow('npm run build');
  });
});
