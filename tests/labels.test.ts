import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

const isLabels = (path: string): boolean => /\/labels\/|\.test\.|\.d\.ts$/.test(path);
/** The code that names labels: components, and the codes, ids and states that they translate. */
const code = find('{src/{web,contract,domain,charts},mocks}/**/*.{ts,tsx}')
  .filter((path) => !isLabels(path))
  .map(read)
  .join('\n');

const words = new Set(
  [...code.matchAll(/['"`.\s{]([a-z][a-zA-Z0-9_]*)(?=['"`:),;\s\].}(])/g)].map(([, word]) => word),
);
/**
 * Keys put together at run time, as `figure_${id}` or `${state}_hint`, with the part that is fixed.
 */
const starts = [...code.matchAll(/`([a-z][a-z0-9_]*_)\$\{/g)].map(([, part = '']) => part);
const ends = [...code.matchAll(/\}(_[a-z0-9_]+)`/g)].map(([, part = '']) => part);

const isUsed = (key: string): boolean =>
  words.has(key) ||
  starts.some((start) => key.startsWith(start)) ||
  ends.some((end) => key.endsWith(end));

const files = find('src/web/**/labels/**/en.ts');

test.each(files)('every key of %s is used', async (path) => {
  const { en } = (await import(pathToFileURL(join(root, path)).href)) as { en: object };
  const own = Object.keys(en).filter((key) => new RegExp(`^  ${key}\\b`, 'm').test(read(path)));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((key) => !isUsed(key))).toEqual([]);
});

test('a folder of labels has the three languages', () => {
  const folders = new Set(
    find('src/web/**/labels/**/{en,ja,zh-CN}.ts').map((path) => dirname(path)),
  );
  for (const folder of folders)
    for (const language of ['en', 'ja', 'zh-CN'])
      expect(globSync(`${folder}/${language}.ts`, { cwd: root })).toHaveLength(1);
});
