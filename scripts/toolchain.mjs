// Runs on the system's Node (20 or later). All further commands run on the Node 24 that the
// lockfile installs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const say = (line) => console.log(`headway: ${line}`);
export const bin = (name) => join(root, 'node_modules/.bin', name);

/** Makes an environment in whose PATH the project's own Node and tools come first. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  ...more,
});

/** @returns the path of the Node that runs the product */
export const node = () => (existsSync(bin('node')) ? bin('node') : process.execPath);

/**
 * Runs a command on this terminal and passes signals on to it. @returns its exit code and, if
 * `quiet`, its output in `output`
 */
export function run(command, args, { env = {}, quiet = false, ...as } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      ...as,
      env: environment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (d) => (output += d));
    child.stderr?.on('data', (d) => (output += d));
    const hand = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hand);
    child.on('error', (error) => {
      console.error(`headway: ${command} did not start: ${error.message}`);
      resolve({ code: 127, output });
    });
    child.on('close', (code, signal) => {
      for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(s, hand);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });
}

/** Whether node_modules holds the versions that the lockfile names. */
function isInstalled() {
  try {
    const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const have = JSON.parse(
      readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages;
    return (
      existsSync(bin('node')) &&
      Object.entries(packages).every(
        ([path, entry]) =>
          path === '' || entry.optional || entry.peer || have[path]?.version === entry.version,
      )
    );
  } catch {
    return false;
  }
}

/**
 * Installs the packages of the lockfile unless they are installed, and checks that Node 24 or later
 * runs.
 */
export async function ensureInstalled() {
  if (!isInstalled()) {
    say('installing the packages of package-lock.json (once; about a minute) …');
    const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      console.error(
        'headway: npm ci failed. Is the network or the package registry reachable? Then run the command again.',
      );
      process.exit(1);
    }
  }
  let version = await run(node(), ['--version'], { quiet: true });
  if (version.code !== 0) {
    // npm may be set to run no install scripts. Then the script that installs Node runs here.
    await run(process.execPath, [join(root, 'node_modules/node/installArchSpecificPackage.js')], {
      quiet: true,
    });
    version = await run(node(), ['--version'], { quiet: true });
  }
  if (!(Number(/^v(\d+)/.exec(version.output)?.[1]) >= 24)) {
    console.error(
      `headway: Node 24 or later is needed, and ${node()} says "${version.output.trim()}". Install Node 24, or remove node_modules and start again.`,
    );
    process.exit(1);
  }
}
