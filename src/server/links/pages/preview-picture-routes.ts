import { sharedPage } from '#contract/links/constants.ts';
import { canDraw, isChartId } from '#charts/registry.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { problem } from '#server/core/problem.ts';
import { respond } from '#server/http/response-cache.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { drawSharedChart, readAnalysis } from '#server/links/reader-file-service.ts';

const noSuchPicture = () => problem('not_found', 'There is no such picture.');
/** The charts of an overview that a preview may show. It shows the first one that can be drawn. */
const ofOverview = ['pipeline', 'targets', 'progress'] as const;

/** Chooses the chart that represents the page of a link. */
function choosePictured(payload: SharedPayload): string | undefined {
  const { view, overview, changes } = payload;
  const drawnOverview = { ...overview, bridge: changes?.bridge };
  const candidates =
    view.page === 'overview' ? ofOverview : [view.chart?.id ?? view.page, 'pipeline'];
  return candidates.find((id) =>
    isChartId(id) ? canDraw(id, drawnOverview) : readAnalysis(payload, id) !== undefined,
  );
}

/**
 * Serves the pictures of totals that owners published of their links. Everyone with the public id
 * of a live link sees its picture. The response is the same for all other ids.
 */
export function addPreviewPicture(host: LinksHost): void {
  const { hono, links, deps } = host;
  hono.get(`${sharedPage}/:file`, async (c) => {
    const [, id = ''] = /^([a-z2-7]{16})\.png$/.exec(c.req.param('file')) ?? [];
    const link = await links.findLive(id);
    if (link?.publish_picture !== true) throw noSuchPicture();
    const picture = await links.getOrMake(
      link,
      'preview picture',
      async (payload, signal) => {
        const chart = choosePictured(payload);
        if (chart === undefined) throw noSuchPicture();
        const { bytes, type } = await drawSharedChart(host, link, payload, {
          file: `${chart}.png`,
          query: { lang: link.language },
          signal,
        });
        return {
          bytes,
          type,
          headers: { 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'cross-origin' },
        };
      },
      c.req.raw.signal,
    );
    return respond(c.req.raw, picture, deps.compress);
  });
}
