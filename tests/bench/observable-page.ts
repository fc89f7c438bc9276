import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const source = join(import.meta.dirname, 'observable');
/** Its packages and its page stay out of the source. */
const folder = join(import.meta.dirname, '../../.cache/bench-observable');
const run = promisify(execFile);

/**
 * Builds the overview as a page of Observable Framework, from the answer of `/api/v1/overview`. The
 * packages are those of the folder's own package.json; they are installed the first time.
 *
 * @returns the folder of the built page, or the reason why there is none
 */
export async function buildObservablePage(
  productUrl: string,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  try {
    cpSync(source, folder, { recursive: true });
    if (!existsSync(join(folder, 'node_modules')))
      await run('npm', ['ci', '--ignore-scripts'], { cwd: folder });
    const data = join(folder, 'src/data');
    mkdirSync(data, { recursive: true });
    const overview = await fetch(`${productUrl}/api/v1/overview`);
    writeFileSync(join(data, 'overview.json'), await overview.text());
    const program = join(folder, 'node_modules/@observablehq/framework/dist/bin/observable.js');
    await run(process.execPath, [program, 'build'], {
      cwd: folder,
      env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true' },
    });
    return { folder: join(folder, 'dist') };
  } catch (error) {
    return {
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}
