import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * Each violation a check must report: the file planted, its text, and a word of the report that
 * names the check.
 */
const biomePlants: readonly (readonly [path: string, text: string, rule: string])[] = [
  [
    'src/domain/planted-package.ts',
    "import { z } from 'zod';\nexport const planted = z;\n",
    'noRestrictedImports',
  ],
  [
    'src/domain/planted-node.ts',
    "import { readFile } from 'node:fs/promises';\nexport const planted = readFile;\n",
    'noRestrictedImports',
  ],
  [
    'src/domain/planted-type.ts',
    "import type { Problem } from '#contract/problem.ts';\nexport type Planted = Problem;\n",
    'noRestrictedImports',
  ],
  [
    'src/contract/planted.ts',
    "import { useState } from 'react';\nexport const planted = useState;\n",
    'noRestrictedImports',
  ],
  [
    'src/charts/planted/series.ts',
    "import { Bar } from 'recharts';\nexport const planted = Bar;\n",
    'noRestrictedImports',
  ],
  [
    'src/charts/planted/View.tsx',
    "import { hold } from '#web/data/hold.ts';\nexport const planted = hold;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-routes.ts',
    "import { sql } from 'kysely';\nexport const planted = sql;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-value-routes.ts',
    "import { readZone } from './store.ts';\nexport const planted = readZone;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-type-routes.ts',
    "import type { StoredZoneVersion } from '#server/zone/store.ts';\nexport type Planted = StoredZoneVersion;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-folder-routes.ts',
    "import { findLogo } from './logo/store.ts';\nexport const planted = findLogo;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/revisions/planted-lazy-routes.ts',
    "export const planted = () => import('./undo-store.ts');\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-service.ts',
    "import { sql } from 'kysely';\nexport const planted = sql;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-climb-service.ts',
    "import { addZone } from '#server/zone/routes.ts';\nexport const planted = addZone;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-other-routes.ts',
    "import { addZone } from './routes.ts';\nexport const planted = addZone;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-service-store.ts',
    "import { planZone } from './service.ts';\nexport const planted = planZone;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/zone/planted-store.ts',
    "import { DatabaseSync } from 'node:sqlite';\nexport const planted = DatabaseSync;\n",
    'noRestrictedImports',
  ],
  [
    'src/server/planted.ts',
    "import { App } from '#web/app/app.tsx';\nexport const planted = App;\n",
    'noRestrictedImports',
  ],
  [
    'src/web/layout/planted.ts',
    "import type { AppDeps } from '#server/core/deps.ts';\nexport type Planted = AppDeps;\n",
    'noRestrictedImports',
  ],
  [
    'src/web/ui/planted.ts',
    "import { call } from '#web/data/call.ts';\nexport const planted = call;\n",
    'noRestrictedImports',
  ],
  [
    'src/web/features/months/planted.ts',
    "import { Page } from '../zone/zone-page.tsx';\nexport const planted = Page;\n",
    'noRestrictedImports',
  ],
  [
    'src/web/features/months/planted-page.ts',
    "import { Page } from '#web/features/zone/zone-page.tsx';\nexport const planted = Page;\n",
    'noRestrictedImports',
  ],
  [
    'src/web/features/zone/planted.ts',
    "export const planted = (): Promise<Response> => fetch('/api/v1/health');\n",
    'noRestrictedGlobals',
  ],
  [
    'src/web/features/zone/planted-query.ts',
    "export const planted = new URLSearchParams('a=1');\n",
    'noRestrictedGlobals',
  ],
  [
    'src/web/ui/planted-inner-html.tsx',
    "export const Planted = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
    'noDangerouslySetInnerHtml',
  ],
  [
    'src/domain/planted-any.ts',
    'export const planted = (x: any): unknown => x;\n',
    'noExplicitAny',
  ],
  ['src/domain/planted-default.ts', 'export default 1;\n', 'noDefaultExport'],
  ['src/domain/plantedCamel.ts', 'export const planted = 1;\n', 'useFilenamingConvention'],
  [
    'src/domain/planted-long.ts',
    `${Array.from({ length: 301 }, (_, i) => `export const planted${i} = ${i};`).join('\n')}\n`,
    'noExcessiveLinesPerFile',
  ],
  [
    'src/domain/planted-cycle-a.ts',
    "import { b } from './planted-cycle-b.ts';\nexport const a = (): number => b() + 1;\n",
    'noImportCycles',
  ],
  [
    'src/domain/planted-cycle-b.ts',
    "import { a } from './planted-cycle-a.ts';\nexport const b = (): number => a() + 1;\n",
    'noImportCycles',
  ],
  [
    'src/domain/planted-type-cycle-a.ts',
    "import type { B } from './planted-type-cycle-b.ts';\nexport type A = { readonly b?: B };\n",
    'noImportCycles',
  ],
  [
    'src/domain/planted-type-cycle-b.ts',
    "import type { A } from './planted-type-cycle-a.ts';\nexport type B = { readonly a?: A };\n",
    'noImportCycles',
  ],
  [
    'src/domain/planted-function.ts',
    `export function planted(): void {\n${'  planted();\n'.repeat(51)}}\n`,
    'noExcessiveLinesPerFunction',
  ],
  [
    'src/domain/planted-parameters.ts',
    'export const planted = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) => a + b + c + d + e + f;\n',
    'useMaxParams',
  ],
  [
    'src/domain/planted-wide.ts',
    "export const planted = ['twenty characters', 'twenty characters', 'twenty characters', 'twenty or so'];\n",
    'format',
  ],
  [
    'src/domain/planted-promise.ts',
    'const work = async (): Promise<number> => 1;\nexport const planted = (): void => {\n  work();\n};\n',
    'noFloatingPromises',
  ],
  ['src/domain/planted-unformatted.ts', 'export const planted = {a:1}\n', 'format'],
];

/** Matches the fault of an existing file that the project of its importer does not contain. */
const outsideProject = (importer: string, file: string): RegExp =>
  new RegExp(`${importer}\\(1,\\d+\\): error TS(?:6059|6307): File '[^']*/${file}'`);
const tscPlants: readonly (readonly [project: string, path: string, text: string, says: RegExp])[] =
  [
    [
      'src/domain',
      'src/domain/planted-dom.ts',
      'export const planted = document.title;\n',
      /planted-dom\.ts\(1,24\): error TS2584/,
    ],
    [
      'src/domain',
      'src/domain/planted-up.ts',
      "export type { Problem } from '#contract/core/problem.ts';\n",
      outsideProject('planted-up.ts', 'src/contract/core/problem.ts'),
    ],
    [
      'src/contract',
      'src/contract/planted-charts.ts',
      "export type { ChartContext } from '#charts/kit/definition.ts';\n",
      outsideProject('planted-charts.ts', 'src/charts/kit/definition.ts'),
    ],
    [
      'src/contract',
      'src/contract/planted-enum.ts',
      'export enum Planted {\n  A,\n}\n',
      /planted-enum\.ts\(1,13\): error TS1294/,
    ],
  ];

let copy = '';
const run = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
    execFile(
      join(root, 'node_modules/.bin', command),
      args,
      { cwd: copy, maxBuffer: 64e6, env: { ...process.env, PATH: path, NO_COLOR: '1' } },
      (_error, out, err) => resolve(out + err),
    );
  });
const plant = (path: string, text: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'headway-planted-'));
  for (const name of readdirSync(root))
    if (!/^(node_modules|dist|dist-demo|data|\.git|\.cache|coverage)$/.test(name))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('each check works: a planted violation is reported', () => {
  let reported: readonly { readonly category: string; readonly path: string }[] = [];
  beforeAll(async () => {
    for (const [path, text] of biomePlants) plant(path, text);
    const out = await run('biome', [
      'check',
      '--reporter=json',
      '--max-diagnostics=none',
      ...biomePlants.map(([path]) => path),
    ]);
    const diagnostics = (
      JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1)) as {
        diagnostics: { category: string; location: { path: string | { file: string } } }[];
      }
    ).diagnostics;
    reported = diagnostics.map((d) => ({
      category: d.category,
      path: typeof d.location.path === 'string' ? d.location.path : d.location.path.file,
    }));
  });
  test.each(biomePlants)('Biome reports %s', (path, _text, rule) => {
    expect(
      reported.filter((d) => d.path.endsWith(path)).map((d) => d.category.split('/').at(-1)),
    ).toContain(rule);
  });

  test('the compiler reports a forbidden import, a browser global in the domain and an enum', async () => {
    for (const [, path, text] of tscPlants) plant(path, text);
    const out = await run('tsc', ['-b', ...new Set(tscPlants.map(([project]) => project))]);
    for (const [, , , says] of tscPlants) expect(out).toMatch(says);
    for (const [, path] of tscPlants) rmSync(join(copy, path));
  });

  test('knip reports an unused file and an unused export', async () => {
    plant('src/domain/planted-unused.ts', 'export const planted = 1;\n');
    writeFileSync(
      join(copy, 'src/domain/values/language.ts'),
      `${readFileSync(join(copy, 'src/domain/values/language.ts'), 'utf8')}export const plantedExport = 1;\n`,
    );
    const out = await run('knip', ['--no-progress']);
    expect(out).toContain('planted-unused.ts');
    expect(out).toContain('plantedExport');
  });
});
