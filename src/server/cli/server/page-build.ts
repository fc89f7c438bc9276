import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderLink, RenderPage } from '#server/core/deps.ts';
import type { ServerDrawing } from '#server/exports/workers/create-drawing.ts';
import { distFolder } from './client-files.ts';

type Draw = ServerDrawing['picture'];
interface RenderModule {
  createRenderPage(build: {
    readonly manifest: unknown;
    readonly stylesheet: unknown;
  }): (
    request: Parameters<RenderPage>[0] & { readonly draw: Draw },
  ) => Promise<{ readonly html: string; readonly styles: string }>;
  readonly renderLink: RenderLink;
}
export interface PageBuild {
  readonly renderPage: RenderPage;
  readonly renderLink: RenderLink;
}

const hashStyles = (styles: string): string =>
  `sha256-${createHash('sha256').update(styles).digest('base64')}`;

/**
 * Finds the built renderer of pages and of links, with the client's files and the rules of its stylesheet. The first
 * page request loads it, so a server for programs only never does. If loading fails, the next page
 * request tries again.
 * @param folder - the output folder of the build
 * @returns undefined without a build; then only the API responds
 */
export function findPageBuild(draw: Draw, folder = distFolder): PageBuild | undefined {
  const renderFile = join(folder, 'render', 'render.js');
  if (!existsSync(renderFile)) return undefined;
  const readList = (file: string): unknown =>
    JSON.parse(readFileSync(join(folder, 'client', '.vite', file), 'utf8'));
  const load = async () => {
    const module = (await import(pathToFileURL(renderFile).href)) as RenderModule;
    return {
      renderPage: module.createRenderPage({
        manifest: readList('manifest.json'),
        stylesheet: readList('styles.json'),
      }),
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
      const { html, styles } = await renderPage({ ...request, draw });
      return { html, styleHash: hashStyles(styles) };
    },
    renderLink: async (request) => {
      const { renderLink } = await (loading ??= load().catch(forget));
      return renderLink({ ...request, draw });
    },
  };
}
