import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { journeys, languages } from '../setup/pages/journey.ts';

const json = (url: string, body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: new URL(url).origin },
  body: JSON.stringify(body),
});

/** A register of another country: 400 projects in dollars with long names. */
const register = [
  'Código;Proyecto;Etapa;Sector;Inversión (USD)',
  ...Array.from(
    { length: 400 },
    (_, n) =>
      `P${n};Planta de procesamiento de hidrógeno verde y amoníaco número ${n};${['Prospecto', 'Contrato firmado', 'En construcción', 'En operación'][n % 4]};Sector ${n % 9};${(n + 1) * 125_000}`,
  ),
].join('\n');

async function importRegister(url: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([register]), 'Zona Franca 2026-09-30.csv');
  const sent = await fetch(new URL('/api/v1/imports?lang=en', url), {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: form,
  });
  const { id } = (await sent.json()) as { id: string };
  const answers = {
    zone_name: 'Zona Franca Atacama',
    file_kind: 'other_zone',
    sample_data: 'remove',
    mapping: 'proposals',
    stage_words: {
      Prospecto: 'lead',
      'Contrato firmado': 'signed',
      'En construcción': 'construction',
      'En operación': 'operation',
    },
  };
  const done = await fetch(
    new URL(`/api/v1/imports/${id}/commit?lang=en`, url),
    json(url, { answers }),
  );
  expect(done.status, await done.clone().text()).toBe(200);
}

interface Printed {
  readonly pages: number;
  /** What is cut, outside or too small. */
  readonly faults: readonly string[];
  readonly texts: readonly string[];
  /** Links and buttons that paper would show. */
  readonly controls: number;
}

/** Prints a page once the code of paper is there. */
async function print(page: Page): Promise<Printed> {
  await expect
    .poll(
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        return page.locator('.printed-overview_sheet').count();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
  await page.setViewportSize({ width: 673, height: 998 });
  await page.emulateMedia({ media: 'print' });
  const faults = await page.locator('.printed-overview_sheet').evaluateAll((sheets) =>
    sheets.flatMap((sheet, number) => {
      const edge = sheet.getBoundingClientRect();
      const footer = sheet.querySelector(':scope > footer')?.getBoundingClientRect();
      const found =
        footer === undefined || footer.bottom > edge.bottom + 1 ? [`${number}: footer is cut`] : [];
      for (const element of sheet.querySelectorAll('p, b, small, span, td, th, text, h2, h3')) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || element.textContent?.trim() === '') continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 11) found.push(`${number}: ${size} px: ${element.textContent}`);
        if (box.right > edge.right + 6) found.push(`${number}: outside: ${element.textContent}`);
      }
      return found;
    }),
  );
  const texts = await page.locator('.printed-overview_sheet').allInnerTexts();
  const controls = await page
    .locator('.printed-overview_sheet :is(a, .controls_iconButton):visible')
    .count();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return { pages, faults, texts, controls };
}

journeys('the overview on paper', (at) => {
  const printed = async (path: string): Promise<Printed> => {
    const { page, problems } = await at().visit(path);
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
});
