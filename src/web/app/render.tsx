import type { QueryClient } from '@tanstack/react-query';
import { firstAnalysisChart } from '#charts/labels/analysis-names.ts';
import type { DrawPicture } from '#charts/figure/draw-context.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { App } from './app.tsx';
import type { Boot } from './boot.ts';
import type { Session } from '#contract/service/schemas.ts';
import { drawHtml, escapeHtml, writeBody } from './drawn-html.tsx';
import { noteServerDay } from '#web/data/server-clock.ts';
import { createQueryClient } from '#web/data/query-client.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { findPage } from '#contract/core/pages.ts';
import { pageCode } from './page-code.tsx';
import { chartModule, isLabelsOf, pageModules, routesModule } from './page-modules.ts';
import { pickStyles, type Stylesheet } from './page-styles.ts';
import { findSection } from '#web/features/settings/section.ts';
import { readView } from '#web/url/view-state.ts';
import { documentTitle, overviewOfPage } from '#web/ui/document-title.ts';
import { StaticRouter } from 'react-router-dom';

export { renderLink } from './render-link.tsx';

/** One entry of the manifest of the client's build. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;
export interface ClientBuild {
  readonly manifest: Manifest;
  readonly stylesheet: Stylesheet;
}
export interface PageRequest {
  readonly url: string;
  readonly language: Language;
  readonly theme: string;
  readonly revision: number;
  readonly today: string;
  readonly time_zone: string;
  readonly queries: Boot['queries'];
  readonly draw?: DrawPicture;
}

/** A drawn page, and the styles in it: the content security policy holds their hash. */
export interface DrawnPage {
  readonly html: string;
  readonly styles: string;
}

/** Lists the modules of the address: its page, and the chart that the page of charts shows. */
function listModules(url: URL): readonly string[] {
  const page = findPage(url.pathname);
  if (page === undefined) return [];
  const { chart = firstAnalysisChart } = readView(url.searchParams).view;
  return [pageModules[page], ...(page === 'charts' ? [chartModule(chart)] : [])];
}

/**
 * Lists the entry's file and every file that the entry, the modules and their language need before
 * they can run.
 * @throws Error if the manifest of the client names no entry
 */
export function listFiles(
  manifest: Manifest,
  modules: readonly string[],
  language: Language,
): { readonly entry: string; readonly preload: readonly string[] } {
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true);
  if (entry === undefined) throw new Error('The client build names no entry.');
  const chunkNames = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || chunkNames.has(name)) return;
    chunkNames.add(name);
    for (const other of chunk.imports ?? []) visit(other);
    for (const other of chunk.dynamicImports ?? []) if (isLabelsOf(other, language)) visit(other);
  };
  visit(entry[0]);
  if (modules.length > 0) visit(routesModule);
  for (const module of modules) visit(module);
  return {
    entry: entry[1].file,
    preload: [...chunkNames].flatMap((name) =>
      name === entry[0] ? [] : [manifest[name]?.file ?? []].flat(),
    ),
  };
}

/** Whether the code of a page itself moves the reader: to a section, or to the first open step. */
function leadsOn({ pathname }: URL, queries: Boot['queries']): boolean {
  const page = findPage(pathname);
  const session = queries.find(([key]) => key[0] === 'session')?.[1] as Session | undefined;
  return page === 'setup'
    ? session?.origin === 'own'
    : page === 'settings' && findSection(pathname) === undefined;
}

/**
 * Whether the code of the address may wait until the reader uses the page. A wall screen has no
 * reader who uses it, and only the code restores the preview of a file.
 */
function mayWait(url: URL, queries: Boot['queries']): boolean {
  const { view } = readView(url.searchParams);
  return view.view !== 'wall' && view.import === undefined && !leadsOn(url, queries);
}

/** Whether no part of a drawn page waits for an answer. */
const hasAllData = (client: QueryClient): boolean =>
  client
    .getQueryCache()
    .getAll()
    .every(
      ({ state, options }) =>
        state.data !== undefined || ('enabled' in options && options.enabled === false),
    );

function writeTitle(url: URL, language: Language, queries: Boot['queries']): string {
  const t = makeTranslate(frameLabels, language);
  const page = findPage(url.pathname);
  const overview = queries.find(([key]) => key[0] === 'overview')?.[1] as Overview | undefined;
  return documentTitle(t(page ?? 'unknown_page'), overviewOfPage(page, overview), language);
}

/**
 * Makes the function that draws the first view: labels, figures, pictures and starting data are in
 * the HTML.
 * @throws Error if the manifest of the client names no entry
 */
export function createRenderPage({
  manifest,
  stylesheet,
}: ClientBuild): (request: PageRequest) => Promise<DrawnPage> {
  return async ({ url: address, language, theme, queries, draw, ...pageFacts }) => {
    // a server draws the pages of one zone
    noteServerDay(pageFacts.today, pageFacts.time_zone);
    const url = new URL(address, 'http://localhost');
    const client = createQueryClient();
    for (const [key, data] of queries) client.setQueryData(key, data);
    const page = findPage(url.pathname);
    const code = page === undefined ? undefined : pageCode[page];
    await code?.preload();
    const app = (
      <StaticRouter location={url.pathname + url.search}>
        <App client={client} language={language} />
      </StaticRouter>
    );
    let html: string;
    let whole: boolean;
    try {
      html = await drawHtml(app, draw);
      whole = mayWait(url, queries) && hasAllData(client);
    } finally {
      client.clear();
    }
    const boot: Boot = { language, queries, whole, ...pageFacts };
    const modules = whole ? [] : listModules(url);
    const { entry, preload } = listFiles(manifest, modules, language);
    const styles = pickStyles(stylesheet, html);
    const document = [
      `<!doctype html><html lang="${language}"${theme === '' ? '' : ` data-theme="${escapeHtml(theme)}"`}><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escapeHtml(writeTitle(url, language, queries))}</title>`,
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="manifest" href="/manifest.webmanifest">',
      ...preload.map((file) => `<link rel="modulepreload" href="/${file}">`),
      `<style>${styles}</style><link rel="stylesheet" disabled href="/${stylesheet.file}">`,
      `<script type="module" src="/${entry}"></script></head>`,
      `<body>${writeBody(html, boot)}</body></html>`,
    ].join('');
    return { html: document, styles };
  };
}
