import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isChartId } from '#charts/registry.ts';
import type { FigureRequest } from '#charts/static/render-figure.ts';
import type { Overview } from '#domain/overview.ts';
import type { Drawing, DrawPicture, DrawRequest } from '#server/deps.ts';
import type { DrawReply, DrawTask } from './draw-worker.ts';
import { MissingGlyph } from './fonts.ts';

export interface ServerDrawing extends Drawing {
  readonly pdf: NonNullable<Drawing['pdf']>;
  /** A chart in every logical width as markup for the served page. */
  readonly picture: DrawPicture;
  close(): Promise<void>;
}

const defaultBuild = fileURLToPath(new URL('../../../dist/draw/draw.js', import.meta.url));
const keptDrawings = 400;

const requestOf = ({ chart, overview, language, theme, size, options, stamp }: DrawRequest): FigureRequest => {
  if (!isChartId(chart)) throw new Error(`There is no chart ${chart}.`);
  return { id: chart, overview: overview as Overview, language, theme, size, options, ...(stamp === undefined ? {} : { stamp }) };
};

/**
 * Draws charts in a thread of its own, one after the other, and keeps each drawing by what it was made of. The thread
 * starts with the first drawing; one that dies fails the drawings it had, and the next drawing starts another.
 */
export function createDrawing({ drawBuild = defaultBuild }: { readonly drawBuild?: string } = {}): ServerDrawing {
  const waiting = new Map<number, { readonly resolve: (done: string | Uint8Array) => void; readonly reject: (error: Error) => void }>();
  const kept = new Map<string, Promise<string | Uint8Array>>();
  let worker: Worker | undefined;
  let count = 0;

  const fail = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    if (!existsSync(drawBuild)) throw new Error('The chart drawer is not built; run npm run build.');
    const started = new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData: { drawBuild } });
    started.on('message', (reply: DrawReply) => {
      const one = waiting.get(reply.number);
      waiting.delete(reply.number);
      if (waiting.size === 0) started.unref();
      if ('done' in reply) one?.resolve(reply.done);
      else one?.reject(reply.character === undefined ? new Error(reply.failed) : new MissingGlyph(reply.character));
    });
    started.on('error', (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => fail(new Error('The drawing thread has ended.')));
    return started;
  };
  const ask = async (task: DrawTask): Promise<string | Uint8Array> => {
    worker ??= start();
    worker.ref();
    const number = (count += 1);
    const { promise, resolve, reject } = Promise.withResolvers<string | Uint8Array>();
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, task });
    return promise;
  };
  const once = (task: DrawTask): Promise<string | Uint8Array> => {
    const key = createHash('sha256').update(JSON.stringify(task)).digest('base64');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = ask(task);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > keptDrawings && oldest !== undefined) kept.delete(oldest);
    return made;
  };
  return {
    svg: async (request) => (await once({ kind: 'svg', request: requestOf(request), fonts: request.fonts === true })) as string,
    png: async (request) => (await once({ kind: 'png', request: requestOf(request), scale: request.scale ?? 1 })) as Uint8Array,
    pdf: async (pages, info) => (await once({ kind: 'pdf', pages, info })) as Uint8Array,
    picture: async (id, series, language) => (await once({ kind: 'picture', id, series, language })) as string,
    close: async () => {
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}
