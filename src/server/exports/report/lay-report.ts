import type { Report } from '#domain/report/report.ts';
import { orderFigures } from '#report/paper/figure-order.ts';
import { reportPages } from '#report/paper/pages.ts';
import type { PaperReport } from '#server/core/pdf-info.ts';
import type { WordDocument } from '#server/core/word-document.ts';
import { missingCharacters } from '#server/exports/fonts/missing-characters.ts';

/**
 * Lays a report out on pages, which takes up to a second. A line under the title says if no font has
 * a character.
 * @returns each page as an SVG in points
 */
export function layReport({ report, note, ...options }: PaperReport): readonly string[] {
  const inOrder = orderFigures(report, options);
  const pages = reportPages(inOrder, options);
  return missingCharacters(pages.join('')).length === 0
    ? pages
    : reportPages(inOrder, { ...options, note });
}

/** Puts the figures of a report in the order of its pages, with only the sizes of its pictures. */
export const orderForWord = ({ report, pictures, logo, address }: WordDocument): Report =>
  orderFigures(report, {
    pictures: pictures.map(({ title, alt, width, height }) => ({
      svg: `<svg viewBox="0 0 ${width} ${height}"></svg>`,
      title,
      alt,
    })),
    logo,
    address,
  });
