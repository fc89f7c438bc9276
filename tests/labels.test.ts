import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

const isLabels = (path: string): boolean => /\/labels\/|\.test\.|\.d\.ts$/.test(path);
/** The code that names labels: components, and the codes, ids and states that they translate. */
const code = find('{src/{web,contract,domain,charts,report,server},mocks}/**/*.{ts,tsx}')
  .filter((path) => !isLabels(path))
  .map(read)
  .join('\n');

const words = new Set(
  [...code.matchAll(/['"`.\s{]([a-z][a-zA-Z0-9_]*)(?=['"`:),;\s\].}([])/g)].map(([, word]) => word),
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

const files = find('src/{web,charts,report}/**/labels/**/en.ts');

/** The path of each label in a tree of labels, as `columns.status`. */
const pathsOf = (labels: object, before = ''): readonly string[] =>
  Object.entries(labels).flatMap(([key, label]: [string, unknown]) =>
    typeof label === 'object' && label !== null && !Array.isArray(label)
      ? pathsOf(label, `${before}${key}.`)
      : [`${before}${key}`],
  );
/** The labels of a file: one object by the name of the language, or groups by what shows them. */
const load = async (path: string): Promise<object> => {
  const exports = (await import(pathToFileURL(join(root, path)).href)) as Record<string, object>;
  return exports[basename(path, '.ts').slice(0, 2)] ?? Object.assign({}, ...Object.values(exports));
};

test.each(files)('every key of %s is used', async (path) => {
  // labels that a file takes over from another one are checked there
  const own = pathsOf(await load(path)).filter((label) =>
    new RegExp(`^  ${label.split('.')[0]}\\b`, 'm').test(read(path)),
  );
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((label) => !label.split('.').every(isUsed))).toEqual([]);
});

test.each(files)('%s has the same keys in the three languages', async (path) => {
  const own = pathsOf(await load(path)).toSorted();
  for (const language of ['ja', 'zh-CN'])
    expect(pathsOf(await load(path.replace('en.ts', `${language}.ts`))).toSorted()).toEqual(own);
});

test('words of charts and reports are in labels only', () => {
  const sources = find('src/{charts,report}/**/*.{ts,tsx}').filter(
    // font-advances lists characters, not words
    (path) => !isLabels(path) && !/\.fixture\.ts$|\/font-advances\.ts$/.test(path),
  );
  const withWords = sources.filter((path) =>
    /[\u3040-\u30ff\u4e00-\u9fff]/u.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
  );
  expect(withWords).toEqual([]);
});

// Seen to fail: “备注 (选填)”. Chinese and Japanese have brackets of their own.
test('the brackets around a word are in its label', () => {
  const sources = find('src/{web,charts,report}/**/*.{ts,tsx}').filter((path) => !isLabels(path));
  expect(sources.filter((path) => read(path).includes('(${t('))).toEqual([]);
});
