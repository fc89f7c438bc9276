// R-05, F12. Seen to fail: with a loose schema and the query merged into the view of a link, wider
// answers come; without the check that a session belongs to its link in reader-sessions.ts, or with
// another public route, the walk fails.
import { Hono } from 'hono';
import { linkPagePath } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import type { ServerHost } from '#server/app/create-host.ts';
import { addRoutes } from '#server/app/routes.ts';
import { browser, type LinkApi } from '../../setup/api/links.ts';
import { randomFrom } from '../faults/tamper.ts';

/**
 * Every address that may be read without signing in. Any other one is a fault until it is listed
 * here, and tried.
 */
const readable: ReadonlySet<string> = new Set([
  '/api/openapi.json',
  '/api/v1/health',
  '/api/v1/shared/:link',
  '/api/v1/shared/:link/charts/:file',
  '/api/v1/shared/:link/lists/:file',
  '/api/v1/shared/:link/explanations/:measure',
  '/api/v1/shared/:link/events',
  '/s',
  '/s/:link',
  '/s/:file',
  '/e',
  '/r',
  '/key',
  '/door.js',
  '/door.css',
]);
/** Parameters that decide the form of a file instead of its content. */
const forms: ReadonlySet<string> = new Set([
  'lang',
  'theme',
  'size',
  'scale',
  'measure',
  'range',
  'csv',
]);
/** Parameters that decide the form of a page. */
const pageForms: ReadonlySet<string> = new Set(['lang', 'theme']);
const words =
  'from to zone fields raw format format_rows parameters include expand embed as_of known_at known_from compare plan origin owner link id secret token password filter where having select order sort group q search limit offset cursor page per_page stage status industry country investor code project projects without without_projects names amounts preset profile redaction smallest_group sections frozen revision version debug trace test admin role user principal export download callback jsonp redirect url next return_to method _method x-http-method-override __proto__ constructor prototype toString hasOwnProperty length 0 a[] a[b] $ne $where lang theme size scale measure range csv'.split(
    ' ',
  );
const values = [
  '*',
  '1900-01-01',
  'B',
  'contacts,investor',
  '{"$ne":null}',
  "' OR '1'='1",
  '../../projects',
  'true',
  '-1',
  '1e9',
  '%00',
  'ja',
  'data',
  'full',
  'none',
  'checkpoints',
  '2021-02-08',
];

/** Parameters of other addresses: each value is tried. */
const parameters: ReadonlySet<string> = new Set([
  'as_of',
  'known_at',
  'compare',
  'plan',
  'from',
  'to',
  'zone',
  'fields',
  'raw',
  'preset',
]);

/** Every method and path of the router. */
export function routesOf(
  deps: ServerDeps,
): readonly { readonly method: string; readonly path: string }[] {
  const hono = new Hono<never>({ strict: true });
  addRoutes({ hono, deps } as unknown as ServerHost);
  return hono.routes
    .filter(({ path, method }) => !path.includes('*') && method !== 'ALL')
    .map(({ method, path }) => ({ method, path }));
}

/** Calls every route with only the cookie of a link. */
export async function doorFaults(links: LinkApi, link: MadeLink): Promise<readonly string[]> {
  const headers = { ...browser, ...(await links.reader(link)) };
  const faults: string[] = [];
  const config = { loopback: true, hosts: [], version: 'x' };
  const routes = routesOf({
    db: links.db,
    importer: createImporter(inProcess),
    clock: () => new Date(),
    config,
  });
  if (routes.length < 30)
    faults.push(`the router has ${routes.length} routes only: this has tried nothing`);
  for (const { method, path } of routes) {
    const address = path
      .replace(':link', link.link.id)
      .replace(':file', 'targets.csv')
      .replace(/:[a-z]+/g, '1');
    const body = ['GET', 'HEAD'].includes(method) ? {} : { body: {} };
    const response = await links.send(method, address, {
      headers,
      ...body,
      env: { ip: '192.0.2.9' },
    });
    await response.body?.cancel();
    const isRefused = response.status >= 400 && response.status < 500;
    if (method === 'GET' && readable.has(path)) continue;
    if (!isRefused) faults.push(`${method} ${path} was answered ${response.status}`);
  }
  return faults;
}

/**
 * Names and values that could widen a link, on each of its addresses: the answer is the same, or
 * 400.
 */
export async function fuzzFaults(
  links: LinkApi,
  link: MadeLink,
  names: number,
  perName: number,
  seed: number,
): Promise<readonly string[]> {
  const below = randomFrom(seed);
  const headers = { ...browser, ...(await links.reader(link)) };
  const faults: string[] = [];
  const letters = () =>
    Array.from({ length: 1 + below(12) }, () => 'abcdefghijklmnopqrstuvwxyz_'[below(27)]).join('');
  const all = [
    ...words,
    ...Array.from({ length: Math.max(0, names - words.length) }, letters),
  ].slice(0, names);
  const textOf = async (address: string): Promise<readonly [number, string]> => {
    const response = address.startsWith('/s/')
      ? await links.send('GET', address, { headers })
      : await links.read(link.link.id, headers, address);
    if (address.startsWith('/events')) {
      await response.body?.cancel();
      return [response.status, response.headers.get('content-type') ?? ''];
    }
    return [response.status, await response.text()];
  };
  for (const address of [
    '',
    '/charts/targets.json',
    '/charts/pipeline.csv',
    '/charts/changes.json',
    '/lists/projects.csv',
    '/explanations/established_projects',
    '/events',
    linkPagePath(link.link.id),
  ]) {
    const [before, plain] = await textOf(address);
    for (const name of all)
      for (let i = 0; i < (parameters.has(name) ? values.length : perName); i += 1) {
        const value = values[parameters.has(name) ? i : below(values.length)] ?? '';
        const [status, text] = await textOf(
          `${address}?${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
        );
        // a file that the page does not have stays missing whatever is added, and so does a figure
        // of another day or of other projects
        const none = status === 404 && (before === 404 || address.startsWith('/explanations'));
        const same =
          status === 200 &&
          before === 200 &&
          (text === plain ||
            (/^\/(charts|lists)/.test(address) && forms.has(name)) ||
            (address.startsWith('/s/') && pageForms.has(name)));
        const allowed = status === 400 || none || same;
        if (!allowed)
          faults.push(`${address}?${name}=${value} was answered ${status}: ${text.slice(0, 100)}`);
      }
  }
  return faults;
}
