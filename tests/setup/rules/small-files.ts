import { posix } from 'node:path';
import { listImports, type SourceTree } from './folder-rules.ts';

const smallLines = 40;
/** Lines are at most 100 wide: a table of longer lines is not small. */
const smallLength = smallLines * 100;
const maxFileLines = 300;
/** A name that so many folders have is a convention, as `queries.ts` is. */
const conventionFolders = 4;

const isTest = (path: string): boolean => /^tests\/|\.(test|fixture)\.tsx?$/.test(path);
const countLines = (text: string): number => text.replace(/\n$/, '').split('\n').length;
/** The last word of a file's name, in the singular: its role, as `store` of `zone-store.ts`. */
const roleOf = (path: string): string =>
  posix
    .basename(path)
    .replace(/\.\w+$/, '')
    .replace(/^.*-/, '')
    .replace(/s$/, '');
/** The roles that the layers of a noun keep apart. */
const layers: ReadonlySet<string> = new Set(['route', 'service', 'store']);

interface Importer {
  readonly path: string;
  /** Whether the import loads the file when it is needed, or in a worker. */
  readonly isLate: boolean;
}

/** Lists the importers of each file, tests left out. */
function findImporters(tree: SourceTree): ReadonlyMap<string, readonly Importer[]> {
  const importers = new Map<string, Importer[]>();
  for (const [path, text] of tree) {
    if (isTest(path)) continue;
    for (const { target, isLate } of listImports(path, text))
      importers.set(target, [...(importers.get(target) ?? []), { path, isLate }]);
  }
  return importers;
}

/** Whether a text names a file as a word of its own. */
const names = (text: string, path: string): boolean =>
  new RegExp(`(?<![\\w-])${posix.basename(path).replaceAll('.', '\\.')}\\b`).test(text);

/** Whether a small file with one importer has a reason to stand alone. */
function hasReason(path: string, importer: Importer, tree: SourceTree, guides: string): boolean {
  const lines = [path, importer.path].map((one) => countLines(tree.get(one) ?? ''));
  const family = listImports(importer.path, tree.get(importer.path) ?? '').filter(
    ({ target }) => target !== path && roleOf(target) === roleOf(path),
  );
  const namesakes = [...tree.keys()].filter(
    (other) => posix.basename(other) === posix.basename(path),
  );
  return (
    importer.isLate ||
    // one file for each language
    path.includes('/labels/') ||
    lines.reduce((sum, one) => sum + one, 0) > maxFileLines ||
    (layers.has(roleOf(path)) && roleOf(path) !== roleOf(importer.path)) ||
    family.length >= 2 ||
    namesakes.length >= conventionFolders ||
    ['.test.ts', '.test.tsx'].some((end) => tree.has(path.replace(/\.tsx?$/, end))) ||
    names(guides, path)
  );
}

/**
 * Finds source files under 40 lines that only one file imports, from their own folder, and that
 * have no reason to stand alone. Reasons: the file loads when it is needed; it has the texts of one
 * language; together both would be too long; it is another layer of its noun, one of a family of
 * three that its importer joins, or has the name of a convention; it has a test of its own; a guide
 * or a script names it.
 * @param guides the text of documents and scripts
 * @returns one line per file
 */
export function smallFiles(tree: SourceTree, guides: string): readonly string[] {
  const importers = findImporters(tree);
  return [...tree].flatMap(([path, text]) => {
    if (!path.startsWith('src/') || isTest(path)) return [];
    if (countLines(text) >= smallLines || text.length > smallLength) return [];
    const all = importers.get(path) ?? [];
    const [first] = all;
    if (first === undefined || all.some((one) => one.path !== first.path)) return [];
    if (posix.dirname(first.path) !== posix.dirname(path)) return [];
    const importer = { path: first.path, isLate: all.some(({ isLate }) => isLate) };
    return hasReason(path, importer, tree, guides) ? [] : [`${path}: only in ${first.path}`];
  });
}
