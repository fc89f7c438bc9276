// R-17 with tokens. Seen to fail: with `&& !token` moved to the whole last line of checkOrigin (a
// foreign page's script passes), with a wrong token left to `visitors.find` in app.ts (the cookie
// lets it in), with the token looked at after the cookie (a viewer's token acts as the cookie's
// manager).
import { compact } from '#domain/values/compact.ts';
import { firstAdmin, invitePerson } from '../../setup/api/accounts.ts';
import { origin, type TestApi } from '../../setup/api/api.ts';
import { random } from '../setup/random.ts';

const origins = [
  undefined,
  origin,
  'http://evil.example',
  'http://localhost:9999',
  'null',
  `${origin}.evil.example`,
];
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'];

/**
 * Every combination of token, cookie, Origin and Sec-Fetch-Site on a change that only managers may
 * make.
 */
export async function originFaults(api: TestApi, seed: number): Promise<readonly string[]> {
  const next = random(seed);
  const ada = await firstAdmin(api);
  const secretOf = async (name: string, role: string): Promise<string> =>
    (await ada.json<{ secret: string }>('POST', '/api/v1/tokens', { name, role })).secret;
  const manager = await invitePerson(api, ada, 'manager@x.org', 'manager');
  const good = await secretOf('good', 'manager');
  const viewer = await secretOf('viewer', 'viewer');
  const carried: readonly (readonly [string, string | undefined])[] = [
    ['nothing', undefined],
    ['a manager’s token', `Bearer ${good}`],
    ['a viewer’s token', `bearer ${viewer}`],
    ['a mistyped token', `Bearer ${good.slice(0, -3)}xyz`],
    ['what begins as a token', 'Bearer hwt_'],
    ['a password of a proxy', 'Basic YTpi'],
    ['a secret of a link', `Bearer ${'A'.repeat(43)}`],
  ];
  const faults: string[] = [];
  for (const [what, authorization] of carried)
    for (const cookie of [undefined, manager.cookie])
      for (const from of origins)
        for (const site of sites) {
          const headers = {
            'content-type': 'application/json',
            ...compact({ authorization, cookie, origin: from, 'sec-fetch-site': site }),
          };
          const body = `{"sample":"nonsense ${next()}"}`;
          const ip = `203.${Math.floor(next() * 256)}.${Math.floor(next() * 256)}.1`;
          const response = await api.app.fetch(
            new Request(`${origin}/api/v1/samples`, { method: 'POST', headers, body }),
            { ip },
          );
          const { code } = (await response.json()) as { code: string };
          const foreign =
            (from !== undefined && from !== origin) ||
            (site !== undefined && site !== 'same-origin');
          const token = / hwt_/.test(authorization ?? '');
          const rejectionCode = foreign
            ? 'forbidden_origin'
            : token
              ? ({ 'a manager’s token': 'bad_request', 'a viewer’s token': 'forbidden' }[what] ??
                'sign_in_required')
              : from === undefined && site === undefined
                ? 'forbidden_origin'
                : cookie === undefined
                  ? 'sign_in_required'
                  : 'bad_request';
          if (code !== rejectionCode)
            faults.push(
              `${what}, ${cookie === undefined ? 'no cookie' : 'a cookie'}, ${from ?? '-'}, ${site ?? '-'}: ${code}, not ${rejectionCode}`,
            );
        }
  return faults;
}
