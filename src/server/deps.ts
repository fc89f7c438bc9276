import type { Language } from '#domain/language.ts';
import type { PictureSize } from '#charts/definition.ts';

/** Draws a chart as a standalone SVG text, or a PNG; made elsewhere (a worker on Node, the page in the demo). */
export interface Drawing {
  svg(request: DrawRequest): Promise<string>;
  png(request: DrawRequest): Promise<Uint8Array>;
}
export interface DrawRequest {
  readonly chart: string;
  /** The overview, as JSON-able domain data. */
  readonly overview: unknown;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly size: PictureSize;
  readonly options: Readonly<Record<string, string>>;
}
/** Draws the first view: the whole HTML page for a path, with its starting data. */
export type RenderPage = (request: { readonly url: string; readonly language: Language; readonly theme: string; readonly revision: number; readonly queries: readonly (readonly [readonly unknown[], unknown])[] }) => Promise<string>;
