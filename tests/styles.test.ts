import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

const modulePaths = find('src/web/**/*.module.css');
const stylesheets = find('src/web/**/*.css').map((path) => ({ path, text: read(path) }));
const components = find('src/web/**/*.{ts,tsx}')
  .filter((path) => !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: read(path) }));

/** The classes that a module defines, without those of other modules. */
function definedClasses(text: string): ReadonlySet<string> {
  const selectors = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/:global\([^)]*\)/g, '')
    .replaceAll(/\{[^{}]*\}/g, '{}');
  return new Set([...selectors.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name));
}

const modules = new Map(
  modulePaths.map((path) => [basename(path, '.module.css'), definedClasses(read(path))]),
);

/** Every `styles.name` of the components, as the file of the module and the name of the class. */
const usedClasses = components.flatMap(({ path, text }) =>
  [...text.matchAll(/import \* as (\w+) from '([^']+)\.module\.css'/g)].flatMap(
    ([, alias = '', file = '']) =>
      [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name = '']) => ({
        path,
        module: basename(file),
        name,
      })),
  ),
);

/** Every class of a module that another stylesheet names by its built name. */
const referredClasses = stylesheets.flatMap(({ path, text }) =>
  [...text.matchAll(/\.([a-z][a-z-]*)_(\w+)/g)].map(([, module = '', name = '']) => ({
    path,
    module,
    name,
  })),
);

test('every class that a component or a stylesheet names exists in its module', () => {
  const wrong = [...usedClasses, ...referredClasses].filter(
    ({ module, name }) => modules.get(module)?.has(name) !== true,
  );
  expect(wrong).toEqual([]);
});

test('figures in columns have the face that stands in for them until the font has come', () => {
  const rules = stylesheets.flatMap(({ path, text }) =>
    [...text.matchAll(/\{([^{}]*tabular-nums[^{}]*)\}/g)].map(([, rule = '']) => ({ path, rule })),
  );
  expect(rules.length).toBeGreaterThan(20);
  expect(rules.filter(({ rule }) => !rule.includes('font-family: var(--figures);'))).toEqual([]);
});

test('every class of a module is used by a component', () => {
  const uses = new Set(usedClasses.map(({ module, name }) => `${module}.${name}`));
  const unused = [...modules].flatMap(([module, names]) =>
    [...names].map((name) => `${module}.${name}`).filter((name) => !uses.has(name)),
  );
  expect(unused).toEqual([]);
});

/** Lists the modules that have the same class of five or more declarations. */
function listRepetitions(
  sheets: readonly { readonly path: string; readonly text: string }[],
): readonly (readonly string[])[] {
  const modulesOf = new Map<string, Set<string>>();
  for (const { path, text } of sheets)
    for (const [, declarations = ''] of text.matchAll(/^\s*\.\w+ \{([^{}]*)\}/gm)) {
      const key = declarations.replaceAll(/\s+/g, ' ').trim();
      if (key.split(';').length > 5)
        modulesOf.set(key, (modulesOf.get(key) ?? new Set()).add(basename(path)));
    }
  return [...modulesOf.values()].filter(({ size }) => size > 1).map((names) => [...names]);
}

// seen to fail: accounts, reminders and the hand-over each had the row of fields, two without phones
test('no two modules have the same class of five or more declarations', () => {
  const row =
    '.row {\n  display: flex;\n  gap: 1px;\n  margin: 0;\n  padding: 0;\n  border: 0;\n}\n';
  const planted = ['one.module.css', 'two.module.css'].map((path) => ({ path, text: row }));
  expect(listRepetitions(planted)).toEqual([['one.module.css', 'two.module.css']]);
  const sheets = stylesheets.filter(({ path }) => path.endsWith('.module.css'));
  expect(listRepetitions(sheets)).toEqual([]);
});

test('the files of the modules have different names, since the names of the classes start with them', () => {
  const names = modulePaths.map((path) => basename(path));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

// seen to fail: `kept` named moves that wait, `said` a sentence
test('a module has whole words as class names, no bare participles, and is beside a component', () => {
  const wrong = [...modules].flatMap(([module, names]) =>
    [...names]
      .filter((name) => name.length < 3 || /^(kept|shown|told|asked|said)$/.test(name))
      .map((name) => `${module}.${name}`),
  );
  expect(wrong).toEqual([]);
  const folders = new Set(components.map(({ path }) => dirname(path)));
  expect(
    modulePaths.filter(
      (path) => path !== 'src/web/ui/text.module.css' && !folders.has(dirname(path)),
    ),
  ).toEqual([]);
});

test('sizes of text and widths of layouts follow the text size of the reader', () => {
  const findFixed = (text: string): readonly string[] =>
    text.match(/font-size: [\d.]+px|@(?:media|container)[^{]*width[^{]*px/g) ?? [];
  const planted = 'font-size: 12px; @media (max-width: 767px) {';
  expect(findFixed(planted)).toHaveLength(2);
  // paper and a wall screen have sizes of their own
  const onScreen = stylesheets.filter(({ path }) => !/print|features\/wall\//.test(path));
  const fixed = onScreen.flatMap(({ path, text }) =>
    findFixed(text.replaceAll(/@media print \{[\s\S]*?\n\}/g, '')).map((one) => `${path}: ${one}`),
  );
  expect(fixed).toEqual([]);
});

test('a mistake in a field is marked in ink, never in the colour of behind plan and overdue', () => {
  const rules = stylesheets.flatMap(({ path, text }) =>
    [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
      rule: `${path} ${selector.trim()}`,
      body,
    })),
  );
  const ofMistakes = rules.filter(({ rule }) =>
    /\.(error|fault|wrong|bad)\b|aria-invalid/.test(rule),
  );
  expect(ofMistakes.length).toBeGreaterThan(5);
  expect(ofMistakes.filter(({ body }) => body.includes('--behind'))).toEqual([]);
});
