import { createContext } from 'react';
import type { Language } from '#domain/values/language.ts';

/**
 * Draws a chart as the SVG markup of all logical widths; the caller caches it per chart and series.
 * Only on the server.
 */
export type DrawPicture = (id: string, series: unknown, language: Language) => Promise<string>;

/**
 * Whether a served page has the pictures of the charts below. Without them a browser draws each chart
 * when it is idle. For charts that a page may have once for each of many rows.
 */
export const PicturesContext = createContext(true);

/** Set by the page renderer; null in a browser, where Recharts draws. */
export const DrawContext = createContext<DrawPicture | null>(null);
