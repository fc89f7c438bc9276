// Seen to fail: with /^(a+)+$/ planted in http/file-name.ts, with a file left out of
// `bounded`. It found a cell of 10,000 blanks in a series of figures that took minutes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { places, walk, withAt } from '../http/contract-walk.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { openHostile } from './hostile-api.ts';

const source = join(import.meta.dirname, '../../../src');
interface Pattern {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}
/** Lists every pattern of our code once, with the first file that has it. */
function patternsIn(): readonly Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const file of readdirSync(source, { recursive: true }).map(String)) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
    const look = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { regex } = node as { regex?: { pattern: string; flags: string } };
      if (regex !== undefined) patterns.set(`/${regex.pattern}/${regex.flags}`, { file, ...regex });
      for (const inner of Object.values(node)) look(inner);
    };
    look(
      parseAst(readFileSync(join(source, file), 'utf8'), {
        lang: file.endsWith('x') ? 'tsx' : 'ts',
      }),
    );
  }
  return [...patterns.values()];
}

/**
 * The largest length of a text for patterns of these files whose time grows faster than the text;
 * the other patterns are linear.
 */
const bounded: Readonly<Record<string, number>> = {
  // amounts and dates of cells are cut off by their own bounds
  'domain/values/reading/amount.ts': 1000,
  'server/imports/values/date.ts': 200,
  'server/imports/series/observations.ts': 100,
  // digits, and a stored form of our own making
  'domain/values/decimal.ts': 400,
  'server/cli/security/argon2-passwords.ts': 100,
  // passwords are limited to this length
  'server/accounts/sign-in/password-rules.ts': 256,
  'server/imports/values/number.ts': 400,
  'server/core/secrets.ts': 100,
  // addresses of pages, names of files
  'web/features/projects/project-page.tsx': 2000,
  'server/http/file-name.ts': 500,
  // headers, headings and quantities of a sheet, read in a process of their own
  'server/imports/rows/row-fields.ts': 2000,
  'server/imports/columns/assign.ts': 2000,
  'server/imports/headers/header-text.ts': 2000,
  'server/imports/structure/sections.ts': 2000,
  'server/imports/read/workbook.ts': 500,
  // text that we write ourselves
  'server/exports/formats/pptx/ooxml.ts': 2000,
  'server/exports/formats/xlsx/xlsx-writer.ts': 500,
};
const pieces = [
  ' ',
  ',',
  '0',
  '1-',
  '-',
  '(',
  '[',
  'a',
  '=',
  '/',
  '%',
  '"',
  'a:',
  '1 ',
  '. ',
  '\u3000',
];
const allowedMs = 50;

/**
 * Finds patterns that are slower than linear: none may grow without limit, and the others are tried
 * at their limits.
 */
function slowPatterns(): { readonly summary: string; readonly faults: readonly string[] } {
  const all = patternsIn();
  const faults: string[] = [];
  let steep = 0;
  let slowest = { ms: 0, name: '' };
  for (const { file, pattern, flags } of all) {
    const name = `${file} /${pattern}/${flags}`;
    const { reports } = analyse({ source: pattern, flags });
    if (reports.some(({ exponential }) => exponential)) {
      faults.push(`${name} takes exponential time`);
      continue;
    }
    if (reports.length === 0) continue;
    steep += 1;
    const longest = bounded[file.replaceAll('\\', '/')];
    if (longest === undefined) {
      faults.push(
        `${name} takes more time than its text has characters, and nothing says how long that gets`,
      );
      continue;
    }
    const compiled = new RegExp(pattern, flags);
    for (const piece of pieces)
      for (const text of [
        `${piece.repeat(longest / piece.length)}\u0001`,
        `1${piece.repeat(longest / piece.length)}\u0001`,
        `abc${piece.repeat(longest / piece.length)}!\n`,
      ]) {
        const from = performance.now();
        compiled.lastIndex = 0;
        compiled.test(text);
        const ms = performance.now() - from;
        if (ms > slowest.ms) slowest = { ms, name };
        if (ms > allowedMs * 4)
          faults.push(`${name} takes ${Math.round(ms)} ms for ${longest} characters`);
      }
  }
  if (all.length < 200)
    faults.push(`${all.length} patterns were found only: this has tried nothing`);
  return {
    summary: `${all.length} patterns, none exponential, ${steep} steep ones tried at their bounds, slowest ${slowest.ms.toFixed(1)} ms (${slowest.name})`,
    faults,
  };
}

/**
 * 50,000 characters in each field of text: answered as fast as a harmless text of the same size.
 */
async function longTexts(
  runOptions: RunOptions,
): Promise<{ readonly summary: string; readonly faults: readonly string[] }> {
  const hostile = await openHostile();
  const length = 50_000;
  const routes = walk().filter(({ body }) => body !== undefined);
  let slowest = { ms: 0, what: '' };
  const faults: string[] = [];
  const measureTime = async (
    route: (typeof routes)[number],
    place: readonly (string | number)[],
    text: string,
  ): Promise<number> => {
    const from = performance.now();
    await hostile.fire(
      route,
      { body: JSON.stringify(withAt(route.body, place, () => text)) },
      `${length} characters at ${place.join('.')}`,
    );
    return performance.now() - from;
  };
  for (const route of routes.slice(0, countOf(routes.length, runOptions)))
    for (const place of places(route.body).leaves) {
      const plain = await measureTime(route, place, 'x'.repeat(length));
      for (const piece of pieces.slice(0, countOf(pieces.length, runOptions))) {
        const ms = await measureTime(route, place, `${piece.repeat(length / piece.length)}!`);
        if (ms > slowest.ms) slowest = { ms, what: `${route.id} ${place.join('.')}` };
        if (
          ms > Math.max(allowedMs, plain * 10) &&
          (await measureTime(route, place, `${piece.repeat(length / piece.length)}!`)) >
            Math.max(allowedMs, plain * 10)
        )
          faults.push(
            `${route.id} ${place.join('.')}: ${Math.round(ms)} ms for ${JSON.stringify(piece)}, ${Math.round(plain)} ms for plain letters`,
          );
      }
    }
  await hostile.end();
  return {
    summary: `${hostile.countRequests()} requests with ${length} characters in a field, slowest ${slowest.ms.toFixed(1)} ms (${slowest.what})`,
    faults: [...faults, ...hostile.faults],
  };
}

export const patternTest: ReliabilityTest = {
  id: 'R-68',
  title: 'patterns that take long, and long texts in each field',
  async run(runOptions) {
    const [patterns, texts] = [slowPatterns(), await longTexts(runOptions)];
    return outcome(`${patterns.summary}; ${texts.summary}`, [...patterns.faults, ...texts.faults]);
  },
};
