import { join } from 'node:path';
import type { toPng } from 'html-to-image';
import { launch } from '../setup/pages/browser.ts';
import { median, rounds, table } from './figures.ts';

declare const htmlToImage: { readonly toPng: typeof toPng };

interface Made {
  readonly ms: number;
  readonly size: string;
}
async function measured(once: (round: number) => Promise<Made>): Promise<Made> {
  const all: Made[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await once(round));
  return { ms: median(all.map(({ ms }) => ms)), size: all[0]?.size ?? '' };
}

/**
 * A picture of a figure as a reader of its page gets it, twice its size: drawn by the server, as the menu of the figure does it, beside
 * `html-to-image` on the same figure in the same page, which has neither its frame nor its fonts inside. Each round is of a day of its own, so that the server has kept nothing.
 */
export async function benchPagePicture(url: string): Promise<void> {
  const browser = await launch();
  try {
    // the policy of the page lets no other library in
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${url}/?lang=zh-CN`);
    // the figure's tools have icons too, which are hidden until they are pointed at
    await page.locator('[data-figure="progress"] .chart svg:visible').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.addScriptTag({
      path: join(import.meta.dirname, '../../node_modules/html-to-image/dist/html-to-image.js'),
    });
    const ask = (address: string): Promise<Made> =>
      page.evaluate(async (path) => {
        const from = performance.now();
        const picture = await (await fetch(path, { cache: 'no-store' })).blob();
        const ms = performance.now() - from;
        const { width, height } = await createImageBitmap(picture);
        return { ms, size: `${width} × ${height}` };
      }, address);
    const theirs = await measured(() =>
      page.evaluate(async () => {
        const figure = document.querySelector('[data-figure="progress"]');
        if (figure === null) throw new Error('The page has no such figure.');
        const from = performance.now();
        const made = await htmlToImage.toPng(figure as HTMLElement, { pixelRatio: 2 });
        const ms = performance.now() - from;
        const picture = new Image();
        picture.src = made;
        await picture.decode();
        return { ms, size: `${picture.width} × ${picture.height}` };
      }),
    );
    const png = (round: number, scale: number): string =>
      `/api/v1/charts/progress.png?lang=zh-CN&scale=${scale}&as_of=2021-05-${String(10 + round).padStart(2, '0')}`;
    const lines = [
      ['Headway, drawn', await measured((round) => ask(png(round, 1)))],
      ['Headway, drawn', await measured((round) => ask(png(round, 2)))],
      ['Headway, kept', await measured((round) => ask(png(round, 2)))],
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
