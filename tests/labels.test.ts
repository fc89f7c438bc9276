import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

const isLabels = (path: string): boolean => /\/labels\/|\.test\.|\.d\.ts$/.test(path);
/** The words of the import are vocabularies: the languages of other people's registers. */
const files = find('src/{web,charts,report,server,domain}/**/labels/**/en.ts').filter(
  (path) => !path.startsWith('src/server/imports/'),
);

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

/** Lists the paths of labels that only one of two languages has. */
function findDifferences(one: object, other: object): readonly string[] {
  const [own, others] = [pathsOf(one), pathsOf(other)];
  return [
    ...own.filter((path) => !others.includes(path)),
    ...others.filter((path) => !own.includes(path)),
  ];
}

test.each(files)('%s has the same keys in the three languages', async (path) => {
  const english = await load(path);
  expect(pathsOf(english).length).toBeGreaterThan(0);
  for (const language of ['ja', 'zh-CN'])
    expect(findDifferences(english, await load(path.replace('en.ts', `${language}.ts`)))).toEqual(
      [],
    );
});

test('the check finds a key that one language does not have', () => {
  const english = { title: 'Targets', columns: { name: 'Name', day: 'Day' } };
  expect(findDifferences(english, { columns: { name: '名前' } })).toEqual(['title', 'columns.day']);
  expect(findDifferences({ title: 'Targets' }, { title: '目標', day: '日' })).toEqual(['day']);
});

/** The code beside label files, and why some of it has Chinese and Japanese words. */
const wordless: Readonly<Record<string, string>> = {
  'src/server/imports/': 'vocabularies of other people’s registers',
  'src/server/samples/': 'the contents of the example zones',
  'src/server/core/text-folding/': 'tables of characters',
  'src/server/exports/formats/docx/word-fonts.ts': 'names of fonts',
  'src/server/exports/formats/pptx/chart-axes.ts': 'the signs of a day in number formats',
  'src/server/exports/formats/xlsx/money-units.ts': 'the multiples 万 and 亿 of the units',
  'src/server/cli/import-file.ts': 'answers that the command line accepts',
  'src/charts/kit/style/font-advances.ts': 'a table of characters',
  'src/report/paper/phrases.ts': 'the characters of days and units',
  'src/report/paper/table-units.ts': 'the signs before an amount',
  'src/web/i18n/languages.ts': 'the name of each language in itself',
};
/** One line a chart, so that a chart is a folder and two lines outside it (decision 95). */
const inThreeLanguages = [
  'src/charts/labels/analysis-names.ts',
  'src/web/features/requests/labels/spoken/all.ts',
  'src/web/features/requests/labels/spoken.ts',
];
const sources = find('src/{web,charts,report,server,domain/measures}/**/*.{ts,tsx}').filter(
  (path) =>
    !/\.test\.|\.d\.ts$|\.fixture\.ts$/.test(path) &&
    !Object.keys(wordless).some((place) => path.startsWith(place)),
);

/** Finds texts for readers in code: Chinese or Japanese words, or one text in each language. */
const findTexts = (code: string): readonly string[] =>
  code
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '')
    .match(
      /.*[\u3040-\u30ff\u3400-\u9fff].*|\bwords\(\s*(['"`]).*?\1,|'zh-CN': ['"`][^\w'"`].*/gu,
    ) ?? [];

// Seen to fail: the headings of tables in files stood as `words('目标', '目標', 'Target')`.
test('texts of the web, charts, reports, files and measures are in label files only', () => {
  const texts = sources
    .filter((path) => !path.includes('/labels/'))
    .flatMap((path) => findTexts(read(path)).map((text) => `${path}: ${text.trim()}`));
  expect(texts).toEqual([]);
});

test.each([
  ["const yes = words('是', 'はい', 'Yes');"],
  ["const percent = words('%', '%', 'percent');"],
  ["const marks = { 'zh-CN': '，', ja: '、', en: ', ' };"],
  ["const open = <b>{language === 'ja' ? 'リンク' : 'Link'}</b>;"],
])('the check finds the text in %s', (code) => {
  expect(findTexts(code)).not.toEqual([]);
});
test.each([
  ["<Button>{words('save')}</Button> // 保存"],
  ["const tags = { 'zh-CN': 'zh', ja: 'ja', en: 'en' };"],
])('the check finds no text in %s', (code) => {
  expect(findTexts(code)).toEqual([]);
});

test('a folder of labels has one file for each language', () => {
  const others = sources.filter(
    (path) =>
      path.includes('/labels/') &&
      !/\/(en|ja|zh-CN|index)\.ts$/.test(path) &&
      !inThreeLanguages.includes(path),
  );
  expect(others).toEqual([]);
});

// Seen to fail: “备注 (选填)”. Chinese and Japanese have brackets of their own.
test('the brackets around a word are in its label', () => {
  const sources = find('src/{web,charts,report}/**/*.{ts,tsx}').filter((path) => !isLabels(path));
  expect(sources.filter((path) => read(path).includes('(${t('))).toEqual([]);
});
