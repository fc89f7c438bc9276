// F12. Seen to fail: with `linkState(link, now) !== 'live'` left out of
// links/readers/reader-sessions.ts (F12-07, F12-08), with openingsPerMinute of 3,000 in
// http/throttle/link-throttle.ts (F12-14).
import { compact } from '#domain/values/compact.ts';
import type { MadeLink, OpenLinkResult } from '#contract/links/schemas.ts';
import { linkSecret } from '#server/links/link-secret.ts';
import { browser, type LinkApi } from '../../setup/api/links.ts';
import { addressOf, walk } from '../http/contract-walk.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { secretRecipes } from './links-secrets.ts';
const stateOf = async (links: LinkApi, { secret }: MadeLink): Promise<string> =>
  ((await (await links.post(secret)).json()) as OpenLinkResult).state;
const textOf = async (
  links: LinkApi,
  link: MadeLink,
  headers: Readonly<Record<string, string>>,
  rest = '',
): Promise<readonly [number, string]> => {
  const response = await links.read(link.link.id, headers, rest);
  return [response.status, await response.text()];
};
/** Additions to the addresses of a link: the answer is a refusal, or the very same. */
const widened = async (
  links: LinkApi,
  link: MadeLink,
  queries: readonly string[],
): Promise<readonly string[]> => {
  const headers = { ...browser, ...(await links.reader(link)) };
  const faults: string[] = [];
  for (const rest of ['', '/charts/targets.json']) {
    const [, plain] = await textOf(links, link, headers, rest);
    for (const query of queries) {
      const [status, text] = await textOf(links, link, headers, `${rest}?${query}`);
      if (status !== 400 && !(status === 200 && text === plain))
        faults.push(`${rest}?${query} was answered ${status} ${text.slice(0, 100)}`);
    }
  }
  return faults;
};

export const linkRecipes: readonly Recipe<LinkApi>[] = [
  ...secretRecipes,
  {
    id: 'F12-06',
    what: 'expired one second ago',
    run: async (links) => {
      const link = await links.make({ expires_at: new Date(links.now() + 60_000).toISOString() });
      const headers = { ...browser, ...(await links.reader(link)) };
      links.pass(61_000);
      const [status] = await textOf(links, link, headers);
      const state = await stateOf(links, link);
      return [
        ...unlike('its reader', status, [401]),
        ...(state === 'ended' ? [] : [`the holder of its secret learns: ${state}`]),
      ];
    },
  },
  {
    id: 'F12-07',
    what: 'revoked while the page is open',
    run: async (links) => {
      const link = await links.make({ exports: 'data' });
      const headers = { ...browser, ...(await links.reader(link)) };
      const stream = (await links.read(link.link.id, headers, '/events')).body?.getReader();
      await links.change(link.link.id, { state: 'ended' });
      const within = AbortSignal.timeout(5000);
      while (!within.aborted && !((await stream?.read())?.done ?? true));
      const faults = within.aborted ? ['its stream went on'] : [];
      for (const rest of ['', '/charts/targets.csv', '/events'])
        faults.push(...unlike(rest, (await links.read(link.link.id, headers, rest)).status, [401]));
      const back = await links.change(link.link.id, { state: 'live' });
      return [
        ...faults,
        ...unlike('having it back', back.status, [400, 409]),
        ...unlike('its reader', (await links.read(link.link.id, headers)).status, [401]),
      ];
    },
  },
  {
    id: 'F12-08',
    what: 'paused, then resumed',
    run: async (links) => {
      const link = await links.make();
      const headers = { ...browser, ...(await links.reader(link)) };
      await links.change(link.link.id, { state: 'paused' });
      const paused = [
        (await links.read(link.link.id, headers)).status,
        await stateOf(links, link),
      ].join(' ');
      await links.change(link.link.id, { state: 'live' });
      const resumed = [
        (await links.read(link.link.id, headers)).status,
        await stateOf(links, link),
      ].join(' ');
      return [
        ...(paused === '401 paused' ? [] : [`paused: ${paused}`]),
        ...(resumed === '200 open' ? [] : [`resumed: ${resumed}`]),
      ];
    },
  },
  {
    id: 'F12-09',
    what: 'another zone, link or owner in the address',
    run: async (links) => {
      const [mine, other] = [await links.make(), await links.make()];
      const crossed = await links.read(other.link.id, {
        ...browser,
        ...(await links.reader(mine)),
      });
      return [
        ...(await widened(links, mine, [
          'zone=B',
          `link=${other.link.id}`,
          'owner=all',
          'origin=own',
          'id=1',
        ])),
        ...unlike('the link of another', crossed.status, [401]),
      ];
    },
  },
  {
    id: 'F12-10',
    what: 'another period',
    run: async (links) =>
      widened(links, await links.make({ frozen: true, exports: 'data' }), [
        'from=1900&to=2100',
        'as_of=2199-12-31',
        'known_at=2199-12-31',
        'compare=2020-01-01',
      ]),
  },
  {
    id: 'F12-11',
    what: 'more fields',
    run: async (links) =>
      widened(links, await links.make({ exports: 'data' }), [
        'fields=*',
        'include=contacts',
        'expand=projects',
        'profile=full',
        'redaction=none',
        'smallest_group=1',
      ]),
  },
  {
    id: 'F12-12',
    what: 'the cookie of a link on what is not of links',
    run: async (links) => {
      const headers = { ...browser, ...(await links.reader(await links.make())) };
      const { cookie = '' } = headers as { cookie?: string };
      const faults: string[] = [];
      // also under the name of a session
      for (const cookieHeader of [
        cookie,
        cookie.replace(/^[^=]+/, 'headway_session'),
        cookie.replace(/^[^=]+/, '__Host-headway'),
      ])
        for (const one of walk().filter(
          // programs on this computer read both without a session
          ({ path, id }) =>
            !path.startsWith('/api/v1/shared/') && id !== 'health' && id !== 'metrics',
        )) {
          const response = await links.send(one.method, addressOf(one, one.needs), {
            headers: { ...headers, cookie: cookieHeader },
            ...compact({ body: one.method === 'GET' ? undefined : (one.body ?? {}) }),
          });
          await response.body?.cancel();
          if (response.status < 400 || response.status >= 500)
            faults.push(`${one.id} was answered ${response.status}`);
        }
      return faults;
    },
  },
  {
    id: 'F12-13',
    what: 'files of a link that gives none, or pictures only',
    run: async (links) => {
      const faults: string[] = [];
      for (const exports of ['none', 'pictures'] as const) {
        const link = await links.make({ exports });
        const headers = { ...browser, ...(await links.reader(link)) };
        for (const rest of [
          '/charts/targets.json',
          '/charts/targets.csv?raw=true',
          '/charts/targets.xlsx',
          '/charts/projects.csv',
          '/charts/targets.svg?format=json',
          '/documents/pack.zip',
          '/export?raw=true&format=json',
        ])
          faults.push(
            ...unlike(
              `${exports} ${rest}`,
              (await links.read(link.link.id, headers, rest)).status,
              [400, 404],
            ),
          );
      }
      return faults;
    },
  },
  {
    id: 'F12-14',
    what: '1,000 random secrets a minute from one block of addresses',
    run: async (links) => {
      const statuses = new Map<number, number>();
      for (let i = 0; i < 1000; i += 1) {
        const body = { secret: await linkSecret.make() };
        const { status } = await links.send('POST', '/api/v1/shared/open', {
          body,
          headers: browser,
          env: { ip: `192.0.2.${i % 256}` },
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      return statuses.get(404) === 30 && statuses.get(429) === 970
        ? []
        : [`answers: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`];
    },
  },
];
