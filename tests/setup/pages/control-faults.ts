import type { Page } from 'playwright-core';

/**
 * Finds buttons and headings whose text is cut, with or without an ellipsis, and controls of the
 * page, or of one dialog, that overlap.
 *
 * @returns one line per fault
 */
export const controlFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (e: Element): boolean => {
      for (let at: Element | null = e; at; at = at.parentElement) {
        const { clipPath, clip } = getComputedStyle(at);
        if (clipPath !== 'none' || clip !== 'auto') return false;
      }
      return e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const layerOf = (e: Element): Element | null => e.closest('[popover], dialog');
    /** Whether it stays in its place while the page or dialog that holds it scrolls. */
    const floats = (e: Element): boolean => {
      const layer = layerOf(e);
      for (let at: Element | null = e; at && at !== layer; at = at.parentElement)
        if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
      return false;
    };
    const nameOf = (e: Element): string =>
      `${e.tagName.toLowerCase()} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 30)}`;
    const faults: string[] = [];
    for (const e of document.querySelectorAll('button, h1, h2, h3, h4'))
      if (
        isShown(e) &&
        /hidden|clip/.test(getComputedStyle(e).overflowX) &&
        (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2)
      )
        faults.push(`CUT: ${nameOf(e)} ${e.scrollWidth} in ${e.clientWidth}`);
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea')]
      .filter((e) => isShown(e) && !floats(e) && !e.closest('svg'))
      .map((e) => ({
        e,
        layer: layerOf(e),
        boxes: [...e.getClientRects()].filter(({ width }) => width > 1),
      }));
    const meets = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
    controls.forEach((a, at) => {
      for (const b of controls.slice(at + 1))
        if (
          a.layer === b.layer &&
          !a.e.contains(b.e) &&
          !b.e.contains(a.e) &&
          a.boxes.some((box) => b.boxes.some((other) => meets(box, other)))
        )
          faults.push(`ON: ${nameOf(a.e)} on ${nameOf(b.e)}`);
    });
    return faults;
  });
