import { expect, test } from 'vitest';
import { journeys, languages } from '../setup/pages/journey.ts';
import {
  importDanishZone,
  importLongWords,
  importMixedRegister,
  importRegister,
  json,
} from '../setup/pages/foreign-register.ts';
import { listTextFaults, print, type PrintResult } from '../setup/pages/printed.ts';

journeys('the overview on paper', (at) => {
  const printed = async (path: string): Promise<PrintResult> => {
    const { page, problems } = await at().walk(path);
    const paper = await print(page);
    expect(paper.faults).toEqual([]);
    expect(paper.controls).toBe(0);
    expect(paper.pages).toBeGreaterThanOrEqual(1);
    expect(paper.pages).toBeLessThanOrEqual(2);
    expect(problems).toEqual([]);
    return paper;
  };

  test.each(languages)('the sample takes two pages with zone, day and number, %s', async (lang) => {
    const { texts } = await printed(`/?lang=${lang}`);
    expect(texts).toHaveLength(2);
    const { name } = await (await fetch(new URL('/api/v1/zone', at().server.url))).json();
    for (const [place, text] of texts.entries()) {
      expect(text).toContain(name[lang]);
      expect(text).toContain('2021');
      expect(text).toContain(`${place + 1} / 2`);
    }
  });

  test('the number of a page stands below content of any length', async () => {
    const { page } = await at().walk('/?lang=en');
    await print(page);
    const places = await page.locator('.printed-overview_sheet').evaluateAll((sheets) =>
      sheets.map((sheet) => {
        const tall = document.createElement('p');
        tall.style.height = '2000px';
        sheet.querySelector('.printed-overview_body')?.append(tall);
        const footer = sheet.querySelector('footer')?.getBoundingClientRect().bottom ?? Infinity;
        return [tall.isConnected, sheet.getBoundingClientRect().bottom - footer];
      }),
    );
    expect(places).toEqual(places.map(() => [true, 0]));
  });

  test.each(languages)('an invented zone takes at most two pages, %s', async (lang) => {
    const { url } = at().server;
    await fetch(new URL('/api/v1/samples', url), json(url, { sample: 'example_zone' }));
    await printed(`/?lang=${lang}`);
  });

  test('a register of another country takes at most two pages', async () => {
    await importRegister(at().server.url);
    for (const lang of languages) {
      const { texts } = await printed(`/?lang=${lang}`);
      expect(texts.every((text) => text.includes('Zona Franca Atacama'))).toBe(true);
    }
  });

  // seen to fail: amounts in Danish crowns lay over the next milestone
  test('a zone whose currencies have long names takes at most two pages without an overlap', async () => {
    await importDanishZone(at().server.url);
    for (const lang of languages) await printed(`/?lang=${lang}`);
  });

  // seen to fail: the last line of the total stood under the edge
  test('a zone with names of several lines and three currencies is printed complete', async () => {
    await importLongWords(at().server.url);
    for (const lang of languages) await printed(`/?lang=${lang}`);
  });

  // seen to fail: of fourteen targets page 1 named twelve and "and 2 more", and page 2 had room
  test('targets without room on page 1 stand on page 2', async () => {
    const { url } = at().server;
    await importRegister(url);
    const ids = Array.from({ length: 14 }, (_, n) => `aim${n + 10}`);
    const named = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
    const indicators = ids.map((id) => ({
      id,
      kind: 'stock',
      unit: 'people',
      name: named(id),
      definition: named(id),
    }));
    const targets = ids.map((indicator) => ({
      indicator,
      comparator: '>=',
      value: '9000',
      data_status: 'reported',
      deadline: '2030-12-31',
      baseline: '0',
      baseline_date: '2019-12-31',
      source: 'plan',
      source_date: '2021-01-01',
    }));
    const address = new URL('/api/v1/zone', url);
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const request = json(url, { indicators, targets, reason: 'New' });
    const headers = { ...request.headers, 'if-match': etag };
    const reply = await fetch(address, { ...request, method: 'PATCH', headers });
    expect(reply.status, await reply.clone().text()).toBe(200);
    for (const lang of languages) {
      const { texts } = await printed(`/?lang=${lang}`);
      expect(ids.filter((id) => !texts.join(' ').includes(id))).toEqual([]);
      expect(texts[1]).toContain('aim');
    }
  });

  // seen to fail: the month took six pages of form fields
  test('the month takes at most two pages without a field, with its figures, achievements and causes', async () => {
    const { url } = at().server;
    const send = async (path: string, body: unknown, headers = {}, method = 'POST') => {
      const request = json(url, body);
      const options = { ...request, method, headers: { ...request.headers, ...headers } };
      const reply = await fetch(new URL(path, url), options);
      expect(reply.status, await reply.clone().text()).toBeLessThan(300);
    };
    const words = { 'zh-CN': '就业人数', ja: '雇用者数', en: 'Jobs' };
    const target = {
      indicator: 'jobs',
      comparator: '>=',
      value: '9000',
      data_status: 'reported',
      deadline: '2030-12-31',
      baseline: '0',
      baseline_date: '2019-12-31',
      source: 'plan',
      source_date: '2021-01-01',
    };
    const etag = (await fetch(new URL('/api/v1/zone', url))).headers.get('etag') ?? '';
    const indicators = [
      { id: 'jobs', kind: 'stock', unit: 'jobs', name: words, definition: words },
    ];
    const zone = { indicators, targets: [target], reason: 'New' };
    await send('/api/v1/zone', zone, { 'if-match': etag }, 'PATCH');
    const values = [{ indicator: 'jobs', period: '2021-03', value: '12' }];
    await send('/api/v1/observations', { values });
    const [achievement, cause] = ['The north quay has power.', 'Two firms wait for permits.'];
    await send('/api/v1/periods/2021-03/notes', {
      notes: [{ indicator: 'jobs', cause, seen: '' }],
      achievement: { text: achievement, seen: '' },
    });
    for (const lang of languages) {
      const { texts } = await printed(`/month?month=2021-03&lang=${lang}`);
      for (const part of [words[lang], '12', achievement, cause])
        expect(texts.join(' ')).toContain(part);
    }
  });

  // seen to fail: paper had the headings of decisions and issues, and "none" below them
  test('a project on paper has no part that only says there is nothing', async () => {
    await importRegister(at().server.url);
    const { page } = await at().walk('/projects/P2?lang=en');
    const empty = page.locator('article [data-empty]');
    await expect.poll(() => empty.count()).toBeGreaterThan(2);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('article [data-empty]:visible').count()).toBe(0);
    expect(await page.locator('article h3:visible').count()).toBeGreaterThan(3);
  });

  // seen to fail: tables had 9 px
  test('tables of the report on paper have at least 8.5 pt', async () => {
    await importRegister(at().server.url);
    const { page } = await at().walk('/report?lang=zh-CN');
    await page.locator('article table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('article :is(td, th)')
      .evaluateAll((cells) =>
        cells.map((cell) => Number.parseFloat(getComputedStyle(cell).fontSize)),
      );
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11.33);
  });

  // seen to fail: the total stood under the edge in Japanese, the definitions in English
  // seen to fail: an empty page, one for the title, and a drawing over the notes; then a drawing of
  // three currencies on one page, with numbers of 5 px
  test('a chart of three currencies is printed currency by currency, its notes below it', async () => {
    await importLongWords(at().server.url);
    const { page } = await at().walk('/charts?chart=breakdown&lang=en');
    await page.locator('.chart-drawing').hover();
    await page.locator('.chart-live svg').first().waitFor();
    const paper = await page.pdf({ format: 'A4' });
    const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    // one for each currency, and none without content
    expect(pages).toHaveLength(3);
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const edges = await page.locator('.figure-card_figure').evaluate((figure) => {
      const drawings = [...figure.querySelectorAll('.charts_paper > svg')];
      const boxes = drawings.map((drawing) => drawing.getBoundingClientRect());
      const notes = [...figure.querySelectorAll('.text_note')].map(
        (note) => note.getBoundingClientRect().top,
      );
      return {
        scales: boxes.map(({ width }, at) => width / Number(drawings[at]?.getAttribute('width'))),
        drawing: Math.max(...boxes.map(({ bottom }) => bottom)),
        note: Math.min(...notes),
        isWholeHidden: figure.querySelector('.chart')?.getBoundingClientRect().height === 0,
      };
    });
    expect(edges.scales.length).toBeGreaterThanOrEqual(3);
    for (const scale of edges.scales) expect(scale).toBeGreaterThan(0.7);
    expect(edges.drawing).toBeLessThanOrEqual(edges.note);
    expect(edges.isWholeHidden).toBe(true);
  });

  // seen to fail: the zone took six pages of names without their definitions, the settings had the
  // list of all sections
  test('the zone takes two pages, and the settings have no list of other sections', async () => {
    await importLongWords(at().server.url);
    for (const lang of languages)
      for (const path of ['/zone', '/settings/targets']) {
        const { page } = await at().walk(`${path}?lang=${lang}`);
        await page.locator('main :is(h2, h3)').first().waitFor();
        if (path === '/zone') await page.locator('#measures summary').first().waitFor();
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const pages = paper.match(/\/Type\s*\/Page\b/g) ?? [];
        expect(pages.length, `${path} ${lang}`).toBeLessThanOrEqual(2);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('main a[href*="/settings/"]:visible').count()).toBe(0);
        expect(await page.locator('#measures:visible').count()).toBe(0);
      }
  });

  // seen to fail: the drawing of a wide window was reduced to half, with labels of 5 pt
  test('a chart of a wide window is drawn again for paper', async () => {
    const { page } = await at().walk('/pipeline?lang=en');
    await page.locator('.chart-drawing').first().hover();
    await page.locator('.chart-live svg').first().waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const faults = await page
      .locator('.chart-live')
      .first()
      .evaluate((live) => {
        const sizes = [...live.querySelectorAll('text')].map(
          (text) =>
            Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.d ?? 0),
        );
        return { few: sizes.length < 5, small: sizes.filter((size) => size < 11.3) };
      });
    expect(faults).toEqual({ few: false, small: [] });
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('.chart-live.chart-560').count()).toBe(0);
  });

  test.each(languages)('a register in two currencies is printed complete, %s', async (lang) => {
    await importMixedRegister(at().server.url);
    const { texts } = await printed(`/?lang=${lang}`);
    expect(texts.join(' ')).toContain('Rana Industrial Park');
  });
});

journeys('the outlook on paper', (at) => {
  // seen to fail: English took three pages; an amount beside the paper shrank all texts below 8.5 pt
  test('it takes two pages of readable text, for the sample and for a zone of long currency names', async () => {
    for (const zone of ['sample', 'own']) {
      if (zone === 'own') await importDanishZone(at().server.url, 400);
      for (const lang of languages) {
        const { page } = await at().walk(`/outlook?lang=${lang}`);
        await page.locator('.outlook_record :is(ul, p)').first().waitFor();
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        const pages = paper.match(/\/Type\s*\/Page\b/g) ?? [];
        expect(pages.length, `${zone} ${lang}`).toBeLessThanOrEqual(2);
        expect(pages.length).toBeGreaterThan(0);
        await page.setViewportSize({ width: 680, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('main').evaluateAll(listTextFaults), lang).toEqual([]);
      }
    }
  });
});
