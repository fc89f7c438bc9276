import { compact } from '#domain/values/compact.ts';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AnyChartId } from '#charts/all-charts.ts';
import type { FigureRequest } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { BoundedMap } from '#server/core/bounded-map.ts';
import type { Drawing, DrawResult, DrawPicture, DrawRequest } from '#server/core/deps.ts';
import { SingleFlight } from '#server/core/single-flight.ts';
import { DrawThread } from './draw-thread.ts';
import type { DrawTask } from './draw-worker.ts';

export interface ServerDrawing extends Drawing {
  readonly pdf: NonNullable<Drawing['pdf']>;
  readonly docx: NonNullable<Drawing['docx']>;
  /** Draws a chart in every logical width, as markup for the served page. */
  readonly picture: DrawPicture;
  close(): Promise<void>;
}

const defaultBuild = fileURLToPath(new URL('../../../../dist/draw/draw.js', import.meta.url));
const maxCached = 400;
/** The thread of pages ends after this time: with its fonts it takes about 80 MB. */
const pagesIdleMs = 5000;

const makeRequest = ({
  chart,
  overview,
  language,
  theme,
  size,
  options,
  stamp,
  isInset,
}: DrawRequest): FigureRequest => {
  return {
    // the thread checks it, so the server does not load the charts
    id: chart as AnyChartId,
    overview: overview as Overview,
    language,
    theme,
    size,
    options,
    ...compact({ stamp, isInset }),
  };
};

/**
 * Draws charts in one thread and pages of documents in another, so that no picture waits for a long
 * document. It caches drawings by their input. Concurrent equal requests share one drawing, which
 * stops once all its callers have left.
 */
export function createDrawing({
  drawBuild = defaultBuild,
}: {
  readonly drawBuild?: string;
} = {}): ServerDrawing {
  const [pictures, pages] = [new DrawThread(drawBuild), new DrawThread(drawBuild, pagesIdleMs)];
  const cache = new BoundedMap<string, DrawResult<string | Uint8Array>>(maxCached);
  const running = new SingleFlight<DrawResult<string | Uint8Array>>();

  const draw = async (
    thread: DrawThread,
    task: DrawTask,
    signal?: AbortSignal,
  ): Promise<DrawResult<string | Uint8Array>> => {
    const key = createHash('sha256').update(JSON.stringify(task)).digest('base64');
    const cachedDrawing = cache.get(key);
    if (cachedDrawing !== undefined) return cachedDrawing;
    const newDrawing = await running.run(key, signal, (stopSignal) => thread.ask(task, stopSignal));
    cache.set(key, newDrawing);
    return newDrawing;
  };
  return {
    svg: async (request, signal) =>
      (await draw(
        pictures,
        { kind: 'svg', request: makeRequest(request), fonts: request.fonts === true },
        signal,
      )) as DrawResult<string>,
    png: async (request, signal) =>
      (await draw(
        pictures,
        { kind: 'png', request: makeRequest(request), scale: request.scale ?? 1 },
        signal,
      )) as DrawResult<Uint8Array>,
    pdf: async (source, info, signal) =>
      (await draw(pages, { kind: 'pdf', source, info }, signal)) as DrawResult<Uint8Array>,
    docx: async (document, signal) =>
      (await draw(pages, { kind: 'docx', document }, signal)) as DrawResult<Uint8Array>,
    picture: async (id, series, language) => {
      const task = { kind: 'picture', id: id as AnyChartId, series, language } as const;
      return (await draw(pictures, task)).content as string;
    },
    close: async () => {
      await Promise.all([pictures.close(), pages.close()]);
    },
  };
}
