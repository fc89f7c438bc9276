import { posix } from 'node:path';

/** Source files by their path from the root, with their text. */
export type SourceTree = ReadonlyMap<string, string>;

const maxFiles = 20;
/** Folders whose files are one list of data and are read as a list. */
const listFolders: ReadonlySet<string> = new Set(['tests/charts/references']);
const aliases: readonly (readonly [alias: string, folder: string])[] = [
  ['#domain/', 'src/domain/'],
  ['#contract/', 'src/contract/'],
  ['#charts/', 'src/charts/'],
  ['#report/', 'src/report/'],
  ['#server/', 'src/server/'],
  ['#web/', 'src/web/'],
  ['#mocks/', 'mocks/'],
];
const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path);

/**
 * @returns the folders with more than 20 files directly in them; tests beside source files don't
 *   count.
 */
export function crowdedFolders(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (path.startsWith('src/') && isTest(path)) continue;
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > maxFiles && !listFolders.has(folder))
    .map(([folder, count]) => `${folder}: ${count} files`);
}

/** An import of a file of ours. */
interface SourceImport {
  readonly target: string;
  /** Whether it loads the file when it is needed, or in a worker. */
  readonly isLate: boolean;
}

/** Lists the imports of a file, type imports included, and the files that it starts as workers. */
export function listImports(path: string, text: string): readonly SourceImport[] {
  const imports = text.matchAll(/(\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'([^']+)'/g);
  return [...imports].flatMap(([, kind = '', specifier = '']) => {
    const isLate = kind.endsWith('(');
    if (specifier.startsWith('.'))
      return { target: posix.join(posix.dirname(path), specifier), isLate };
    const alias = aliases.find(([start]) => specifier.startsWith(start));
    if (alias === undefined) return [];
    return { target: alias[1] + specifier.slice(alias[0].length), isLate };
  });
}

/** Calls `visit` for each folder that holds two files, with the names of their children in it. */
function eachFork(
  from: string,
  to: string,
  visit: (folder: string, child: string, other: string) => void,
): void {
  const [a, b] = [posix.dirname(from).split('/'), posix.dirname(to).split('/')];
  const at = a.findIndex((name, depth) => name !== b[depth]);
  if (at < 1 || b[at] === undefined) return;
  visit(a.slice(0, at).join('/'), a[at] ?? '', b[at]);
}

function cycleFrom(
  start: string,
  edges: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly string[] | undefined {
  const open = [[start]];
  const paths = new Set<string>();
  for (let path = open.shift(); path !== undefined; path = open.shift())
    for (const next of edges.get(path.at(-1) ?? '')?.keys() ?? []) {
      if (next === start) return [...path, start];
      if (paths.has(next)) continue;
      paths.add(next);
      open.push([...path, next]);
    }
  return undefined;
}

/**
 * Finds cycles between sibling folders, type imports included and tests left out.
 * @returns one line per folder that is in a cycle: the shortest cycle, with a file for each step
 */
export function siblingCycles(tree: SourceTree): readonly string[] {
  const forks = new Map<string, Map<string, Map<string, string>>>();
  for (const [path, text] of tree) {
    if (isTest(path)) continue;
    for (const { target } of listImports(path, text))
      eachFork(path, target, (folder, child, other) => {
        const edges = forks.get(folder) ?? new Map<string, Map<string, string>>();
        forks.set(folder, edges);
        const targets = edges.get(child) ?? new Map<string, string>();
        edges.set(child, targets);
        if (!targets.has(other)) targets.set(other, `${path} → ${target}`);
      });
  }
  return [...forks].flatMap(([folder, edges]) =>
    [...edges.keys()].flatMap((child) => {
      const cycle = cycleFrom(child, edges);
      if (cycle === undefined) return [];
      const steps = cycle.slice(1).map((to, i) => edges.get(cycle[i] ?? '')?.get(to));
      return [`${folder}: ${cycle.join(' → ')} (${steps.join('; ')})`];
    }),
  );
}
