import type { Language } from '#domain/values/language.ts';

/** Sizes in points, margins in millimetres. */
export interface PageStyle {
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly title: { readonly size: number; readonly lead: number };
  /** The line under the title. */
  readonly subtitle: { readonly size: number; readonly lead: number };
  readonly heading: { readonly size: number; readonly lead: number };
  readonly body: { readonly size: number; readonly lead: number };
  readonly table: number;
  readonly note: number;
  readonly pageNumber: number;
  /** The widest picture. */
  readonly picture: number;
  /** The indent of the first line of a paragraph, in characters. */
  readonly indent: number;
  /** The texts around a page number. */
  readonly around: readonly [before: string, after: string];
}

/**
 * The page of an official document in each language. Chinese: GB/T 9704-2012 (margins 37, 35, 28
 * and 26 mm, body of 16 pt on lines of 28 pt, two characters of indent, "— 1 —").
 */
export const pageStyles: Readonly<Record<Language, PageStyle>> = {
  'zh-CN': {
    margins: { top: 37, bottom: 35, left: 28, right: 26 },
    title: { size: 22, lead: 36 },
    subtitle: { size: 12, lead: 18 },
    heading: { size: 16, lead: 28 },
    body: { size: 16, lead: 28 },
    table: 11,
    note: 10.5,
    pageNumber: 14,
    picture: 420,
    indent: 2,
    around: ['— ', ' —'],
  },
  ja: {
    margins: { top: 25, bottom: 22, left: 25, right: 25 },
    title: { size: 18, lead: 28 },
    subtitle: { size: 10.5, lead: 18 },
    heading: { size: 12, lead: 20 },
    body: { size: 10.5, lead: 18 },
    table: 9,
    note: 9,
    pageNumber: 10.5,
    picture: 420,
    indent: 1,
    around: ['- ', ' -'],
  },
  en: {
    margins: { top: 22, bottom: 20, left: 25, right: 25 },
    title: { size: 20, lead: 28 },
    subtitle: { size: 11, lead: 16.5 },
    heading: { size: 14, lead: 20 },
    body: { size: 11, lead: 16.5 },
    table: 9.5,
    note: 9,
    pageNumber: 10,
    picture: 420,
    indent: 0,
    around: ['', ''],
  },
};

const paperWidth = 210;
const pointsPerMillimetre = 72 / 25.4;

/** Converts millimetres to points. @returns points of 1/72 inch */
export const toPoints = (millimetres: number): number => millimetres * pointsPerMillimetre;

/** Width and height of A4 in whole points. */
export const paperSize = { width: 595, height: 842 } as const;

/** Finds the height between the margins. @returns points */
export const textHeight = ({ margins }: PageStyle): number =>
  paperSize.height - toPoints(margins.top + margins.bottom);
/** Finds the width between the margins. @returns points */
export const textRoom = ({ margins }: PageStyle): number =>
  toPoints(paperWidth - margins.left - margins.right);
