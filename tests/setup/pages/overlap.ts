import type { Page } from 'playwright-core';

/**
 * Finds text that overlaps other text, its cell or the edge of the page. @returns one line per
 * fault
 */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    interface Item {
      readonly element: Element;
      readonly box: DOMRect;
      readonly text: string;
      readonly floating: Element | undefined;
    }
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const isVisible = (e: Element): boolean => {
      if (
        !e.checkVisibility({
          opacityProperty: true,
          visibilityProperty: true,
          contentVisibilityAuto: true,
        })
      )
        return false;
      for (let at: Element | null = e; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== 'none' || style.clip !== 'auto') return false;
      }
      return true;
    };
    const floatingOf = (e: Element): Element | undefined => {
      for (let at: Element | null = e; at; at = at.parentElement)
        if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return at;
      return undefined;
    };
    const scrollerOf = (e: Element): Element | undefined => {
      for (let at: Element | null = e; at; at = at.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX)) return at;
      return undefined;
    };
    const items: Item[] = [];
    const add = (element: Element, box: DOMRect, text: string): void => {
      if (box.width < 1 || box.height < 1) return;
      const scroller = scrollerOf(element)?.getBoundingClientRect();
      if (
        scroller &&
        (box.left >= scroller.right ||
          box.right <= scroller.left ||
          box.top >= scroller.bottom ||
          box.bottom <= scroller.top)
      )
        return;
      items.push({ element, box, text, floating: floatingOf(element) });
    };
    for (const e of document.querySelectorAll('svg text'))
      if (e.textContent?.trim() && isVisible(e))
        add(e, e.getBoundingClientRect(), e.textContent.trim());
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        !node.textContent?.trim() ||
        parent.closest('svg,style,script,noscript,select,option,textarea') ||
        !isVisible(parent)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        add(parent, box, node.textContent.trim().slice(0, 30));
    }
    items.forEach((a, i) => {
      if (!a.floating && !scrollerOf(a.element) && (a.box.right > width + 0.5 || a.box.left < -0.5))
        faults.push(
          `OFF the page: ${a.text} ${a.box.left.toFixed(0)}–${a.box.right.toFixed(0)} of ${width}`,
        );
      const cell = a.element.closest('svg') ? null : a.element.closest('td,th,li,button,dd,dt');
      const cellBox = cell?.getBoundingClientRect();
      if (cellBox && cellBox.width > 2 && a.box.right > cellBox.right + 1.5)
        faults.push(`OUT of its cell: ${a.text} by ${(a.box.right - cellBox.right).toFixed(1)}`);
      for (const b of items.slice(i + 1)) {
        if (
          a.element === b.element ||
          a.floating !== b.floating ||
          a.element.contains(b.element) ||
          b.element.contains(a.element)
        )
          continue;
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (x > 1 && y > (a.element.closest('svg') || b.element.closest('svg') ? 5 : 4))
          faults.push(`HIT: [${a.text}] on [${b.text}] ${x.toFixed(0)}×${y.toFixed(0)}`);
      }
    });
    if (document.documentElement.scrollWidth > width + 1)
      faults.push(
        `WIDE: the page scrolls sideways, ${document.documentElement.scrollWidth} of ${width}`,
      );
    return faults;
  });
}

/** @returns all text that is visible without scrolling, joined */
export function firstScreen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        !node.textContent?.trim() ||
        parent.closest('style,script') ||
        !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (
        box.width > 0 &&
        box.top >= 0 &&
        box.bottom <= innerHeight &&
        box.left >= 0 &&
        box.right <= innerWidth
      )
        texts.push(node.textContent.trim());
    }
    return texts.join(' ');
  });
}

/**
 * Finds controls on the first screen that are less than 20 px high above or below their middle.
 * Figures that open their explanation are part of lines of text, and have their height.
 *
 * @returns the text of each control
 */
export const narrowTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isHit = (e: Element, x: number, y: number): boolean => {
      const top = document.elementFromPoint(x, y);
      return top === e || e.contains(top);
    };
    const bars = [...document.querySelectorAll('nav')].filter((bar) =>
      /fixed|sticky/.test(getComputedStyle(bar).position),
    );
    const controls = 'a, button:not([data-measure]), input, select, summary';
    return [...document.querySelectorAll(controls)].flatMap((e) => {
      const box = e.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      // controls half under the bottom bar can be scrolled into view
      const end = Math.min(
        innerHeight,
        ...bars.filter((bar) => !bar.contains(e)).map((bar) => bar.getBoundingClientRect().top),
      );
      if (!isHit(e, x, y) || y < 22 || y > end - 22 || getComputedStyle(e).display === 'inline')
        return [];
      return isHit(e, x, y - 20) && isHit(e, x, y + 20)
        ? []
        : [`${e.textContent ?? ''} ${e.getAttribute('aria-label') ?? ''}`.trim()];
    });
  });
