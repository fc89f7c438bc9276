import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { basename } from 'node:path';
import { type BuildEnvironmentOptions, defineConfig, type PluginOption } from 'vite';
import { clientGroups, sharedGroups } from './scripts/client/code-groups.mjs';
import { labelFiles } from './scripts/client/label-files.mjs';

/** Where `npm run dev` put the API server; Vite hands everything under /api to it. */
const apiPort = process.env['HEADWAY_API_PORT'] ?? '4281';

/** One file per build on the server's side: the page renderer and the chart drawer carry React and Recharts inside. */
const serverBuilds: Readonly<Record<string, string>> = {
  render: 'src/web/app/render.tsx',
  draw: 'src/charts/static/draw-entry.tsx',
};

/** SQLite ships workers of its own that the demo never fetches. */
const dropUnusedSqliteWorkers: PluginOption = {
  name: 'headway:drop-unused-sqlite-workers',
  closeBundle() {
    const assets = 'dist-demo/assets';
    if (!existsSync(assets)) return;
    for (const file of readdirSync(assets))
      if (/^sqlite3-(worker1|opfs-async-proxy)/.test(file)) rmSync(`${assets}/${file}`);
  },
};

const entryFolder = 'src/web/app/entries';
/** The pages that are built by themselves, beside the product's own. */
const sharedEntries = ['shared-link', 'embedded-figure', 'sign-in', 'request'];
/** The page that opens a link shows nothing: its code starts the stylesheet, which would hold it up. */
const withoutStyles = (html: string): string =>
  html.replace('<link rel="stylesheet"', '<link rel="stylesheet" disabled');
/** Vite writes a page at its path in the source: it belongs beside index.html. */
const liftSharedPages: PluginOption = {
  name: 'headway:lift-shared-pages',
  closeBundle() {
    for (const name of sharedEntries) {
      const html = readFileSync(`dist/client/${entryFolder}/${name}.html`, 'utf8');
      writeFileSync(
        `dist/client/${name}.html`,
        name === 'shared-link' ? withoutStyles(html) : html,
      );
    }
    rmSync('dist/client/src', { recursive: true });
  },
};

const headOfAll = [
  '<meta charset="utf-8" />',
  '<meta name="viewport" content="width=device-width, initial-scale=1" />',
  '<meta name="color-scheme" content="light dark" />',
  '<title>Headway</title>',
  '<link rel="icon" href="/favicon.svg" type="image/svg+xml" />',
];
/** An entry says what is its own: what all heads hold is put in here. */
const sharedHead: PluginOption = {
  name: 'headway:shared-head',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('<head>', ['<head>', ...headOfAll].join('\n    ')),
  },
};

/** Keeps the styles of a module after all its class names were inlined where they are used. */
const keepModuleStyles: PluginOption = {
  name: 'headway:keep-module-styles',
  enforce: 'post',
  transform: (code, id) =>
    id.endsWith('.module.css') ? { code, map: null, moduleSideEffects: 'no-treeshake' } : undefined,
};

/**
 * The router's package does not say that its components are made without side effects, so a bundler
 * keeps forms, data routes and their errors, which no page uses.
 */
const markRouterPure: PluginOption = {
  name: 'headway:mark-router-pure',
  transform: (code, id) =>
    id.includes('/react-router/dist/')
      ? {
          code: code
            .replace(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, '= /* @__PURE__ */ $1')
            .replace(/^\w+\.displayName = "\w+";$/gm, ''),
          map: null,
        }
      : undefined,
};

/** These layers only define values: a module whose values a page does not use stays away from it. */
const pureLayers = [{ test: /\/src\/(domain|contract|charts|report)\//, sideEffects: false }];

/** The router's package leads every bundler to its development build, which carries warnings that no reader sees. */
const productionRouter = [
  {
    find: /^react-router$/,
    replacement: `${import.meta.dirname}/node_modules/react-router/dist/production/index.mjs`,
  },
  {
    find: /^react-router\/dom$/,
    replacement: `${import.meta.dirname}/node_modules/react-router/dist/production/dom-export.mjs`,
  },
];

/**
 * The name of a module's class in every build and test: `card_header` for `header` in card.module.css.
 * The render build must give the names of the client build, so they depend on the source alone.
 */
const cssModules = {
  generateScopedName: (name: string, file: string) => `${basename(file, '.module.css')}_${name}`,
};

function buildOptions(mode: string): BuildEnvironmentOptions {
  const demo = mode === 'demo';
  /** Everything in one file: what the bench holds the product against. */
  const bundle = mode === 'bundle';
  const shared = mode === 'shared';
  const serverBuild = serverBuilds[mode];
  return {
    target: 'es2023',
    manifest: serverBuild === undefined && !demo && !shared,
    emptyOutDir: !shared,
    // whose work a reader is sent, and on what terms: they have to be told
    license:
      serverBuild === undefined && !bundle
        ? { fileName: shared ? 'licences-of-links.txt' : 'licences.txt' }
        : false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    outDir: demo
      ? 'dist-demo'
      : bundle
        ? 'dist/bundle'
        : shared || serverBuild === undefined
          ? 'dist/client'
          : `dist/${mode}`,
    ...(mode === 'production'
      ? {
          rolldownOptions: {
            treeshake: { moduleSideEffects: pureLayers },
            output: {
              codeSplitting: { groups: clientGroups },
              // the first view names each file that a page loads: names of their own make 1 KiB more
              chunkFileNames: 'assets/[hash:7].js',
            },
            // class names stand where they are used: as exports they cost the first view 1 KiB
            optimization: { inlineConst: { mode: 'all' as const } },
          },
        }
      : {}),
    ...(bundle ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    ...(shared
      ? {
          rolldownOptions: {
            input: sharedEntries.map((name) => `${entryFolder}/${name}.html`),
            output: { codeSplitting: { groups: sharedGroups } },
          },
        }
      : {}),
    ...(serverBuild === undefined
      ? {}
      : {
          ssr: serverBuild,
          rolldownOptions: { output: { entryFileNames: `${mode}.js`, codeSplitting: false } },
        }),
  };
}

/** The files of a worker share their modules: no test replaces one. Saves two fifths of the time. */
const sharesModules = { isolate: false } as const;

const projects = [
  project(
    'unit',
    'node',
    [
      'src/{domain,contract,charts,report,server}/**/*.test.{ts,tsx}',
      'tests/{glossary,styles,labels}.test.ts',
      'tests/charts/**/*.test.ts',
      'tests/{import,oracle}/**/*.test.ts',
    ],
    sharesModules,
  ),
  project('api', 'node', ['tests/api/**/*.test.ts'], {
    ...sharesModules,
    globalSetup: 'tests/setup/api/sample-template.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  }),
  project(
    'components',
    'jsdom',
    ['src/web/**/*.test.{ts,tsx}', 'tests/{charts,components}/**/*.test.tsx'],
    { ...sharesModules, setupFiles: ['tests/setup/console.ts', 'tests/setup/jsdom.ts'] },
  ),
  project(
    'architecture',
    'node',
    ['tests/{architecture,house-rules,dependencies,folders,deploy}.test.ts'],
    { testTimeout: 120_000, hookTimeout: 120_000 },
  ),
  project('journeys', 'node', ['tests/journeys/**/*.test.ts'], {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // a browser on a busy machine misses a wait now and then; the log names a test that ran twice
    retry: 1,
    // how long is waited for, not how long it may take: bounds stand in the tests that have one
    expect: { poll: { timeout: 10_000 } },
  }),
];

export default defineConfig(({ mode }) => {
  const demo = mode === 'demo';
  /** The pages of shared links, of figures in other sites and of signing in, built by themselves: their readers load nothing of the rest. Into the client's folder, after the client. */
  const shared = mode === 'shared';
  const serverBuild = serverBuilds[mode];
  return {
    define: {
      'import.meta.env.VITE_ENTRY': JSON.stringify(
        demo ? '/mocks/demo.ts' : '/src/web/app/entries/main.tsx',
      ),
      ...(serverBuild === undefined ? {} : { 'process.env.NODE_ENV': '"production"' }),
    },
    plugins: [
      react(),
      sharedHead,
      keepModuleStyles,
      markRouterPure,
      ...(mode === 'production' || shared ? [labelFiles] : []),
      ...(shared ? [liftSharedPages] : []),
      ...(demo ? [msw({ mode: 'worker-only' }), dropUnusedSqliteWorkers] : []),
    ],
    resolve: {
      alias: mode === 'production' || shared || serverBuild !== undefined ? productionRouter : [],
    },
    css: { modules: cssModules },
    worker: { format: 'es' },
    publicDir: serverBuild === undefined && !shared ? 'public' : false,
    server: {
      host: '127.0.0.1',
      port: 4280,
      proxy: { '/api': { target: `http://127.0.0.1:${apiPort}` } },
    },
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    ssr:
      serverBuild === undefined
        ? {}
        : { noExternal: true, external: ['linkedom', '@resvg/resvg-js'] },
    build: buildOptions(mode),
    test: { projects },
  };
});

/** A vitest project: name, environment and the files that belong to it. */
function project(
  name: string,
  environment: 'node' | 'jsdom',
  include: string[],
  more: Record<string, unknown> = {},
) {
  return {
    extends: true as const,
    test: {
      name,
      environment,
      include,
      setupFiles: ['tests/setup/console.ts'],
      testTimeout: 15_000,
      css: { include: /\.module\.css$/, modules: { classNameStrategy: 'scoped' as const } },
      ...more,
    },
  };
}
