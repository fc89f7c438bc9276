import { join } from 'node:path';
import type { toPng } from 'html-to-image';
import { launch } from '../setup/pages/browser.ts';
import { median, rounds, table } from './figures.ts';

declare const htmlToImage: { readonly toPng: typeof toPng };

interface PictureCost {
  readonly ms: number;
  readonly size: string;
}
async function measureMedian(once: (round: number) => Promise<PictureCost>): Promise<PictureCost> {
  const all: PictureCost[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await once(round));
  return { ms: median(all.map(({ ms }) => ms)), size: all[0]?.size ?? '' };
}

/**
 * Time of the picture of a figure at twice its size. The server draws it for the figure's menu; the
 * peer is `html-to-image` on the same figure in the same page, without frame and embedded fonts.
 * Each round uses its own day, so that nothing is cached.
 */
export async function benchPagePicture(url: string): Promise<void> {
  const browser = await launch();
  try {
    // The page's Content-Security-Policy admits no other library.
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${url}/?lang=zh-CN`);
    // The buttons of the figure have icons too. They are hidden until the pointer is over the
    // figure.
    await page.locator('[data-figure="progress"] .chart svg:visible').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.addScriptTag({
      path: join(import.meta.dirname, '../../node_modules/html-to-image/dist/html-to-image.js'),
    });
    const ask = (address: string): Promise<PictureCost> =>
      page.evaluate(async (path) => {
        const from = performance.now();
        const picture = await (await fetch(path, { cache: 'no-store' })).blob();
        const ms = performance.now() - from;
        const { width, height } = await createImageBitmap(picture);
        return { ms, size: `${width} × ${height}` };
      }, address);
    const theirs = await measureMedian(() =>
      page.evaluate(async () => {
        const figure = document.querySelector('[data-figure="progress"]');
        if (figure === null) throw new Error('The page has no such figure.');
        const from = performance.now();
        const source = await htmlToImage.toPng(figure as HTMLElement, { pixelRatio: 2 });
        const ms = performance.now() - from;
        const picture = new Image();
        picture.src = source;
        await picture.decode();
        return { ms, size: `${picture.width} × ${picture.height}` };
      }),
    );
    const png = (round: number, scale: number): string =>
      `/api/v1/charts/progress.png?lang=zh-CN&scale=${scale}&as_of=2021-05-${String(10 + round).padStart(2, '0')}`;
    const lines = [
      ['Headway, drawn', await measureMedian((round) => ask(png(round, 1)))],
      ['Headway, drawn', await measureMedian((round) => ask(png(round, 2)))],
      ['Headway, kept', await measureMedian((round) => ask(png(round, 2)))],
      ['html-to-image', theirs],
    ] as const;
    table([
      ['a PNG of the figure, in the page', 'pixels', 'ms', '× html-to-image'],
      ...lines.map(([name, { ms, size }]) => [
        name,
        size,
        ms.toFixed(0),
        (ms / theirs.ms).toFixed(2),
      ]),
    ]);
  } finally {
    await browser.close();
  }
}
