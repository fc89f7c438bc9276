import { readdirSync, type Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset, Assets } from '#server/core/deps.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
};
export const distFolder = fileURLToPath(new URL('../../../../dist/', import.meta.url));

function filesIn(folder: string): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Opens the files of the built client. It opens only files that it listed at the start, so no path
 * leads out of the folder.
 */
export function clientFiles(folder = join(distFolder, 'client')): Assets {
  const files = new Map(
    filesIn(folder).map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
  const read = new Map<string, Promise<Asset>>();
  const load = async (path: string, file: string): Promise<Asset> => ({
    bytes: new Uint8Array(await readFile(file)),
    type: types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    immutable: path.startsWith('/assets/'),
  });
  return async (path) => {
    const file = files.get(path);
    // pages are rendered instead, and the manifest is private
    if (file === undefined || path === '/index.html' || path.startsWith('/.')) return undefined;
    const reading = read.get(path) ?? load(path, file);
    read.set(path, reading);
    return reading;
  };
}
