import { xmlText } from '#server/exports/formats/xlsx/xml.ts';

export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relation between parts. Relations are numbered rId1, rId2 … in order. */
export type Relation = readonly [kind: string, target: string];
/** Writes the part of relations; ids count from rId1 in the order of the list. */
export const relations = (list: readonly Relation[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([kind, target], index) => {
      const type = kind.startsWith('http') ? kind : `${office}/${kind}`;
      return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
    })
    .join('')}</Relationships>`;

/**
 * Converts inches to English Metric Units. One inch has 914,400 of them, one point 12,700.
 * @returns a whole number
 */
export const inches = (value: number): number => Math.round(value * 914_400);
/** Writes a colour in DrawingML from `#rrggbb`. */
export const colour = (hex: string): string =>
  `<a:srgbClr val="${hex.replace('#', '').toUpperCase()}"/>`;
/** Writes a fill of one colour in DrawingML from `#rrggbb`. */
export const solid = (hex: string): string => `<a:solidFill>${colour(hex)}</a:solidFill>`;
/** Escapes the text of a run. Line ends become spaces. */
export const runText = (text: string): string => xmlText(text.replaceAll(/\s*[\r\n]+\s*/g, ' '));
