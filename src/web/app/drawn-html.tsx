import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static.edge';
import { DrawContext, type DrawPicture } from '#charts/figure/draw-context.ts';
import { bootId } from '#contract/core/offline.ts';

/** Escapes text for HTML and for attributes in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Draws a page as HTML, with the pictures of its charts.
 *
 * @throws the first error of a component
 */
export async function drawHtml(page: ReactNode, draw: DrawPicture | undefined): Promise<string> {
  // Without this size React would move parts out of line and join them with an inline script,
  // which the policy forbids. An error that the callback throws has no handler and would end the
  // server, so it is thrown after the drawing.
  const errors: unknown[] = [];
  const { prelude } = await prerender(<DrawContext value={draw ?? null}>{page}</DrawContext>, {
    progressiveChunkSize: 1e9,
    onError: (error) => void errors.push(error),
  });
  const html = await new Response(prelude).text();
  if (errors.length > 0) throw errors[0];
  return html;
}

/** Writes the body of a drawn page: its root, and the data from which the browser continues. */
export const writeBody = (html: string, boot: object): string =>
  `<div id="root">${html}</div><script type="application/json" id="${bootId}">${JSON.stringify(boot).replaceAll('<', '\\u003c')}</script>`;
