// Checks the build of the client: the size of the initial JavaScript in gzip, the absence of demo
// code, and the licences of its packages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chartModule, isLabelsOf, pageModules, routesModule } from '../src/web/app/page-modules.ts';
import { root } from './toolchain.mjs';

const client = join(root, 'dist/client');
/** Limits of the JavaScript (docs/performance.md): of a page that nobody uses yet, and in use. */
export const budgetKiB = 110;
export const pageBudgetKiB = 201;

/** The largest of the charts of which the page of charts shows one. */
const largestChart = 'breakdown';
/**
 * Lists the initial JavaScript of a page by Vite's manifest: the entry, the page's chunk, the chart
 * of the page of charts, their imports, and the labels of all these in one language.
 *
 * @param isUsed - whether the reader uses the page; before, its code waits
 */
export function initialFiles(folder = client, page = 'overview', language = 'ja', isUsed = false) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) add(next);
    for (const next of chunk.dynamicImports ?? []) if (isLabelsOf(next, language)) add(next);
  };
  for (const [key, chunk] of Object.entries(manifest))
    if (
      chunk.isEntry ||
      (isUsed && (key === routesModule || key === pageModules[page])) ||
      (isUsed && page === 'charts' && key === chartModule(largestChart))
    )
      add(key);
  return [...files].filter((file) => file.endsWith('.js'));
}

const zipKiB = (files, folder) =>
  files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  ) / 1024;
/** Measures the JavaScript of a page in KiB of gzip, in the language with the largest labels. */
export const initialKiB = (folder = client, page = 'overview', isUsed = false) =>
  Math.max(
    ...['zh-CN', 'ja', 'en'].map((language) =>
      zipKiB(initialFiles(folder, page, language, isUsed), folder),
    ),
  );
/** Lists the pages with their JavaScript in use in KiB, the largest first. */
export const listPages = (folder = client) =>
  Object.keys(pageModules)
    .map((page) => ({ page, size: initialKiB(folder, page, true) }))
    .sort((a, b) => b.size - a.size);

export const linkBudgetKiB = 3;
/** Measures the code in KiB of gzip that a shared link needs before its page is there. */
export function linkKiB(folder = client) {
  const html = readFileSync(join(folder, 'shared-link.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)];
  return zipKiB(
    files.map(([, file]) => file),
    folder,
  );
}

/** Lists the faults of the build, one sentence each. */
export function budgetFindings(folder = client) {
  const faults = [];
  const initial = initialKiB(folder);
  if (initial > budgetKiB)
    faults.push(`initial JavaScript is ${initial.toFixed(1)} KiB gzip, over ${budgetKiB}`);
  for (const { page, size } of listPages(folder))
    if (size > pageBudgetKiB)
      faults.push(
        `JavaScript of ${page} in use is ${size.toFixed(1)} KiB gzip, over ${pageBudgetKiB}`,
      );
  const ofLink = linkKiB(folder);
  if (ofLink > linkBudgetKiB)
    faults.push(
      `the code that opens a link is ${ofLink.toFixed(1)} KiB gzip, over ${linkBudgetKiB}`,
    );
  for (const file of initialFiles(folder, 'overview', 'ja', true))
    if (/recharts-(surface|wrapper)/.test(readFileSync(join(folder, file), 'utf8')))
      faults.push(`${file} of the first view holds Recharts`);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.wasm$|mockServiceWorker/.test(file)) faults.push(`${file} belongs to the demo`);
    else if (
      /\.js$/.test(file) &&
      /sqlite3|mockServiceWorker/.test(readFileSync(join(folder, file), 'utf8'))
    )
      faults.push(`${file} holds parts of the demo`);
  }
  return [...faults, ...licenceFindings(folder)];
}

const permissive = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Zlib)$/;
/**
 * Checks the licences of the packages in the client, as the build lists them. Each must be
 * permissive: it requires no more than its notice.
 */
function licenceFindings(folder) {
  const list = readFileSync(join(folder, 'licences.txt'), 'utf8');
  const parts = [...list.matchAll(/^## (.+) - \S+ \((.+)\)$/gm)];
  const other = parts.filter(
    ([, , licence]) => !licence.split(' AND ').every((one) => permissive.test(one)),
  );
  return [
    ...(parts.some(([, name]) => name === 'react')
      ? []
      : ['the build lists no licences of what readers are sent']),
    ...new Set(other.map(([, name, licence]) => `${name} is sent to readers under ${licence}`)),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = budgetFindings();
  console.log(`Initial JavaScript: ${initialKiB().toFixed(1)} KiB gzip of ${budgetKiB}`);
  for (const { page, size } of listPages())
    console.log(`${page} in use: ${size.toFixed(1)} KiB gzip`);
  console.log(`Code that opens a link: ${linkKiB().toFixed(1)} KiB gzip of ${linkBudgetKiB}`);
  for (const sentence of faults) console.error(sentence);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
