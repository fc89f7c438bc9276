import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { officeTurns } from './viewers.ts';

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** The words of a one-page PDF, in units of a page as wide as `width`. */
function readWords(pdf: Buffer, width: number): readonly Word[] {
  const words = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' });
  const scale = width / Number(/page width="([\d.]+)"/.exec(words)?.[1]);
  const box = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g;
  return [...words.matchAll(box)].map(([, left, top, right, bottom, text = '']) => ({
    text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    left: Number(left) * scale,
    right: Number(right) * scale,
    middle: ((Number(top) + Number(bottom)) / 2) * scale,
  }));
}

/** A text of a drawing, and how far its ends stand in LibreOffice from where a browser has them. */
export interface OfficeShift {
  readonly text: string;
  /** In px of the layout; infinite for an end that is not there. */
  readonly start: number;
  readonly end: number;
}

/** Finds the ends of each level text of a drawing in LibreOffice, which has none of its fonts. */
export async function findOfficeShifts(page: Page, svg: string): Promise<readonly OfficeShift[]> {
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const { width, texts } = await page.locator('body > svg').evaluate((drawing) => {
    const box = drawing.getBoundingClientRect();
    const wide = (drawing as SVGSVGElement).viewBox.baseVal.width;
    const scale = wide / box.width;
    const all = [...drawing.querySelectorAll('text:not([aria-hidden])')].flatMap((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const text = one.textContent.trim();
      const isLevel = !(one.getAttribute('transform') ?? '').includes('rotate');
      return text === '' || !isLevel
        ? []
        : [
            {
              text,
              left: (left - box.left) * scale,
              right: (right - box.left) * scale,
              middle: ((top + bottom) / 2 - box.top) * scale,
            },
          ];
    });
    return { width: wide, texts: all };
  });
  const words = readWords(officeTurns('a.svg', new TextEncoder().encode(svg), 'pdf'), width);
  return texts.map(({ text, left, right, middle }) => {
    const near = words.filter(
      (word) =>
        Math.abs(word.middle - middle) < 7 && word.right > left - 25 && word.left < right + 25,
    );
    const starts = near.filter((word) => text.startsWith(word.text));
    const ends = near.filter((word) => text.endsWith(word.text));
    return {
      text,
      start: Math.min(...starts.map((word) => Math.abs(word.left - left))),
      end: Math.min(...ends.map((word) => Math.abs(word.right - right))),
    };
  });
}
