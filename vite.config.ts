import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { basename } from 'node:path';
import { type BuildEnvironmentOptions, defineConfig, type PluginOption } from 'vite';
import { clientGroups, sharedGroups } from './scripts/client/code-groups.mjs';
import { labelFiles } from './scripts/client/label-files.mjs';
import { styleRules } from './scripts/client/style-rules.mjs';

/** The port of the API server of `npm run dev`. Vite passes requests under /api on to it. */
const apiPort = process.env['HEADWAY_API_PORT'] ?? '4281';

/** SQLite brings workers that the demo never loads. */
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
/**
 * The pages of links, of figures in other sites, of requests and of signing in. Their readers load
 * no code of the application, so they have a build of their own.
 */
const sharedEntries = ['shared-link', 'embedded-figure', 'sign-in', 'request'];
/** The page that opens a link shows nothing. Its code loads the styles, which would delay it. */
const withoutStyles = (html: string): string =>
  html.replace('<link rel="stylesheet"', '<link rel="stylesheet" disabled');
/** Vite writes a page to the path of its source. This moves it beside index.html. */
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

/** Lists the packages of both builds of the client once, in one file. */
const joinLicences: PluginOption = {
  name: 'headway:join-licences',
  closeBundle() {
    const [list, ofLinks] = ['dist/client/licences.txt', 'dist/client/licences-of-links.txt'];
    const packages = [list, ofLinks].flatMap((file) =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split(/\n+(?=## .+ - \S+ \(.+\)$)/m),
    );
    writeFileSync(list, `${[...new Set(packages)].join('\n\n')}\n`);
    rmSync(ofLinks);
  },
};

const headOfAll = [
  '<meta charset="utf-8" />',
  '<meta name="viewport" content="width=device-width, initial-scale=1" />',
  '<meta name="color-scheme" content="light dark" />',
  '<title>Headway</title>',
  '<link rel="icon" href="/favicon.svg" type="image/svg+xml" />',
];
/** Adds the lines that the heads of all entries share. */
const sharedHead: PluginOption = {
  name: 'headway:shared-head',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('<head>', ['<head>', ...headOfAll].join('\n    ')),
  },
};

/** Keeps the styles of a module whose class names are all inlined in the code that uses them. */
const keepModuleStyles: PluginOption = {
  name: 'headway:keep-module-styles',
  enforce: 'post',
  transform: (code, id) =>
    id.endsWith('.module.css') ? { code, map: null, moduleSideEffects: 'no-treeshake' } : undefined,
};

/**
 * The router's package does not mark its components as free of side effects. Without these marks a
 * bundler keeps forms, data routes and their errors, which no page uses.
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

/** These layers only define values. A page needs no module whose values it never uses. */
const pureLayers = [{ test: /\/src\/(domain|contract|charts|report)\//, sideEffects: false }];

/** Bundlers choose the development build of the router, with warnings that no reader sees. */
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
 * The name of a class in every build and test: `card_header` for `header` in card.module.css.
 * The render build must give the names of the client build, so they depend on the source alone.
 */
const cssModules = {
  generateScopedName: (name: string, file: string) => `${basename(file, '.module.css')}_${name}`,
};

/** One file of the server's side, with React and the charts in it. */
const serverBuild = (name: string, entry: string): BuildEnvironmentOptions => ({
  outDir: `dist/${name}`,
  ssr: entry,
  rolldownOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
});

/** The builds by mode. `bundle` makes one file of the application, for comparisons of the bench. */
const builds: Readonly<Record<string, BuildEnvironmentOptions>> = {
  production: {
    outDir: 'dist/client',
    manifest: true,
    license: { fileName: 'licences.txt' },
    rolldownOptions: {
      treeshake: { moduleSideEffects: pureLayers },
      output: {
        codeSplitting: { groups: clientGroups },
        // the first view names each file that a page loads: names of their own make 1 KiB more
        chunkFileNames: 'assets/[hash:7].js',
      },
      // class names stand where they are used: as exports they cost the first view 1 KiB
      optimization: { inlineConst: { mode: 'all' } },
    },
  },
  shared: {
    outDir: 'dist/client',
    emptyOutDir: false,
    license: { fileName: 'licences-of-links.txt' },
    rolldownOptions: {
      input: sharedEntries.map((name) => `${entryFolder}/${name}.html`),
      output: { codeSplitting: { groups: sharedGroups } },
    },
  },
  render: serverBuild('render', 'src/web/app/render.tsx'),
  draw: serverBuild('draw', 'src/charts/static/draw-entry.tsx'),
  demo: { outDir: 'dist-demo', license: { fileName: 'licences.txt' } },
  bundle: { outDir: 'dist/bundle', rolldownOptions: { output: { codeSplitting: false } } },
};

/** The test files of a worker share modules: no test replaces one. This saves 40 % of the time. */
const sharesModules = { isolate: false } as const;

/** Tests with random examples take them from one seed. */
const setupFiles = ['tests/setup/console.ts', 'tests/setup/seed.ts'];

const projects = [
  project(
    'unit',
    'node',
    [
      'src/{domain,contract,charts,report,server}/**/*.test.{ts,tsx}',
      'tests/{glossary,styles,page-styles,labels}.test.ts',
      'tests/charts/**/*.test.ts',
      'tests/{import,oracle}/**/*.test.ts',
    ],
    { ...sharesModules, setupFiles },
  ),
  project('api', 'node', ['tests/api/**/*.test.ts'], {
    ...sharesModules,
    setupFiles,
    globalSetup: 'tests/setup/api/sample-template.ts',
  }),
  project(
    'components',
    'jsdom',
    ['src/web/**/*.test.{ts,tsx}', 'tests/{charts,components}/**/*.test.tsx'],
    { ...sharesModules, setupFiles: [...setupFiles, 'tests/setup/jsdom.ts'] },
  ),
  project('architecture', 'node', [
    'tests/{architecture,house-rules,dependencies,folders,deploy,label-keys}.test.ts',
  ]),
  project('journeys', 'node', ['tests/journeys/**/*.test.ts'], {
    ...sharesModules,
    // on a busy machine a browser may exceed a wait; the log names each test that ran twice
    retry: 1,
  }),
];

export default defineConfig(({ mode }) => {
  const isDemo = mode === 'demo';
  const isShared = mode === 'shared';
  const isClient = mode === 'production' || isShared;
  const isServer = mode === 'render' || mode === 'draw';
  return {
    define: {
      'import.meta.env.VITE_ENTRY': JSON.stringify(
        isDemo ? '/mocks/demo.ts' : '/src/web/app/entries/main.tsx',
      ),
      ...(isServer ? { 'process.env.NODE_ENV': '"production"' } : {}),
    },
    plugins: [
      react(),
      sharedHead,
      keepModuleStyles,
      markRouterPure,
      ...(isClient ? [labelFiles] : []),
      ...(mode === 'production' ? [styleRules] : []),
      ...(isShared ? [liftSharedPages, joinLicences] : []),
      ...(isDemo ? [msw({ mode: 'worker-only' }), dropUnusedSqliteWorkers] : []),
    ],
    resolve: { alias: isClient || isServer ? productionRouter : [] },
    css: { modules: cssModules },
    worker: { format: 'es' },
    publicDir: isServer || isShared ? false : 'public',
    server: {
      host: '127.0.0.1',
      port: 4280,
      proxy: { '/api': { target: `http://127.0.0.1:${apiPort}` } },
    },
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    ssr: isServer ? { noExternal: true, external: ['linkedom', '@resvg/resvg-js'] } : {},
    build: {
      target: 'es2023',
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      ...builds[mode],
    },
    test: { projects },
  };
});

/** Makes a project of Vitest: its name, its environment and its files. */
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
      // the limits only end what hangs: a busy machine makes a test many times slower
      testTimeout: 180_000,
      hookTimeout: 180_000,
      expect: { poll: { timeout: 20_000 } },
      css: { include: /\.module\.css$/, modules: { classNameStrategy: 'scoped' as const } },
      ...more,
    },
  };
}
