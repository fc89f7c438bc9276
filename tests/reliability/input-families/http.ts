// F11 of R-24, over bare sockets. Seen to fail: with x-forwarded-for believed from everywhere or
// read from its start (F11-12), with maxHeaderSize of
// 256 kB (F11-13) in commands/listen.ts. What F11-01 and F11-02 send is refused by Node's parser,
// by listen.ts and by http/guards.ts, each alone.
import { hidden, type HttpGround } from './http-setup.ts';
import { rawRequest, requestFrom, requestText, type RawAnswer } from '../http/raw-http.ts';
import { unlike, type Recipe } from './numbered-case.ts';

const projects = '/api/v1/projects';
const people = '/api/v1/people';
const changing = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } as const;
const smuggled = requestText('GET', '/api/v1/health');
/**
 * What must hold of every answer: none of 500, no second one, nothing of the neighbour's and no
 * stack.
 */
function always(what: string, { status, answers, body, closed }: RawAnswer): readonly string[] {
  return [
    ...(status >= 500 ? [`${what} was answered ${status}`] : []),
    ...(answers > 1 ? [`${what} got ${answers} answers`] : []),
    ...(body.includes(hidden) || /root:.*:0:/.test(body) ? [`${what} read what it may not`] : []),
    ...(/at .*\.(ts|js|mjs):\d+/.test(body) ? [`${what} got a stack`] : []),
    ...(closed ? [] : [`${what} was left open`]),
  ];
}
/** Sends each and checks what must always hold, and its status where one is right. */
async function each(
  port: number,
  requests: Readonly<Record<string, string>>,
  right?: readonly number[],
): Promise<readonly string[]> {
  const answers = await Promise.all(
    Object.entries(requests).map(async ([what, bytes]) => {
      const answer = await rawRequest(port, bytes, 3000);
      return [
        ...always(what, answer),
        ...(right === undefined ? [] : unlike(what, answer.status, right)),
      ];
    }),
  );
  return answers.flat();
}
const named = (texts: readonly string[], make: (text: string) => string): Record<string, string> =>
  Object.fromEntries(texts.map((text) => [text, make(text)]));
const projectCount = async ({ api, cookie }: HttpGround): Promise<number> =>
  ((await (await api.send('GET', projects, { headers: { cookie } })).json()) as { total: number })
    .total;

export const httpRecipes: readonly Recipe<HttpGround>[] = [
  {
    id: 'F11-01',
    what: 'Content-Length and Transfer-Encoding together, and other ways to say two lengths',
    run: ({ port }) =>
      each(
        port,
        {
          both: `${requestText('POST', projects, { ...changing, 'content-length': '4', 'transfer-encoding': 'chunked' }, '0\r\n\r\n')}${smuggled}`,
          'two lengths': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{}${smuggled}`,
          'a length of +2': `${requestText('POST', projects, { ...changing, 'content-length': '+2' }, '{}')}${smuggled}`,
          'a length of 0x2': `${requestText('POST', projects, { ...changing, 'content-length': '0x2' }, '{}')}${smuggled}`,
          'not chunked': `${requestText('POST', projects, { ...changing, 'transfer-encoding': 'xchunked' }, '{}')}${smuggled}`,
          'chunked twice': `${requestText('POST', projects, { ...changing, 'transfer-encoding': 'chunked, identity' }, '{}')}${smuggled}`,
          'a blank before the colon': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`,
          'a folded line': `POST ${projects} HTTP/1.1\r\nhost: 127.0.0.1\r\nx: a\r\n transfer-encoding: chunked\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
          'a chunk of no number': requestText(
            'POST',
            projects,
            { ...changing, 'transfer-encoding': 'chunked' },
            'zz\r\n{}\r\n0\r\n\r\n',
          ),
          'a chunk with a bare line feed': requestText(
            'POST',
            projects,
            { ...changing, 'transfer-encoding': 'chunked' },
            '2\n{}\n0\n\n',
          ),
        },
        [400, 401, 413],
      ),
  },
  {
    id: 'F11-02',
    what: 'two Host headers, none, and another one in the first line',
    run: ({ port }) =>
      each(
        port,
        {
          two: 'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
          'two alike':
            'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n',
          none: 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n',
          'none in HTTP/1.0': 'GET / HTTP/1.0\r\n\r\n',
          'another one': requestText('GET', '/', { host: 'evil.example' }),
          'another one by x-forwarded-host': requestText('GET', '/', {
            host: 'evil.example',
            'x-forwarded-host': '127.0.0.1',
          }),
          'a whole address': requestText('GET', 'http://evil.example/', { host: 'evil.example' }),
          'with a name before it': requestText('GET', '/', { host: '127.0.0.1@evil.example' }),
        },
        [400, 421],
      ),
  },
  {
    id: 'F11-03',
    what: 'two slashes',
    run: ({ port }) =>
      each(
        port,
        named(['//api/projects', '//api/v1/people', '///', '//evil.example/%2f..'], (path) =>
          requestText('GET', path),
        ),
        [404, 401],
      ),
  },
  {
    id: 'F11-04',
    what: 'an encoded slash',
    run: ({ port }) =>
      each(
        port,
        named(['/api%2Fadmin/x', '/api%2Fv1%2Fpeople', '/api/v1%2fpeople'], (path) =>
          requestText('GET', path),
        ),
        [404, 401],
      ),
  },
  {
    id: 'F11-05',
    what: 'letters encoded, and other spellings of an address that asks for a right',
    run: ({ port }) =>
      each(
        port,
        named(
          [
            '/%61pi/v1/people',
            '/api/v1/%70eople',
            '/api/v1/people/',
            '/API/V1/PEOPLE',
            '/api/v1/./people',
            '/api/v1/x/../people',
            '/api/v1/people;a=b',
            '/api/v1/people%00',
            '/api/v1/people%20',
            '/api/v1/people?',
            '/api/v1/people#x',
          ],
          (path) => requestText('GET', path),
        ),
        [400, 401, 404],
      ),
  },
  {
    id: 'F11-06',
    what: 'ways out of the folder of files',
    run: ({ port }) =>
      each(
        port,
        named(
          '/assets/..%2f..%2fpackage.json /assets/%2e%2e/ /assets/../../package.json /assets/%2e%2e/%2e%2e/package.json /assets/..%5c..%5cpackage.json /assets/%252e%252e/package.json /assets/app.js%00 /.env /assets/....//package.json /%2e%2e/%2e%2e/etc/passwd /etc/passwd /assets/app.js/../../.env'.split(
            ' ',
          ),
          (path) => requestText('GET', path),
        ),
        // 401: the page of signing in, to which some of them lead back
        [400, 401, 404],
      ),
  },
  {
    id: 'F11-07',
    what: 'a method in a header',
    run: async (ground) => {
      const made = await ground.api.send('POST', projects, {
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
        ...unlike('making a project', made.status, [201]),
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
      const asked = (forwarded: string) =>
        requestText(
          'POST',
          '/api/v1/shared/open',
          { ...changing, 'x-forwarded-for': forwarded },
          wrong,
        );
      const faults: string[] = [];
      // behind a proxy of this computer only the end of its list counts
      const forty = (ask: (i: number) => Promise<RawAnswer>): Promise<number[]> =>
        Promise.all(Array.from({ length: 40 }, async (_, i) => (await ask(i)).status));
      const proxied = await forty((i) => rawRequest(port, asked(`10.${i}.0.1, 203.0.113.7`)));
      if (proxied.filter((status) => status === 429).length !== 10)
        faults.push(`behind a proxy: ${proxied.join(' ')}`);
      // from elsewhere nothing of it counts
      const direct = await forty((i) => requestFrom('198.51.100.9', server, asked(`10.${i}.0.1`)));
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
