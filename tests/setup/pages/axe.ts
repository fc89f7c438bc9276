import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs all rules of axe in the page itself: our pages hold no frames. The code is put into each
 * document once.
 *
 * @returns one line per violation
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async () => {
    const { run } = (window as unknown as { readonly axe: typeof axe }).axe;
    // style sheets are read for a trial rule alone, which does not run
    const { violations } = await run(document, {
      reporter: 'no-passes',
      resultTypes: ['violations'],
      preload: { assets: ['media'] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${target.join(' ')} ${failureSummary?.split('\n').at(1) ?? ''}`,
      ),
    );
  });
}
