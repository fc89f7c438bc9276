import type { Page } from 'playwright-core';

/**
 * Finds text that is cut off without an ellipsis, keys in place of labels, and panels that leave
 * the window.
 *
 * @returns one line per fault
 */
export const textFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isShown = (e: Element): boolean => {
      for (let at: Element | null = e; at; at = at.parentElement) {
        const { clipPath, clip } = getComputedStyle(at);
        if (clipPath !== 'none' || clip !== 'auto') return false;
      }
      return e.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
    };
    const ownText = (e: Element): string =>
      [...e.childNodes]
        .map((node) => (node.nodeType === 3 ? (node.textContent ?? '') : ''))
        .join('');
    const faults: string[] = [];
    for (const e of document.querySelectorAll(
      'body *:not(svg *, script, style, code, pre, input, textarea)',
    )) {
      const text = ownText(e).trim();
      if (text === '' || !isShown(e)) continue;
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(e);
      const isCut =
        /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && webkitLineClamp === 'none';
      if (isCut && e.scrollWidth > e.clientWidth + 1)
        faults.push(`CUT: ${text} ${e.scrollWidth} in ${e.clientWidth}`);
      if (/^[a-z]+(_[a-z]+)+$|\b(undefined|NaN)\b|\[object/.test(text)) faults.push(`KEY: ${text}`);
    }
    for (const e of document.querySelectorAll('[role=dialog], [role=menu], [popover], dialog')) {
      const { left, right, width } = e.getBoundingClientRect();
      if (width > 1 && isShown(e) && (left < -0.5 || right > innerWidth + 0.5))
        faults.push(`OUTSIDE: ${e.className} ${left}–${right}`);
    }
    return faults;
  });
