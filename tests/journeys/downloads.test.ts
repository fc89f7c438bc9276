import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { journeys } from '../setup/pages/journey.ts';

/** Names and texts of the parts of a ZIP, read from its central directory. */
function zipParts(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size, name, extra, comment, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    parts.set(
      bytes.subarray(at + 46, at + 46 + name).toString(),
      (method === 8 ? inflateRawSync(data) : data).toString(),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

journeys(
  'taking a figure away',
  (at) => {
    const get = async (path: string): Promise<Buffer> => {
      const response = await fetch(`${at().server.url}${path}`);
      expect(response.status, path).toBe(200);
      return Buffer.from(await response.arrayBuffer());
    };
    const chart = '/api/v1/charts/targets';

    test('PNG in the named sizes, SVG with title, unit, day, source and status inside', async () => {
      for (const [size, [width, height]] of Object.entries({
        wide: [1600, 900],
        tall: [1080, 1350],
      })) {
        const png = await get(`${chart}.png?size=${size}&lang=zh-CN`);
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        // a chart with more rows than the size has room for is higher
        const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)];
        expect([wide, high >= (height ?? 0)]).toEqual([width, true]);
      }
      const svg = (await get(`${chart}.svg?lang=en`)).toString();
      expect(svg).toMatch(/^<svg/);
      expect(svg).toMatch(/2021/);
      expect(svg).toMatch(/illustrative|example/i);
    });

    test('CSV with its header in the first line, and no mark before it', async () => {
      const csv = await get(`${chart}.csv?lang=en`);
      expect(csv[0]).not.toBe(0xef);
      expect(csv.toString().split(/\r?\n/)[0]).toMatch(/,/);
      expect(csv.toString()).toMatch(/41/);
    });

    test('XLSX with numbers as numbers', async () => {
      const parts = zipParts(await get(`${chart}.xlsx?lang=ja`));
      const sheet = [...parts].find(([name]) => /worksheets\/sheet1\.xml$/.test(name))?.[1] ?? '';
      expect(sheet).toMatch(
        /<c [^>]*r="[A-Z]+\d+"(?![^>]*t="(s|inlineStr|str)")[^>]*><v>[\d.]+<\/v>/,
      );
    });

    test('PDF, slide and SVG hold the same title, complete and in the requested language', async () => {
      const title =
        /"title":"([^"]*)"/.exec((await get(`${chart}.json?lang=ja`)).toString())?.[1] ?? '';
      expect(title).toMatch(/目標/);
      expect((await get(`${chart}.pdf?lang=ja`)).subarray(0, 8).toString()).toBe('%PDF-1.7');
      expect(zipParts(await get(`${chart}.pptx?lang=ja`)).get('ppt/slides/slide1.xml')).toContain(
        title,
      );
      const svg = (await get(`${chart}.svg?lang=ja`)).toString();
      expect(svg).toContain(`<title>${title}</title>`);
      expect(svg).toContain('@font-face');
    });

    test('an SVG that is opened alone is drawn with its own letters, and breaks no policy', async () => {
      const { page, problems } = await at().visit(`${chart}.svg?lang=zh-CN`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      expect(
        await page.evaluate(
          () => [...document.fonts].filter(({ status }) => status === 'loaded').length,
        ),
      ).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    });

    test('the menu of a figure offers each form, with its name, in the chosen size and language', async () => {
      const { page, problems } = await at().visit('/changes?lang=en');
      const menu = page.getByRole('group', { name: /^Export/ });
      await expect
        .poll(async () => {
          if (!(await menu.isVisible()))
            await page
              .getByRole('figure')
              .getByRole('button', { name: /^Export/ })
              .click();
          return menu.isVisible();
        })
        .toBe(true);
      await menu.getByRole('button', { name: 'Tall' }).click();
      await menu.getByRole('button', { name: '3×' }).click();
      await menu.getByRole('button', { name: '日本語' }).click();
      await menu.getByRole('button', { name: 'Dark' }).click();
      expect(await menu.getByText('3240 px wide').isVisible()).toBe(true);
      for (const format of ['png', 'svg', 'pdf', 'pptx', 'xlsx', 'csv', 'json']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          menu.locator(`a[href*=".${format}"]`).first().click(),
        ]);
        // the first CSV of the menu is the one for spreadsheets
        const name = format === 'csv' ? 'ja_Excel_ILLUSTRATIVE' : 'ja_ILLUSTRATIVE';
        expect(download.suggestedFilename()).toMatch(
          new RegExp(`_changes_2021-04-16_${name}\\.${format}$`),
        );
        await expect.poll(() => menu.getByRole('status').textContent()).toBe('The file is ready.');
      }
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await menu.getByRole('button', { name: /^Copy table/ }).click();
      await expect.poll(() => menu.getByRole('status').textContent()).toBe('Copied.');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^[^\t\n]+(\t[^\t\n]*){8}\n/,
      );
      await menu.getByRole('button', { name: /^Copy image To/ }).click();
      await expect
        .poll(() =>
          page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join() ?? ''),
        )
        .toBe('image/png');
      expect(problems).toEqual([]);
    });

    test('a download from the page has its name', async () => {
      const { page, problems } = await at().visit('/?lang=en');
      const file = page.locator('a[href*="/api/v1/charts/"][href*=".csv"]').first();
      // a press before the page is live opens nothing
      await expect
        .poll(async () => {
          if (!(await file.isVisible()))
            await page
              .getByRole('button', { name: /export|download/i })
              .last()
              .click();
          return file.isVisible();
        })
        .toBe(true);
      const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
      expect(problems).toEqual([]);
    });

    test('the address on a file opens the figures of the file, and names those that were revised later', async () => {
      const { url } = at().server;
      const report = async (value: string): Promise<void> => {
        const answer = await fetch(`${url}/api/v1/indicators/companies/observations`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: url },
          body: JSON.stringify({ period: '2021-04', value, confirm: true }),
        });
        expect(answer.status).toBe(201);
      };
      await report('44');
      const { link } = JSON.parse((await get(`${chart}.json?lang=en`)).toString()) as {
        link: string;
      };
      await report('46');
      const { pathname, search } = new URL(link);
      const { page, problems } = await at().visit(`${pathname}${search}`);
      const revised = page.locator('section', {
        has: page.getByRole('heading', { name: /^Revised since/ }),
      });
      await revised.getByRole('heading', { name: /^Revised since/ }).waitFor();
      expect(await revised.getByRole('row').last().innerText()).toMatch(
        /^Companies\s+44 companies\s+46 companies$/,
      );
      expect(
        await page
          .getByRole('table', { name: 'Targets' })
          .getByRole('row', { name: /^Companies/ })
          .getByRole('cell')
          .first()
          .innerText(),
      ).toContain('44');
      expect(problems).toEqual([]);
    });
  },
  { HEADWAY_ADDRESS: 'https://progress.example.org' },
);
