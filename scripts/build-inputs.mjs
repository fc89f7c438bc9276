import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run, say } from './toolchain.mjs';

const inputs = [
  'index.html',
  'vite.config.ts',
  'scripts/build.mjs',
  'scripts/client',
  'scripts/worker-build.mjs',
  'package.json',
  'package-lock.json',
  'public',
  'src',
];
const stamp = join(root, 'dist/inputs.sha256');

/** Hashes all inputs of the client's build. Tests and the source of the server are no inputs. */
function inputsHash() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    const files = /\.\w+$/.test(input)
      ? ['']
      : readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
          .filter((f) => f.isFile())
          .map((f) => join(f.parentPath, f.name).slice(path.length))
          .sort();
    for (const file of files) {
      if (/\.test\.tsx?$/.test(file) || (input === 'src' && file.startsWith('/server/'))) continue;
      hash.update(`${input}${file}\0`).update(readFileSync(path + file));
    }
  }
  return hash.digest('hex');
}

/**
 * Builds the page, its renderer and the chart drawer when one of their inputs has changed.
 * @returns false if a build failed
 */
export async function ensureBuilt() {
  const hash = inputsHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  say('building (once, and after changes) …');
  const start = Date.now();
  const { code } = await run(node(), ['scripts/build.mjs', '--now']);
  if (code !== 0) return false;
  writeFileSync(stamp, hash);
  say(`built in ${Math.round((Date.now() - start) / 1000)} s`);
  return true;
}
