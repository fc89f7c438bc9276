import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyChartIds, type AnyChartId } from '#charts/all-charts.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { languages } from '#domain/values/language.ts';
import type { Trx } from '#server/db/db.ts';
import { readChartOverview } from '#server/exports/figure/chart-overview-service.ts';
import { toPng } from '#server/exports/formats/png/to-png.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { compareWithPair, drawDecks, half, joinPair } from '../../setup/documents/slide-pairs.ts';
import { hasOffice, hasPoppler } from '../../setup/documents/viewers.ts';

/**
 * Reviewed pairs of each picture and its slide, in references/slides/. `HEADWAY_DRAW_PAIRS=1 npx
 * vitest run --project unit tests/charts/slides/slide-pairs.test.ts` redraws them after an intended
 * change.
 */
const folder = join(import.meta.dirname, '../references/slides');
const draws = process.env['HEADWAY_DRAW_PAIRS'] === '1';
const themes = ['light', 'dark'] as const;
const stamp = { revision: 1, made_at: '2021-04-16T08:00:00.000Z' };
const decks = languages.flatMap((language) => themes.map((theme) => ({ language, theme })));

let api: TestApi;
const overviews = new Map<AnyChartId, Overview>();
beforeAll(async () => {
  api = await openApi();
  const deps = {
    db: api.db,
    scope: new AsyncLocalStorage<Trx>(),
    importer: createImporter(inProcess),
    clock: () => new Date('2021-05-10T08:00:00Z'),
    config: { loopback: true, hosts: [], version: 'test' },
    log: () => undefined,
  };
  for (const id of anyChartIds)
    overviews.set(id, await readChartOverview(deps, { id, format: 'pptx' }, {}));
});
afterAll(() => api.close());

/** Draws the slides of all charts in each language and theme with LibreOffice. */
async function drawAll() {
  const files = await Promise.all(
    decks.map(async ({ language, theme }) => {
      const slides = await Promise.all(
        [...overviews].map(([id, overview]) =>
          chartSlide(id, overview, { language, options: {} }, stamp),
        ),
      );
      const info = { title: 'T', subject: 'S', made_at: stamp.made_at, language, theme };
      return [`${language}-${theme}`, toPptx(slides, info)] as const;
    }),
  );
  return drawDecks(Object.fromEntries(files));
}

it.skipIf(!hasOffice || !hasPoppler)(
  'each slide in LibreOffice equals its reviewed picture',
  async () => {
    const pictures = await drawAll();
    if (draws) mkdirSync(folder, { recursive: true });
    for (const { language, theme } of decks)
      for (const [at, [id, overview]] of [...overviews].entries()) {
        const slide = pictures[`${language}-${theme}`]?.[at];
        if (slide === undefined) throw new Error(`${id} has no slide`);
        const file = join(folder, `${id}-${language}-${theme}.png`);
        if (draws) {
          const figure = { id, overview, language, theme, size: 'wide', options: {} } as const;
          const svg = renderFigure(serverDocument, figure);
          const picture = await toPng(svg, language, half.width / 1600);
          writeFileSync(file, joinPair(picture, slide));
        }
        const { mean, far } = compareWithPair(readFileSync(file), slide);
        expect([id, language, theme, mean < 6, far < 0.015]).toEqual([
          ...[id, language, theme],
          ...[true, true],
        ]);
      }
  },
  300_000,
);

it('a slide without its chart is detected', () => {
  const blank = `<svg xmlns="http://www.w3.org/2000/svg" width="${half.width}" height="${half.height}"/>`;
  const pair = readFileSync(join(folder, 'breakdown-en-light.png'));
  const { mean, far } = compareWithPair(
    pair,
    new Resvg(blank, { background: '#fff' }).render().asPng(),
  );
  expect(mean > 6 || far > 0.015).toBe(true);
});
