import { existsSync, readdirSync } from 'node:fs';
import { run, say } from './toolchain.mjs';

const headlessShell = '/usr/bin/chromium-headless-shell';
const headlessPackage = 'chromium-headless-shell';
/** The headless shell comes first: it renders a page in half the time. */
const chromiumPaths = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
/** @returns the path of a Chromium on this machine, or undefined */
export const chromium = () =>
  [process.env.HEADWAY_CHROMIUM, ...chromiumPaths].find((path) => path && existsSync(path));

/**
 * @returns the folder with initdb and pg_ctl of the newest PostgreSQL on this machine, or undefined
 */
export function postgresBin() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => `${base}/${version}/bin`)
    .find((path) => existsSync(`${path}/initdb`));
}
const cjkFonts = () =>
  [
    '/usr/share/fonts/opentype/noto',
    '/usr/share/fonts/noto-cjk',
    '/usr/share/fonts/opentype/source-han-sans',
  ].some((path) => existsSync(path));

const has = (program) => existsSync(`/usr/bin/${program}`);
/** Whether Python has the bindings with which tests control LibreOffice. */
const officeTalks = () => existsSync('/usr/lib/python3/dist-packages/uno.py');
/** Whether Python has pandas, with which a test reads our data as an analyst does. */
const pythonReads = () => existsSync('/usr/lib/python3/dist-packages/pandas');

/**
 * Lists the missing packages in groups: those that most tests need, then those that open or read
 * exported files.
 */
const neededPackages = () => [
  [
    ...(process.env.HEADWAY_CHROMIUM || existsSync(headlessShell) ? [] : [headlessPackage]),
    ...(postgresBin() ? [] : ['postgresql']),
    ...(cjkFonts() ? [] : ['fonts-noto-cjk']),
  ],
  [
    ...(has('pdftotext') ? [] : ['poppler-utils']),
    ...(has('rsvg-convert') ? [] : ['librsvg2-bin']),
    ...(has('soffice') ? [] : ['libreoffice-impress-nogui', 'libreoffice-calc-nogui']),
  ],
  officeTalks() ? [] : ['python3-uno'],
  pythonReads() ? [] : ['python3-pandas'],
  // without the recommended packages, among them a compiler: 46 MB
  has('Rscript') ? [] : ['r-base-core'],
];

/**
 * Installs the system packages that the tests need, if this user may.
 * @returns the packages that are still missing, and the reason
 */
export async function ensureSystem() {
  const groups = neededPackages().filter((group) => group.length > 0);
  const missing = groups.flat();
  if (missing.length === 0) return { missing: [], why: '' };
  if (!existsSync('/usr/bin/apt-get')) return { missing, why: 'this system has no apt-get' };
  const root = process.getuid?.() === 0;
  if (!root && (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0)
    return {
      missing,
      why: `this user may not install packages; as root: apt-get install ${missing.join(' ')}`,
    };
  say(`installing ${missing.join(', ')} with apt-get …`);
  const apt = (...args) =>
    run(root ? 'apt-get' : 'sudo', [...(root ? [] : ['-n', 'apt-get']), ...args], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  await apt('update', '-qq');
  const faults = [];
  // one group per call: a group that cannot be installed does not affect the others
  for (const group of groups) {
    const { code, output } = await apt('install', '-y', '-qq', '--no-install-recommends', ...group);
    if (code !== 0) faults.push(`apt-get failed: ${output.trim().split('\n').at(-1)}`);
  }
  return { missing: neededPackages().flat(), why: faults.join('; ') };
}
