import { canDraw, isChartId } from '#charts/registry.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { Answer } from '#server/http/response-cache.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { drawSharedChart, readAnalysis } from '#server/links/reader-file-service.ts';
import type { StoredLink } from '#server/links/store.ts';

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

/** Draws the chart that represents the page of a link. @returns undefined if none can be drawn */
export async function drawPreview(
  host: LinksHost,
  link: StoredLink,
  payload: SharedPayload,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const chart = choosePictured(payload);
  if (chart === undefined) return undefined;
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
}
