import { posix } from 'node:path';

const folders: Readonly<Record<string, string>> = {
  domain: 'src/domain',
  contract: 'src/contract',
  charts: 'src/charts',
  report: 'src/report',
  server: 'src/server',
  web: 'src/web',
  mocks: 'mocks',
};
const moduleName = /#(domain|contract|charts|report|server|web|mocks)\/([\w./-]+\.tsx?)/g;
const pathName = /(?<![\w/#.-])((?:src|mocks|tests|scripts)\/[\w./-]+\.(?:tsx?|mjs|css))\b/g;

/**
 * Finds names of modules and source files, also in strings, comments and documents, that lead to no
 * file.
 * @param texts documents and source files by their path
 * @param exists whether a path from the root is a file
 * @returns one line per name
 */
export function deadReferences(
  texts: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): readonly string[] {
  return [...texts].flatMap(([path, text]) => {
    const names = [
      ...[...text.matchAll(moduleName)].map(([, layer = '', rest = '']) =>
        posix.join(folders[layer] ?? '', rest),
      ),
      ...[...text.matchAll(pathName)].map(([, name = '']) => name),
    ];
    return [...new Set(names)].filter((name) => !exists(name)).map((name) => `${path}: ${name}`);
  });
}
