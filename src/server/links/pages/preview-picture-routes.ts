import { sharedPage } from '#contract/links/constants.ts';
import { problem } from '#server/core/problem.ts';
import { respond } from '#server/http/response-cache.ts';
import type { LinksHost } from '#server/links/link-context.ts';

/**
 * Serves the pictures of totals that owners published of their links. Everyone with the public id
 * of a live link sees its picture. The response is the same for all other ids.
 */
export function addPreviewPicture(host: LinksHost): void {
  const { hono, links, deps } = host;
  hono.get(`${sharedPage}/:file`, async (c) => {
    const [, id = ''] = /^([a-z2-7]{16})\.png$/.exec(c.req.param('file')) ?? [];
    const link = await links.findLive(id);
    if (link?.publish_picture !== true) throw problem('not_found', noSuchPicture);
    const picture = await links.getOrMake(
      link,
      'preview picture',
      async (payload, signal) => {
        const { drawPreview } = await import('./preview-picture.ts');
        const answer = await drawPreview(host, link, payload, signal);
        if (answer === undefined) throw problem('not_found', noSuchPicture);
        return answer;
      },
      c.req.raw.signal,
    );
    return respond(c.req.raw, picture, deps.compress);
  });
}

const noSuchPicture = 'There is no such picture.';
