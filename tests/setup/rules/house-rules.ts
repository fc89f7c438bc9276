import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { conditionalSpreads } from './conditional-spreads.ts';

/** A violation of a house rule. */
export interface Finding {
  readonly rule: string;
  readonly line: number;
  readonly excerpt: string;
}
interface HouseRule {
  readonly rule: string;
  readonly applies: (path: string) => boolean;
  readonly pattern: RegExp;
}

const isTest = (path: string): boolean => /^tests\/|\.(test|fixture)\.tsx?$/.test(path);
const under =
  (...folders: readonly string[]) =>
  (path: string) =>
    !isTest(path) && folders.some((f) => path.startsWith(f));
const interfaceCode = (path: string): boolean =>
  under('src/web/')(path) && !/^src\/web\/(.*\/labels|i18n)\//.test(path);

/** A bare participle says what happened to a value, not what the value is. */
const fieldParticiples =
  'asked|shown|told|kept|wanted|given|taken|known|seen|sent|found|chosen|typed|drawn|written|said|' +
  'held|got|entered|heard|spoken|gone|unseen|unread|stored|loaded';
/** Fields of the API and of the store have some of these, such as `signed` and `closed`. */
const participles =
  `${fieldParticiples}|used|sorted|hidden|made|closed|signed|parsed|merged|sealed|opened|stopped|` +
  'overdue|proposed|created|undone|reached|passed|ordered|edited|broken|requested|refused|offered|' +
  'converted|cached|included|checked|stacked|noted|built|begun|described|dated|added|compared|' +
  'keyed|joined|ranked|judged|decided|coded';
/** The rules of links of the first kind are frozen; the test of these rules plants violations. */
const namesCode = (path: string): boolean =>
  !path.includes('/rules-1/') && path !== 'tests/house-rules.test.ts';
/**
 * Fields that the API, the store or a draft in a browser holds: their names stay as long as the
 * data. `left` is the edge of a drawing and the end of a stage, so no rule names it.
 */
const participleFields: readonly string[] = [
  'src/contract/projects/attachment-schemas.ts',
  'src/contract/projects/edit-schemas.ts',
  'src/contract/work/decision-schemas.ts',
  'src/domain/measures/rows-input.ts',
  'src/domain/outlook/outlook.ts',
  'src/domain/projects/milestones.ts',
  'src/domain/projects/project.ts',
  'src/domain/redaction/shared-overview.ts',
  'src/server/projects/history/merge-facts.ts',
  'src/server/storage/derived-day-store.ts',
  'src/web/features/months/values/row-values.ts',
  'src/web/features/settings/indicators/draft/use-target-draft.ts',
  'src/web/features/zone/settings/form/settings-form.tsx',
];

/** Adds an address to Hono, or makes another instance of it. */
export const dispatch =
  /\bhono\.(?:get|post|put|patch|delete|all|on|use|route|mount)\(|\bnew Hono\b/;
/**
 * The files that add addresses to Hono beside the request pipeline, each with its reason. All other
 * addresses are endpoints of the contract, which `route()` admits, checks and answers.
 */
export const directDispatchers: ReadonlyMap<string, string> = new Map([
  ['src/server/app/create-host.ts', 'makes the one dispatcher'],
  ['src/server/http/route.ts', 'is the pipeline'],
  ['src/server/app/page-routes.ts', 'pages of the client and files of the build'],
  ['src/server/requests/page-routes.ts', 'one page for all requests, whose secret is after the #'],
  ['src/server/links/pages/reader-page-routes.ts', 'pages that open or draw a shared link'],
  ['src/server/links/pages/embed-page-routes.ts', 'a page whose policy names the framing site'],
  ['src/server/links/pages/preview-picture-routes.ts', 'a picture that chat programs fetch'],
  ['src/server/accounts/sign-in/bootstrap-page-routes.ts', 'the page of the one-time key'],
  ['src/server/accounts/sso/routes.ts', 'redirects of the browser to the organisation and back'],
  ['src/server/reminders/calendars/calendar-routes.ts', 'a feed whose address is its secret'],
  ['src/server/app/csp-report-routes.ts', 'reports in the format of browsers, without a session'],
  ['src/server/app/health-routes.ts', 'the description of the endpoints is not one of them'],
]);

const houseRules: readonly HouseRule[] = [
  {
    rule: 'clock',
    applies: under('src/domain/', 'src/contract/'),
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(|\bperformance\.|\bMath\.random\(/,
  },
  // Only #domain/time decides which day it is. Cells of files have days without a time zone.
  {
    rule: 'day-of-computer',
    applies: (p) =>
      under('src/')(p) &&
      !/^src\/(domain\/time|server\/(imports|storage|exports\/formats\/zip))\//.test(p),
    pattern:
      /toISOString\(\)\.slice\(0, (7|10)\)|_at\.slice\(0, 10\)|\btoLocale(Date|Time)String\(|\.get(FullYear|Month|Date|Day|Hours|Minutes)\(\)/,
  },
  // A change, its checks and its audit event are one function of a service.
  {
    rule: 'change-in-route',
    applies: (p) => under('src/server/')(p) && /[/-]routes\.ts$/.test(p),
    pattern: /\bdb\.write\(|\b(start|write)Revision\(|\brecordEvent\(/,
  },
  {
    rule: 'second-dispatcher',
    applies: (p) => under('src/server/')(p) && !directDispatchers.has(p),
    pattern: dispatch,
  },
  // The tooltip exists only in the browser, where React sets styles through the CSSOM, which the
  // content security policy allows.
  {
    rule: 'style-attribute',
    applies: (p) =>
      under('src/web/', 'src/charts/', 'src/report/')(p) &&
      p.endsWith('.tsx') &&
      p !== 'src/charts/figure/Explorer.tsx',
    pattern: /<[^>]*\sstyle=[{"']|^\s*style=[{"']/,
  },
  { rule: 'words-outside-i18n', applies: interfaceCode, pattern: /[\u3040-\u30ff\u3400-\u9fff]/ },
  {
    rule: 'words-outside-i18n',
    applies: (p) => interfaceCode(p) && p.endsWith('.tsx'),
    pattern:
      /<[a-z][\w-]*(?: [^<>]*)?>\s*[A-Z][a-z]{2,}[^<>{}=;]*<\/|(?:aria-label|title|placeholder|alt)="[^"]*[A-Za-z]{2}/,
  },
  {
    rule: 'string-as-code',
    applies: under('src/', 'mocks/'),
    pattern:
      /\beval\(|\bnew Function\(|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/,
  },
  // The import accepts the triangle that means minus in Japanese tables; no output contains one.
  {
    rule: 'wrong-words',
    applies: (p) =>
      under('src/domain/', 'src/web/', 'src/charts/', 'src/report/')(p) &&
      p !== 'src/domain/values/reading/amount.ts',
    pattern: /億円|[▲▼]/,
  },
  {
    rule: 'participle-name',
    applies: namesCode,
    pattern: new RegExp(
      `\\b(?:const|let|function|type|interface|class) (?:${participles}|whoAsks)\\b|` +
        `\\((?:${participles})(?:\\??: |\\) =>)|\\[(?:${participles}), set[A-Z]`,
      'i',
    ),
  },
  {
    rule: 'participle-name',
    applies: (p) =>
      namesCode(p) && under('src/', 'mocks/')(p) && !participleFields.some((path) => p === path),
    pattern: new RegExp(`\\breadonly (?:${fieldParticiples})\\??: `),
  },
  // The noun is “targets table” or “register”. A section of reports has the id `ledger`, as stored
  // templates of reports name it.
  {
    rule: 'former-term',
    applies: (p) => namesCode(p) && !/\/labels\//.test(p),
    pattern: /\w[Ll]edger|[Ll]edger[A-Z]|[<.][Ll]edger\b|\b(?:const|let|type|class) ledger\b/,
  },
  {
    rule: 'former-term',
    applies: (p) => namesCode(p) && !/\/(report|labels)\//.test(p),
    pattern: /^\s+(?:readonly )?ledger\??:/,
  },
  // Each property has its own place in an object. JSX may pass props by their names.
  {
    rule: 'spread-of-literal',
    applies: (p) => namesCode(p),
    pattern: /(?<!\{)\.\.\.\{/,
  },
  {
    rule: 'unfinished',
    applies: under('src/', 'mocks/', 'scripts/'),
    pattern: /\b(TODO|FIXME|XXX)\b/,
  },
];
const isExportedFunction =
  /^export (?:async function|function|const \w+ = (?:async )?(?:<[^>]*>)?\([^()]*(?:\{|\)(?:: [^=]+)? =>|$))/;
/** The end of the head of a function, with the result that it declares. */
const headEnd = /\)(?:: ([^(){}]*?))? (?:\{$|=>)/;
/** What these types mean, no type says: a unit, an order, a scale, or the lack of a value. */
const isUnclearResult = (type: string): boolean =>
  /^(Promise<)?number>?$/.test(type) || /\| (undefined|null)>?$/.test(type);
/** Finds the result that an exported function declares. @returns '' if it declares none */
function findResult(lines: readonly string[], start: number): string {
  const isEnd = (line: string, i: number): boolean =>
    i === 0 ? headEnd.test(line) : /^[)}]/.test(line);
  return headEnd.exec(lines.slice(start).find(isEnd) ?? '')?.[1] ?? '';
}
/** Finds the docstring that ends before a line. @returns '' if there is none */
function findDocstring(lines: readonly string[], before: number): string {
  const start = lines.slice(0, before).findLastIndex((line) => line.trim().startsWith('/**'));
  return /\*\/$/.test(lines[before - 1] ?? '') ? lines.slice(start, before).join('\n') : '';
}

/** Labels are words, and a label with values is a function of them. */
const needsDocstring = (path: string): boolean =>
  under('src/')(path) && !/\/(labels|rules-1)\//.test(path);
/** The code of the product and of what its tests share; a test writes its data as it reads best. */
const hasOptionalProperties = (path: string): boolean =>
  /^(src|mocks|scripts|tests\/setup)\//.test(path) && !/\.test\.tsx?$/.test(path);
/**
 * Finds the types that `typeSchema` names and the domain does not own: their schema gives such a
 * type, by `Infer`.
 * @returns the offsets of the calls
 */
function foreignSchemaTypes(text: string): readonly number[] {
  const imports = [...text.matchAll(/^import [^;]*? from '#domain\/[^;]*;/gm)].join('\n');
  return [...text.matchAll(/\btypeSchema<([^(]*)>\(/g)].flatMap(({ 1: type = '', index }) => {
    const names = (type.match(/\b[A-Z]\w*/g) ?? []).filter(
      (name) => !/^(Partial|Pick|Omit)$/.test(name),
    );
    const isOfDomain = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(imports);
    return names.length > 0 && names.every(isOfDomain) ? [] : [index];
  });
}
const participlePath =
  /(^|\/)(kept|shown|told|asked|said)[-/]|-(kept|shown|told|asked|said)(\.|\/)/;
const badFolder = /(^|\/)(utils|helpers|common|lib|shared|misc)\//;

/**
 * Checks one file against the rules that neither Biome nor TypeScript knows. `path` is relative to
 * the root.
 */
export function findings(path: string, text: string): readonly Finding[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const results: Finding[] = [];
  if (badFolder.test(path)) results.push({ rule: 'folder-name', line: 1, excerpt: path });
  if (participlePath.test(path)) results.push({ rule: 'participle-name', line: 1, excerpt: path });
  for (const { rule, applies, pattern } of houseRules) {
    if (!applies(path)) continue;
    lines.forEach((line, i) => {
      if (!/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line))
        results.push({ rule, line: i + 1, excerpt: line.trim().slice(0, 120) });
    });
  }
  const addAt = (rule: string, offset: number): void => {
    const line = text.slice(0, offset).split('\n').length;
    results.push({ rule, line, excerpt: (lines[line - 1] ?? '').trim().slice(0, 120) });
  };
  // `compact` leaves out a property whose value is undefined.
  if (hasOptionalProperties(path))
    for (const offset of conditionalSpreads(path, text)) addAt('conditional-spread', offset);
  if (under('src/contract/')(path) && path !== 'src/contract/core/zod.ts')
    for (const offset of foreignSchemaTypes(text)) addAt('type-of-contract', offset);
  if (needsDocstring(path))
    lines.forEach((line, i) => {
      if (isExportedFunction.test(line) && !/\*\/$/.test(lines[i - 1] ?? ''))
        results.push({ rule: 'docstring', line: i + 1, excerpt: line.slice(0, 120) });
    });
  if (under('src/')(path))
    lines.forEach((line, i) => {
      if (
        isExportedFunction.test(line) &&
        isUnclearResult(findResult(lines, i)) &&
        !findDocstring(lines, i).includes('@returns')
      )
        results.push({ rule: 'returns', line: i + 1, excerpt: line.slice(0, 120) });
    });
  return results;
}

/**
 * Lists the source files. The peers of the bench have packages of their own.
 * @returns their paths, relative to the root
 */
export function sourceFiles(root: string): readonly string[] {
  return ['src', 'mocks', 'tests', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !/(^|[\\/])node_modules[\\/]/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
}
