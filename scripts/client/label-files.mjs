// The client's build loads labels in the reader's language only. Sources know nothing of it: an
// `index.ts` of labels imports all languages, as on the server and in tests. The build puts an empty
// object in place of each group of labels, and fills it when its language is loaded
// (src/web/i18n/load.ts). Label files that are used together stand in one file for each language.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { labelsFolder } from '../../src/web/app/page-modules.ts';
import { root } from '../toolchain.mjs';

const languages = ['zh-CN', 'ja', 'en'];
const loader = join(root, 'src/web/i18n/load.ts');
/** The folders whose labels are in the first view of every page. */
const firstFolders = ['src/web/ui', 'src/web/i18n'];

/** Names the set of a folder of labels: the first view, a chart, a feature. Its files load together. */
function nameSet(labels) {
  const folder = labels.replace(/\/labels(?=\/|$)/, '');
  if (firstFolders.includes(folder)) return 'first';
  const [, layer, ...path] = folder.split('/');
  if (layer === 'charts') return ['charts', ...path].join('-');
  if (layer !== 'web') return layer;
  return path[0] === 'features' && path[1] !== 'filters' ? path.slice(1).join('-') : 'common';
}

const readGroups = (file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(
    ([, name]) => name,
  );
let sets;
/** Lists the folders of each set, with the number of their first group in it. */
function listFolders(set) {
  sets ??= Map.groupBy(
    globSync('src/{web,charts,report}/**/labels/**/index.ts', { cwd: root }).map(dirname).sort(),
    nameSet,
  );
  let first = 0;
  return sets.get(set).map((folder) => {
    const count = readGroups(join(folder, 'en.ts')).length;
    first += count;
    return { folder, count, first: first - count };
  });
}

const emptyFile = '?empty';
/** A file that the build makes: how a set is loaded, or its labels in a language. */
const madeFile = new RegExp(`/${labelsFolder}/([\\w-]+)(?:/(zh-CN|ja|en))?\\.js$`);
/** Whether a module holds labels in a language. */
export const isLabelFile = (id) => madeFile.exec(id)?.[2] !== undefined;
const pathOf = (set, language) =>
  join(root, labelsFolder, language === undefined ? `${set}.js` : `${set}/${language}.js`);

/** Writes a label file with empty groups. */
function writeEmpty(path) {
  const file = relative(root, path);
  const folder = dirname(file);
  const set = nameSet(folder);
  const { first } = listFolders(set).find((one) => one.folder === folder);
  const language = languages.find((one) => file.endsWith(`/${one}.ts`));
  return [
    `import { ${language.slice(0, 2)} as find } from '${pathOf(set)}';`,
    ...readGroups(file).map((name, at) => `export const ${name} = find('l${first + at}');`),
  ].join('\n');
}
/** Writes how the labels of a set are loaded. */
const writeSet = (set) =>
  [
    `import { registerLabels } from '${loader}';`,
    ...languages.map(
      (language) =>
        `export const ${language.slice(0, 2)} = registerLabels('${language}', () => import('${pathOf(set, language)}'));`,
    ),
  ].join('\n');
/** Writes the labels of a set in one language. */
const writeLabels = (set, language) =>
  listFolders(set)
    .map(({ folder, count, first }) => {
      const file = join(folder, `${language}.ts`);
      const groups = readGroups(file);
      if (groups.length !== count) throw new Error(`${file} lacks a group of labels.`);
      const names = groups.map((name, at) => `${name} as l${first + at}`);
      return `export { ${names.join(', ')} } from '${join(root, file)}';`;
    })
    .join('\n');

/** Imports that wait, also for the labels of what they import. The entries start without. */
const waitingImports = /(?<!typeof )\bimport\((\s*'[^']+'\s*)\)/g;
const mayWait = (id) =>
  /\/src\/(web|charts|report)\/.+\.tsx?$/.test(id) && !/\/web\/(app\/entries|i18n)\//.test(id);

/** The plugin of Vite. */
export const labelFiles = {
  name: 'headway:label-files',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (madeFile.test(source)) return source;
    const ofIndex = /\/labels\/(.+\/)?index\.ts$/.test(importer);
    return ofIndex && /^\.\/(zh-CN|ja|en)\.ts$/.test(source)
      ? join(dirname(importer), source) + emptyFile
      : undefined;
  },
  load(id) {
    if (id.endsWith(emptyFile)) return writeEmpty(id.slice(0, -emptyFile.length));
    const [, set, language] = madeFile.exec(id) ?? [];
    if (set === undefined) return undefined;
    return language === undefined ? writeSet(set) : writeLabels(set, language);
  },
  transform(code, id) {
    const text = mayWait(id) ? code.replace(waitingImports, 'importWithLabels(import($1))') : code;
    return text === code
      ? undefined
      : { code: `import { importWithLabels } from '${loader}';\n${text}`, map: null };
  },
};
