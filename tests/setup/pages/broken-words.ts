import type { Page } from 'playwright-core';

/** Finds words of kanji or katakana in sentences and headings that continue on the next line. */
export const findBrokenWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const words = new Intl.Segmenter('ja', { granularity: 'word' });
    const isBroken = (node: Node, from: number, length: number): boolean => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      return new Set(lines.map(({ top }) => Math.round(top))).size > 1;
    };
    const texts = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dd)')]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE);
    return texts.flatMap((node) =>
      [...words.segment(node.nodeValue ?? '')]
        .filter(({ segment }) => /^(?:[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff]{2,})$/.test(segment))
        .filter(({ segment, index }) => isBroken(node, index, segment.length))
        .map(({ segment, input, index }) => `${segment} in ${input.slice(index - 8, index + 8)}`),
    );
  });
