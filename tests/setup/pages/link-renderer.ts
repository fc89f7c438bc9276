import type { RenderLink } from '#server/core/deps.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { renderLink } from '../../../src/web/app/render-link.tsx';

const emptyPage =
  '<!doctype html><html lang="zh-CN"><head><title>x</title></head><body><div id="root"></div></body></html>';
/** The built page of links, without its code. */
export const linkPage: Required<Pick<ServerDeps, 'assets'>> = {
  assets: async (path) =>
    path === '/shared-link.html'
      ? {
          bytes: new TextEncoder().encode(emptyPage),
          type: 'text/html; charset=utf-8',
          immutable: false,
        }
      : undefined,
};
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Draws pages of links as the product does. In the place of each picture stands the series that it
 * is drawn from.
 */
export const drawnLinks: Required<Pick<ServerDeps, 'assets' | 'renderLink'>> = {
  ...linkPage,
  renderLink: (request) =>
    renderLink({
      ...request,
      draw: async (chart, series) =>
        `<svg><desc>${chart} ${escapeText(JSON.stringify(series))}</desc></svg>`,
    }),
};

/** Serves pages of links that hold the payload that they would be drawn from, and the options. */
export const echoedLinks: Required<Pick<ServerDeps, 'assets' | 'renderLink'>> = {
  ...linkPage,
  renderLink: async ({ built: html, payload, language, view, tag }: Parameters<RenderLink>[0]) =>
    html.replace('<div id="root"></div>', () => JSON.stringify({ language, view, tag }) + payload),
};
