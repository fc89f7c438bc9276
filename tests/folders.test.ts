import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deadReferences } from './setup/rules/dead-references.ts';
import { crowdedFolders, siblingCycles } from './setup/rules/folder-rules.ts';
import { sourceFiles } from './setup/rules/house-rules.ts';
import { longCode } from './setup/rules/long-code.ts';
import { smallFiles } from './setup/rules/small-files.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): readonly [string, string] => [
  path,
  readFileSync(join(root, path), 'utf8'),
];
const files = sourceFiles(root);

// seen to fail: after the bench of the first view, the packages of its peer broke every rule
test('the packages of a peer of the bench are no source files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headway-sources-'));
  for (const path of ['src', 'mocks', 'scripts', 'tests/bench/peer/node_modules/a'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['tests/bench/peer/node_modules/a/b.ts', 'tests/bench/c.ts'])
    writeFileSync(join(folder, path), '');
  expect(sourceFiles(folder)).toEqual(['tests/bench/c.ts']);
  rmSync(folder, { recursive: true });
});

describe('folders', () => {
  test('hold at most 20 files', () => {
    expect(crowdedFolders(files)).toEqual([]);
  });
  test('of 21 files are reported, and tests beside source files do not count', () => {
    const many = Array.from({ length: 21 }, (_, n) => `src/domain/planted/file-${n}.ts`);
    const beside = Array.from({ length: 30 }, (_, n) => `src/domain/planted/file-${n}.test.ts`);
    expect(crowdedFolders([...many, ...beside])).toEqual(['src/domain/planted: 21 files']);
    expect(crowdedFolders([...many.slice(1), ...beside])).toEqual([]);
  });
  test('beside each other have no import cycle, type imports included', () => {
    expect(siblingCycles(new Map(files.map(read)))).toEqual([]);
  });
  test('in a planted cycle of three are reported with the files that close it', () => {
    const cycle = new Map([
      ['src/server/a/one.ts', "import type { B } from '#server/b/deep/two.ts';"],
      ['src/server/b/deep/two.ts', "export { C } from '#server/c/three.ts';"],
      ['src/server/c/three.ts', "const a = await import('#server/a/one.ts');"],
      ['src/server/c/three.test.ts', "import { D } from '#server/d/four.ts';"],
      ['src/server/d/four.ts', "import { C } from '#server/c/three.ts';"],
    ]);
    const cycles = siblingCycles(cycle);
    expect(cycles.map((line) => line.split(' (')[0])).toEqual([
      'src/server: a → b → c → a',
      'src/server: b → c → a → b',
      'src/server: c → a → b → c',
    ]);
    expect(cycles[0]).toContain('src/server/c/three.ts → src/server/a/one.ts');
  });
});

describe('names of modules and source files', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].concat(
    readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );
  // The frozen bundle, and tests that plant files of their own.
  const exempt = /rules-1\/|tests\/(architecture|house-rules|folders)\.test\.ts$|\/chart-copy\.ts$/;

  test('lead to a file, in strings, comments and documents too', () => {
    const texts = new Map([...files, ...documents].filter((path) => !exempt.test(path)).map(read));
    expect(deadReferences(texts, (path) => existsSync(join(root, path)))).toEqual([]);
  });
  test('that lead nowhere are reported', () => {
    const texts = new Map([
      ['docs/a.md', 'See `src/server/gone.ts` and src/server/main.ts.'],
      ['src/domain/b.ts', "const program = `import('#server/store/gone.ts')`;"],
    ]);
    expect(deadReferences(texts, (path) => path === 'src/server/main.ts')).toEqual([
      'docs/a.md: src/server/gone.ts',
      'src/domain/b.ts: src/server/store/gone.ts',
    ]);
  });
});

describe('lines of code that a reader sees, blank lines, comments and markup included', () => {
  const repeat = (line: string, times: number): string => Array(times).fill(`${line}\n`).join('');
  const components = [
    `export function Card() {\n  return (\n    <p>\n${repeat('      text', 75)}    </p>\n  );\n}\n`,
    `export const Card = () => (\n  <p>\n${repeat('    text', 77)}  </p>\n);\n`,
    `const Card = ({ on }: CardProps) =>\n  on ? (\n    <p>\n${repeat('', 76)}    </p>\n  ) : null;\n`,
  ];
  test.each(components)('of a component are at most 80: %#', (text) => {
    expect(longCode('src/web/ui/card.tsx', text)).toEqual([
      'src/web/ui/card.tsx:1 component of 81 lines',
    ]);
    expect(longCode('src/web/ui/card.tsx', text.replace(/<p>\n.*\n/, '<p>\n'))).toEqual([]);
  });
  test('of a hook and of a callback are at most 60', () => {
    const text = `function useRows() {\n${repeat('  // one', 59)}}\nfunction Card() {\n  onSave(() => {\n${repeat('', 59)}  });\n  return <p />;\n}\n`;
    expect(longCode('src/web/ui/card.tsx', text)).toEqual([
      'src/web/ui/card.tsx:1 function of 61 lines',
      'src/web/ui/card.tsx:63 function of 61 lines',
    ]);
  });
  test('of a file are at most 300', () => {
    expect(longCode('tests/api/long.test.ts', repeat('//', 301))).toEqual([
      'tests/api/long.test.ts: file of 301 lines',
    ]);
  });
  test('exceed no limit', () => {
    expect(files.flatMap((path) => longCode(...read(path)))).toEqual([]);
  });
});

describe('small files', () => {
  const guides = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'src/server/links/rules-1/README.md']
    .concat(files.filter((path) => path.startsWith('scripts/')))
    .map((path) => read(path)[1])
    .join('\n');
  const own = "export const unit = 'm';\n";
  const plant = (
    path: string,
    importer: readonly [path: string, text: string],
    ...others: readonly string[]
  ): readonly string[] =>
    smallFiles(
      new Map([[path, own], importer, ...others.map((other) => [other, ''] as const)]),
      '',
    );

  test('that only one file of their folder imports are part of it, unless they have a reason', () => {
    expect(smallFiles(new Map(files.map(read)), guides)).toEqual([]);
  });
  test('without a reason are reported, tests that import them left out', () => {
    expect(
      smallFiles(
        new Map([
          ['src/web/ui/unit.ts', own],
          ['src/web/ui/card.tsx', "import { unit } from './unit.ts';"],
          ['src/web/ui/card.test.tsx', "import { unit } from './unit.ts';"],
          ['src/web/ui/other.ts', "import { unit } from '#web/zone/unit.ts';"],
          ['src/web/zone/unit.ts', own],
        ]),
        '',
      ),
    ).toEqual(['src/web/ui/unit.ts: only in src/web/ui/card.tsx']);
  });
  const reasons: readonly (readonly [reason: string, found: readonly string[]])[] = [
    [
      'that load when they are needed',
      plant('src/web/ui/a.ts', ['src/web/ui/b.ts', "const a = import('./a.ts');"]),
    ],
    [
      'that run in a worker',
      plant('src/web/ui/a.ts', ['src/web/ui/b.ts', "new URL('./a.ts', import.meta.url);"]),
    ],
    [
      'with the labels of a language',
      plant('src/web/ui/labels/ja.ts', ['src/web/ui/labels/index.ts', "from './ja.ts'"]),
    ],
    [
      'that would make their importer too long',
      plant('src/web/ui/a.ts', ['src/web/ui/b.ts', `from './a.ts'${'\n//'.repeat(300)}`]),
    ],
    [
      'of another layer',
      plant('src/server/zone/day-store.ts', ['src/server/zone/a.ts', "from './day-store.ts'"]),
    ],
    [
      'of a family',
      plant('src/domain/a-rule.ts', [
        'src/domain/b.ts',
        "from './a-rule.ts' from './b-rules.ts' from './c-rules.ts'",
      ]),
    ],
    [
      'with the name of a convention',
      plant(
        'src/web/a/queries.ts',
        ['src/web/a/b.ts', "from './queries.ts'"],
        'src/web/b/queries.ts',
        'src/web/c/queries.ts',
        'src/web/d/queries.ts',
      ),
    ],
    [
      'with a test of their own',
      plant('src/web/ui/a.tsx', ['src/web/ui/b.ts', "from './a.tsx'"], 'src/web/ui/a.test.tsx'),
    ],
  ];
  test.each(reasons)('%s stand alone', (_, found) => {
    expect(found).toEqual([]);
  });
  test('that a guide or a script names stand alone', () => {
    const tree = new Map([
      ['src/web/ui/a.ts', own],
      ['src/web/ui/b.ts', "from './a.ts'"],
    ]);
    expect(smallFiles(tree, 'See `ui/a.ts`.')).toEqual([]);
    expect(smallFiles(tree, 'See `data.ts`.')).toHaveLength(1);
  });
});
