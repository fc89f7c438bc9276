import type { DrawPicture } from '#charts/figure/draw-context.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { noteServerDay } from '#web/data/server-clock.ts';
import type { DrawnLink, ReaderStart } from '#web/features/links/reader/reader-start.ts';
import {
  preloadShared,
  SharedPage,
  writeLinkTitle,
} from '#web/features/links/reader/shared-page.tsx';
import { drawHtml, escapeHtml, writeBody } from './drawn-html.tsx';

export interface LinkPageRequest {
  /** The built page, with an empty root. */
  readonly built: string;
  /** The payload as its reader gets it, in JSON. Nothing else of the link reaches the drawing. */
  readonly payload: string;
  readonly tag: string;
  readonly language: Language;
  readonly view: Pick<ReaderStart['view'], 'view' | 'theme'>;
  readonly today: string;
  readonly time_zone: string;
  readonly draw?: DrawPicture;
}

/**
 * Draws the page of a link: words, figures, pictures and the payload are in the HTML. The
 * stylesheet is not: the page that opened the link has loaded it.
 * @throws the first error of a component
 */
export async function renderLink({
  built,
  payload: text,
  draw,
  view,
  ...pageFacts
}: LinkPageRequest): Promise<string> {
  const { language, today, time_zone } = pageFacts;
  const payload = JSON.parse(text) as SharedPayload;
  // a server draws the pages of one zone
  noteServerDay(today, time_zone);
  await preloadShared(view, payload);
  const drawnLink: DrawnLink = { ...pageFacts, payload };
  const html = await drawHtml(<SharedPage start={{ view, drawnLink }} />, draw);
  const title = escapeHtml(writeLinkTitle(payload, language));
  return built
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace('<link rel="stylesheet" disabled', '<link rel="stylesheet"')
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace('<div id="root"></div>', () => writeBody(html, drawnLink));
}
