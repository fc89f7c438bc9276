import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { anyChartIds } from '#charts/all-charts.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { languages } from '#domain/values/language.ts';
import type { Trx } from '#server/db/db.ts';
import { readChartOverview } from '#server/exports/figure/chart-overview-service.ts';
import { toPng } from '#server/exports/formats/png/to-png.ts';
import { embedFonts } from '#server/exports/formats/svg/embed-fonts.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { openApi, type TestApi } from '../setup/api/api.ts';
import { findOfficeShifts } from '../setup/documents/office-texts.ts';
import { drawInLibrsvg, findTextShifts } from '../setup/documents/text-shifts.ts';
import { hasLibrsvg, hasOffice, hasPoppler } from '../setup/documents/viewers.ts';
import { launch } from '../setup/pages/browser.ts';
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
      const serverPicture = await read(`data:image/png;base64,${png}`);
      if (serverPicture === undefined) return 100;
      const file = new Blob([svg], { type: 'image/svg+xml' });
      const pagePicture = await read(URL.createObjectURL(file), [
        serverPicture.width,
        serverPicture.height,
      ]);
      let different = 0;
      for (let at = 0; at < serverPicture.data.length; at += 4)
        if (
          [0, 1, 2].some(
            (one) =>
              Math.abs((serverPicture.data[at + one] ?? 0) - (pagePicture?.data[at + one] ?? 0)) >
              96,
          )
        )
          different += 1;
      return (different * 100) / (serverPicture.width * serverPicture.height);
    },
    [svg, Buffer.from(png).toString('base64')] as const,
  );

const depsOf = ({ db }: TestApi) => ({
  db,
  scope: new AsyncLocalStorage<Trx>(),
  importer: createImporter(inProcess),
  clock: () => new Date('2021-05-10T08:00:00Z'),
  config: { loopback: true, hosts: [], version: 'test' },
  log: () => undefined,
});

// Seen to fail: with a hatch as a pattern, 2.3 % of the pixels of the chart of changes differ.
journeys('a picture in the browser and as PNG', (at) => {
  let api: TestApi;
  let hinted: Promise<Browser> | undefined;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(async () => {
    await api.close();
    await (await hinted)?.close();
  });

  test.each([...anyChartIds.entries()])('%i %s is the same drawing', async (index, id) => {
    const overview = await readChartOverview(depsOf(api), { id, format: 'png' }, {});
    const page = await at().browser.newPage();
    // a theme changes colours alone: the languages take turns in both
    for (const [place, language] of languages.entries()) {
      const theme = (index + place) % 2 === 0 ? 'light' : 'dark';
      const svg = renderFigure(serverDocument, {
        id,
        overview,
        language,
        theme,
        size: 'wide',
        options: {},
      });
      const [withFonts, png] = [await embedFonts(svg, language), await toPng(svg, language, 1)];
      const part = await compare(page, withFonts, png);
      expect([language, theme, part, part < 0.5]).toEqual([language, theme, part, true]);
    }
    await page.close();
  });

  // seen to fail: until the face of ğ and ı came, half of the labels were missing
  test('a name with letters of another face is drawn with all labels at once', async () => {
    const overview = await readChartOverview(depsOf(api), { id: 'targets', format: 'png' }, {});
    const name = { en: 'Doğu Yatırım Bölgesi', ja: 'Doğu Yatırım', 'zh-CN': 'Doğu Yatırım' };
    const own = { ...overview, zone: { ...overview.zone, name } };
    for (const language of languages) {
      const page = await at().browser.newPage();
      const svg = renderFigure(serverDocument, {
        id: 'targets',
        overview: own,
        language,
        theme: 'light',
        size: 'wide',
        options: {},
      });
      const [withFonts, png] = [await embedFonts(svg, language), await toPng(svg, language, 1)];
      expect([language, await compare(page, withFonts, png)]).toEqual([
        language,
        expect.toSatisfy((part: number) => part < 0.5),
      ]);
      await page.close();
    }
  });

  // seen to fail: LibreOffice has other fonts, so the end of half of all titles moved by 10 to 90 px
  test.skipIf(!hasOffice || !hasPoppler).each([...anyChartIds.entries()])(
    '%i %s has both ends of its texts where LibreOffice draws them without its fonts',
    { timeout: 120_000 },
    async (index, id) => {
      const overview = await readChartOverview(depsOf(api), { id, format: 'svg' }, {});
      const page = await at().browser.newPage();
      const language = languages[index % languages.length] ?? 'en';
      const svg = renderFigure(serverDocument, {
        id,
        overview,
        language,
        theme: 'light',
        size: 'wide',
        options: {},
      });
      const shifts = await findOfficeShifts(page, await embedFonts(svg, language));
      expect(shifts.length).toBeGreaterThan(5);
      expect(shifts.filter(({ start, end }) => Math.max(start, end) > 3)).toEqual([]);
      await page.close();
    },
  );

  // Seen to fail: with widths rounded to pixels, the end of a line moves by 5 px.
  test.skipIf(!hasLibrsvg).each(anyChartIds)(
    '%s has its texts where librsvg draws them, with its fonts installed',
    { timeout: 120_000 },
    async (id) => {
      const overview = await readChartOverview(depsOf(api), { id, format: 'svg' }, {});
      hinted ??= launch('full');
      const page = await (await hinted).newPage();
      for (const language of languages) {
        const svg = renderFigure(serverDocument, {
          id,
          overview,
          language,
          theme: 'light',
          size: 'wide',
          options: {},
        });
        const file = await embedFonts(svg, language);
        const shifts = await findTextShifts(page, file, await drawInLibrsvg(file, language));
        expect(shifts.length).toBeGreaterThan(5);
        expect([
          language,
          shifts.filter(({ across, down }) => Math.max(Math.abs(across), Math.abs(down)) > 3),
        ]).toEqual([language, []]);
      }
      await page.close();
    },
  );
});
