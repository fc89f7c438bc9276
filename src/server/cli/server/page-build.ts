import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderPage } from '#server/core/deps.ts';
import type { ServerDrawing } from '#server/exports/workers/create-drawing.ts';
import { distFolder } from './client-files.ts';

interface Chunk {
  readonly css?: readonly string[];
}
type Draw = ServerDrawing['picture'];
interface RenderModule {
  createRenderPage(build: {
    readonly manifest: unknown;
    readonly styleText: string;
  }): (request: Parameters<RenderPage>[0] & { readonly draw: Draw }) => Promise<string>;
}
export interface PageBuild {
  readonly renderPage: RenderPage;
  readonly styleHash: string;
}

/**
 * The built page renderer, with the client's files and stylesheet. Omitted when only the API
 * answers.
 */
export async function loadPageBuild(draw: Draw): Promise<PageBuild | undefined> {
  const renderFile = join(distFolder, 'render', 'render.js');
  const manifestFile = join(distFolder, 'client', '.vite', 'manifest.json');
  if (!existsSync(renderFile) || !existsSync(manifestFile)) return undefined;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Readonly<
    Record<string, Chunk & { readonly file: string }>
  >;
  const styles = new Set(
    Object.values(manifest).flatMap((chunk) => [
      ...(chunk.css ?? []),
      ...(chunk.file.endsWith('.css') ? [chunk.file] : []),
    ]),
  );
  const styleText = [...styles]
    .map((file) => readFileSync(join(distFolder, 'client', file), 'utf8'))
    .join('\n');
  const { createRenderPage } = (await import(pathToFileURL(renderFile).href)) as RenderModule;
  const render = createRenderPage({ manifest, styleText });
  return {
    renderPage: (request) => render({ ...request, draw }),
    styleHash: `sha256-${createHash('sha256').update(styleText).digest('base64')}`,
  };
}
