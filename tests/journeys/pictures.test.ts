import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { toPng } from '#server/exports/formats/png/to-png.ts';
import { embedFonts } from '#server/exports/formats/svg/embed-fonts.ts';
import { journeys } from '../setup/pages/journey.ts';

/** The share of pixels in which two drawings differ by more than a third of a colour, in %. */
const compare = (page: Page, svg: string, png: Uint8Array): Promise<number> =>
  page.evaluate(
    async ([svg, png]) => {
      const read = async (source: string, size?: readonly [number, number]) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = size ?? [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0, canvas.width, canvas.height);
        return context?.getImageData(0, 0, canvas.width, canvas.height);
      };
      const drawn = await read(`data:image/png;base64,${png}`);
      if (drawn === undefined) return 100;
      const file = new Blob([svg], { type: 'image/svg+xml' });
      const shown = await read(URL.createObjectURL(file), [drawn.width, drawn.height]);
      let different = 0;
      for (let at = 0; at < drawn.data.length; at += 4)
        if (
          [0, 1, 2].some(
            (one) => Math.abs((drawn.data[at + one] ?? 0) - (shown?.data[at + one] ?? 0)) > 96,
          )
        )
          different += 1;
      return (different * 100) / (drawn.width * drawn.height);
    },
    [svg, Buffer.from(png).toString('base64')] as const,
  );

// Seen to fail: with a hatch as a pattern, 2.3 % of the pixels of the chart of changes differ.
journeys('a picture in the browser and as PNG', (at) => {
  test.each(chartIds)('%s is the same drawing', async (id) => {
    const page = await at().browser.newPage();
    for (const language of ['en', 'ja'] as const)
      for (const theme of ['light', 'dark'] as const) {
        const svg = renderFigure(serverDocument, {
          ...{ id, overview: sampleOverview, language, theme, size: 'wide', options: {} },
        });
        const [shown, drawn] = [await embedFonts(svg, language), await toPng(svg, language, 1)];
        const part = await compare(page, shown, drawn);
        expect([language, theme, part, part < 0.5]).toEqual([language, theme, part, true]);
      }
    await page.close();
  });
});
