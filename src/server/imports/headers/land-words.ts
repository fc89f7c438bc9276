import { toPlainLetters } from '#server/imports/vocabulary/plain-letters.ts';

/** The m² of a hectare, in which nobody measures floors. */
const hectare = 10_000;
/** Headers without accents that name an area and nothing else. */
const areaWord =
  /^(?:area|superficie|surface|size|extent|flache|oppervlakte|powierzchnia|plocha|terulet|yuzolcumu|alan|luas|dien tich|площадь|площа|εκταση|المساحة|مساحة|שטח|พื้นที่|면적)$/u;

/** Whether a header names an area in hectares or larger units, which is land: Superficie (ha). */
export const namesLand = (header: string, squareMetres: number | undefined): boolean =>
  squareMetres !== undefined &&
  squareMetres >= hectare &&
  areaWord.test(toPlainLetters(header).trim());
