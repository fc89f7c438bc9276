// R-17. Seen to fail: without `!sameSite ||` in http/request-checks.ts, JSON with `Sec-Fetch-Site:
// cross-site` and our own Origin is accepted; with `text/plain` accepted by jsonType, forms are.
import { addressOf, walk, type Walked } from './contract-walk.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { listening, rawRequest, requestText } from './raw-http.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const json = ['application/json', 'application/json; charset=utf-8'];
const multipart = 'multipart/form-data; boundary=x';
const types = [
  ...json,
  'application/json; charset=latin1',
  'application/jsonp',
  'application/x-www-form-urlencoded',
  multipart,
  'multipart/form-data',
  'text/plain',
  'text/plain; application/json',
  'application/xml',
  'application/octet-stream',
  undefined,
];
const sites = [undefined, 'same-origin', 'same-site', 'cross-site'];

/**
 * Finds which of the 288 combinations reach the work of one change. Only its own type from this
 * very site may.
 */
async function sendEach(
  port: number,
  cookie: string,
  one: Walked,
): Promise<{ readonly faults: readonly string[]; readonly tried: number }> {
  const own = `http://127.0.0.1:${port}`;
  const origins = [
    undefined,
    own,
    'http://evil.example',
    `http://localhost:${port}`,
    'null',
    `${own}.evil.example`,
  ];
  const body = one.upload
    ? '--x\r\ncontent-disposition: form-data; name="other"\r\n\r\nx\r\n--x--\r\n'
    : '{"nothing_like_it":1}';
  const allowedTypes = one.upload ? [multipart] : json;
  const combinations = types.flatMap((type) =>
    origins.flatMap((origin) => sites.map((site) => ({ type, origin, site }))),
  );
  const faults: string[] = [];
  // a browser opens six connections at most; the test a few more
  for (let at = 0; at < combinations.length; at += 12)
    await Promise.all(
      combinations.slice(at, at + 12).map(async ({ type, origin, site }, i) => {
        const from = `198.${at >> 4}.${(at % 16) + i}.7`;
        const headers = {
          'x-forwarded-for': from,
          host: `127.0.0.1:${port}`,
          'content-type': type,
          origin,
          'sec-fetch-site': site,
          cookie,
        };
        const { status } = await rawRequest(
          port,
          requestText(one.method, addressOf(one, one.needs), headers, body),
        );
        const sameSite = site === 'same-origin' || (site === undefined && origin === own);
        const sameOrigin = origin === undefined || origin === own;
        const fits =
          one.body === undefined && !one.upload
            ? true
            : type !== undefined && allowedTypes.includes(type);
        const mayPass = sameSite && sameOrigin && fits;
        const isStopped = status === 403 || status === 415;
        if (isStopped === mayPass || status === 0 || status >= 500)
          faults.push(
            `${one.id}: ${type ?? 'no type'} from ${origin ?? 'no origin'} as ${site ?? 'no site'}: ${status}`,
          );
      }),
    );
  return { faults, tried: combinations.length };
}

export const crossSite: ReliabilityTest = {
  id: 'R-17',
  title: 'changes from other sites over bare sockets, 288 combinations each',
  async run({ share }) {
    const api = await openApi(engines[0], { passwords: plainPasswords });
    const { cookie } = await firstAdmin(api);
    const server = await listening(api.app);
    // once there is an account, nobody can make the first one
    const changes = walk().filter(({ id, method }) => method !== 'GET' && id !== 'setUp');
    // in small one that accepts JSON and one that accepts a file
    const selection =
      share < 1
        ? changes.filter(({ id }) => id === 'chooseSample' || id === 'previewImport')
        : changes;
    const faults: string[] = [];
    let tried = 0;
    for (const one of selection) {
      const result = await sendEach(server.port, cookie, one);
      faults.push(...result.faults);
      tried += result.tried;
    }
    await server.close();
    await api.close();
    return outcome(`${tried} requests to ${selection.length} of ${changes.length} changes`, faults);
  },
};
