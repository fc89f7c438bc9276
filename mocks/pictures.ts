import { isAnyChartId } from '#charts/all-charts.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DrawRequest } from '#server/core/deps.ts';

async function drawSvg({
  chart,
  overview,
  language,
  theme,
  size,
  options,
  stamp,
}: DrawRequest): Promise<string> {
  if (!isAnyChartId(chart)) throw new Error(`There is no chart ${chart}.`);
  const { renderFigure } = await import('#charts/static/render-figure.ts');
  return renderFigure(document, {
    id: chart,
    overview: overview as Overview,
    language,
    theme,
    size,
    options,
    stamp,
  });
}

async function drawPng(svg: string, scale: number): Promise<Uint8Array> {
  const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const [width, height] = [Number(wide) * scale, Number(high) * scale];
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Draws a chart file in the page. On the server, a worker thread and resvg do this. */
export async function drawInPage(form: 'svg' | 'png', request: DrawRequest): Promise<Uint8Array> {
  const svg = await drawSvg(request);
  return form === 'svg' ? new TextEncoder().encode(svg) : drawPng(svg, request.scale ?? 1);
}
