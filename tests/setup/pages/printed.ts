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
      for (const element of sheet.querySelectorAll('p, b, small, span, td, th, text, h2, h3')) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || element.textContent?.trim() === '') continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 11) sheetFaults.push(`${number}: ${size} px: ${element.textContent}`);
        const style = getComputedStyle(element);
        if (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
          sheetFaults.push(`${number}: cut: ${element.textContent}`);
        if (box.right > edge.right + 6)
          sheetFaults.push(`${number}: outside: ${element.textContent}`);
      }
      return sheetFaults;
    }),
  );
  const texts = await page.locator('.printed-overview_sheet').allInnerTexts();
  const controls = await page
    .locator(
      '.printed-overview_sheet :is(a, input, select, textarea, .controls_iconButton):visible',
    )
    .count();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return { pages, faults, texts, controls };
}
