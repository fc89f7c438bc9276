import { expect } from 'vitest';
import type { Page } from 'playwright-core';

export interface PrintResult {
  readonly pages: number;
  /** Text that is cut off, outside the page or too small. */
  readonly faults: readonly string[];
  readonly texts: readonly string[];
  /** Links, buttons and fields that paper would show. */
  readonly controls: number;
}

/** Lists the texts of sheets that are below 8.5 pt, cut or beside the paper. Runs in the page. */
export function listTextFaults(sheets: readonly Element[]): readonly string[] {
  const least = (8.5 * 96) / 72 - 0.01;
  return sheets.flatMap((sheet, number) => {
    const edge = sheet.getBoundingClientRect();
    const all = 'p, b, small, span, td, th, dt, dd, li, text, h2, h3, h4, summary';
    return [...sheet.querySelectorAll(all)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const text = element.textContent?.trim() ?? '';
      if (box.width < 2 || text === '') return [];
      const style = getComputedStyle(element);
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const size = Number.parseFloat(style.fontSize) * Math.abs(matrix?.d ?? 1);
      const isCut =
        style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      return [
        ...(size < least ? [`${number}: ${size} px: ${text}`] : []),
        ...(isCut ? [`${number}: cut: ${text}`] : []),
        ...(box.right > edge.right + 6 ? [`${number}: outside: ${text}`] : []),
      ];
    });
  });
}

/** Prints a page once its code for paper has loaded. */
export async function print(page: Page): Promise<PrintResult> {
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
      const sheetFaults =
        footer === undefined || footer.bottom > edge.bottom + 1 ? [`${number}: footer is cut`] : [];
      const body = sheet.querySelector('.printed-overview_body');
      if (body !== null && body.scrollHeight > body.clientHeight + 1)
        sheetFaults.push(`${number}: ${body.scrollHeight - body.clientHeight} px are cut`);
      return sheetFaults;
    }),
  );
  const textFaults = await page.locator('.printed-overview_sheet').evaluateAll(listTextFaults);
  const texts = await page.locator('.printed-overview_sheet').allInnerTexts();
  const controls = await page
    .locator(
      '.printed-overview_sheet :is(a, input, select, textarea, .controls_iconButton):visible',
    )
    .count();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return { pages, faults: [...faults, ...textFaults], texts, controls };
}
