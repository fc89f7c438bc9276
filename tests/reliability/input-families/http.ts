// F11 of R-24, over bare sockets. Seen to fail: with x-forwarded-for trusted from everywhere or
// read from its start (F11-12), with maxHeaderSize of 256 kB (F11-13) in cli/server/listen.ts.
import { always, changing, each, named, projects, type HttpGround } from './http-setup.ts';
import { rawRequest, requestFrom, requestText, type RawAnswer } from '../http/raw-http.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { addressRecipes } from './http-addresses.ts';

const people = '/api/v1/people';
const projectCount = async ({ api, cookie }: HttpGround): Promise<number> =>
  ((await (await api.send('GET', projects, { headers: { cookie } })).json()) as { total: number })
    .total;

export const httpRecipes: readonly Recipe<HttpGround>[] = [
  ...addressRecipes,
  {
    id: 'F11-07',
    what: 'a method in a header',
    run: async (ground) => {
      const response = await ground.api.send('POST', projects, {
        body: { code: 'P7', stage: 'lead', facts: { name: 'Seven' } },
        headers: { cookie: ground.cookie },
      });
      const names = ['x-http-method-override', 'x-http-method', 'x-method-override', '_method'];
      const faults = await each(
        ground.port,
        named(names, (name) =>
          requestText('GET', `${projects}/P7`, { cookie: ground.cookie, [name]: 'DELETE' }),
        ),
        [200],
      );
      const posted = await each(
        ground.port,
        named(names, (name) =>
          requestText(
            'POST',
            `${projects}/P7`,
            { ...changing, cookie: ground.cookie, [name]: 'PATCH' },
            '{}',
          ),
        ),
        [405],
      );
      const still = await ground.api.send('GET', `${projects}/P7`, {
        headers: { cookie: ground.cookie },
      });
      return [
        ...unlike('making a project', response.status, [201]),
        ...faults,
        ...posted,
        ...unlike('the project afterwards', still.status, [200]),
      ];
    },
  },
  {
    id: 'F11-08',
    what: 'odd methods',
    run: async ({ port, cookie }) => {
      const faults: string[] = [];
      for (const method of ['TRACE', 'CONNECT', 'FOO', 'get', 'PROPFIND', 'PRI', 'TRACK']) {
        const answer = await rawRequest(
          port,
          requestText(method, method === 'CONNECT' ? 'evil.example:443' : people, {
            cookie,
            x: 'mirrored',
          }),
        );
        faults.push(...always(method, answer), ...unlike(method, answer.status, [400, 405, 0]));
        if (answer.body.includes('mirrored') || answer.body.includes(cookie))
          faults.push(`${method} sends back what it was sent`);
      }
      return faults;
    },
  },
  ...(
    [
      [
        'F11-09',
        'a change by another site, as JSON, with the cookie',
        {
          'content-type': 'application/json',
          origin: 'http://evil.example',
          'sec-fetch-site': 'cross-site',
        },
      ],
      [
        'F11-10',
        'a change by another site without a type',
        { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
      ],
      [
        'F11-11',
        'a change from nowhere: Origin null',
        { 'content-type': 'application/json', origin: 'null' },
      ],
    ] as const
  ).map(
    ([id, what, headers]): Recipe<HttpGround> => ({
      id,
      what,
      run: async (ground) => {
        const before = await projectCount(ground);
        const body = '{"code":"P9","stage":"lead","facts":{"name":"Nine"}}';
        const faults = await each(
          ground.port,
          { it: requestText('POST', projects, { ...headers, cookie: ground.cookie }, body) },
          [403],
        );
        return [
          ...faults,
          ...((await projectCount(ground)) === before ? [] : ['it changed something']),
        ];
      },
    }),
  ),
  {
    id: 'F11-12',
    what: 'changing X-Forwarded-For against the limits',
    run: async ({ port, server }) => {
      const wrong = JSON.stringify({ secret: 'hws_x' });
      const makeRequest = (forwarded: string) =>
        requestText(
          'POST',
          '/api/v1/shared/open',
          { ...changing, 'x-forwarded-for': forwarded },
          wrong,
        );
      const faults: string[] = [];
      // behind a proxy of this computer only the end of its list is used
      const forty = (ask: (i: number) => Promise<RawAnswer>): Promise<number[]> =>
        Promise.all(Array.from({ length: 40 }, async (_, i) => (await ask(i)).status));
      const proxied = await forty((i) => rawRequest(port, makeRequest(`10.${i}.0.1, 203.0.113.7`)));
      if (proxied.filter((status) => status === 429).length !== 10)
        faults.push(`behind a proxy: ${proxied.join(' ')}`);
      // from elsewhere none of it is used
      const direct = await forty((i) =>
        requestFrom('198.51.100.9', server, makeRequest(`10.${i}.0.1`)),
      );
      if (direct.filter((status) => status === 429).length !== 10)
        faults.push(`from elsewhere: ${direct.join(' ')}`);
      return faults;
    },
  },
  {
    id: 'F11-13',
    what: 'huge headers',
    run: ({ port }) =>
      each(
        port,
        {
          'one of 64 kB': requestText('GET', '/', { x: 'x'.repeat(64 * 1024) }),
          'a cookie of 64 kB': requestText('GET', '/', {
            cookie: `headway_session=${'x'.repeat(64 * 1024)}`,
          }),
          'an address of 64 kB': requestText('GET', `/${'x'.repeat(64 * 1024)}`),
          '3,000 of them': `GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n${'x: x\r\n'.repeat(3000)}\r\n`,
        },
        [431],
      ),
  },
  {
    id: 'F11-14',
    what: 'limits of time for slow sockets are set (they are waited for in slow-sockets.ts)',
    run: async ({ server }) => [
      ...(server.headersTimeout <= 10_000 && server.headersTimeout > 0
        ? []
        : [`headers may take ${server.headersTimeout} ms`]),
      ...(server.requestTimeout <= 30_000 && server.requestTimeout > 0
        ? []
        : [`requests may take ${server.requestTimeout} ms`]),
    ],
  },
];
