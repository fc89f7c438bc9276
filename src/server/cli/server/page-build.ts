import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderLink, RenderPage } from '#server/core/deps.ts';
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
  readonly renderLink: RenderLink;
}
export interface PageBuild {
  readonly renderPage: RenderPage;
  readonly renderLink: RenderLink;
  readonly styleHash: string;
}

/**
 * Finds the built renderer of pages and of links, with the client's files and stylesheet. The first
 * page request loads it, so a server for programs only never does. If loading fails, the next page
 * request tries again.
 * @param folder - the output folder of the build
 * @returns undefined without a build; then only the API responds
 */
export function findPageBuild(draw: Draw, folder = distFolder): PageBuild | undefined {
  const renderFile = join(folder, 'render', 'render.js');
  const manifestFile = join(folder, 'client', '.vite', 'manifest.json');
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
    .map((file) => readFileSync(join(folder, 'client', file), 'utf8'))
    .join('\n');
  const load = async () => {
    const module = (await import(pathToFileURL(renderFile).href)) as RenderModule;
    return {
      renderPage: module.createRenderPage({ manifest, styleText }),
      renderLink: module.renderLink,
    };
  };
  let loading: ReturnType<typeof load> | undefined;
  const forget = (error: unknown): never => {
    loading = undefined;
    throw error;
  };
  return {
    renderPage: async (request) => {
      const { renderPage } = await (loading ??= load().catch(forget));
      return renderPage({ ...request, draw });
    },
    renderLink: async (request) => {
      const { renderLink } = await (loading ??= load().catch(forget));
      return renderLink({ ...request, draw });
    },
    styleHash: `sha256-${createHash('sha256').update(styleText).digest('base64')}`,
  };
}
