// F2. Seen to fail: without the escaping of patterns for `like`, F2-05 finds too much. Both the
// schema and the store refuse `sort`.
import { addressOf, places, walk, withAt, type Walked } from '../http/contract-walk.ts';
import type { TestApi } from '../../setup/api/api.ts';
import type { Hostile } from '../bad-input/hostile-api.ts';
import { fields } from '../bad-input/bad-input.ts';
import { unlike, type Recipe } from './numbered-case.ts';

export interface SqlGround {
  /** The app for every request. */
  readonly hostile: Hostile;
  /** The app in which stored and found values are checked. */
  readonly register: TestApi;
  /** The endpoints to walk: all, or some. */
  readonly routes: readonly Walked[];
}
const projects = '/api/v1/projects';
interface Page {
  readonly items: readonly { readonly code: string }[];
  readonly total: number;
}
const admin = { principal: { id: 'local', name: 'local', mode: 'local', role: 'admin' } } as const;
const search = async ({ register }: SqlGround, q: string): Promise<Page> =>
  (await (
    await register.send('GET', `${projects}?${new URLSearchParams({ q }).toString()}`, {
      env: admin,
    })
  ).json()) as Page;
let codeNumber = 0;
/**
 * A project with this name. Every text field must hold it unchanged, find it, and add one row.
 */
async function verbatim(ground: SqlGround, name: string): Promise<readonly string[]> {
  const api = ground.register;
  const total = async (): Promise<number> =>
    ((await (await api.send('GET', projects, { env: admin })).json()) as Page).total;
  const before = await total();
  const code = `S${(codeNumber += 1)}`;
  const facts = { name, investor: name, owner: name, next_step: name, remark: name };
  const { status } = await api.send('POST', projects, {
    body: { code, stage: 'lead', facts },
    env: admin,
  });
  const fieldsNow = (await (
    await api.send('GET', `${projects}/${code}`, { env: admin })
  ).json()) as Record<string, unknown>;
  const matches = await search(ground, name);
  return [
    ...unlike('storing it', status, [201]),
    ...Object.keys(facts)
      .filter((field) => fieldsNow[field] !== name)
      .map((field) => `${field} is ${JSON.stringify(fieldsNow[field])}`),
    ...(matches.items.some((one) => one.code === code) ? [] : ['a search does not find it']),
    ...((await total()) === before + 1
      ? []
      : [`there were ${before} projects and are ${await total()}`]),
  ];
}
/**
 * A value at each field, parameter and part of the address of each endpoint; a value that is not
 * allowed is a fault of the ground itself.
 */
async function everywhere(
  { hostile, routes }: SqlGround,
  id: string,
  value: string,
): Promise<readonly string[]> {
  const from = hostile.faults.length;
  for (const route of routes)
    await hostile.batch(route.id, () => fields(hostile, route, [JSON.stringify(value)], id));
  return hostile.faults.splice(from);
}
/**
 * A JSON value instead of another type: everything that the contract does not accept is refused.
 */
async function instead(
  { hostile, routes }: SqlGround,
  value: unknown,
  where: (route: Walked, place: readonly (string | number)[]) => boolean,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const route of routes)
    for (const place of route.body === undefined
      ? []
      : places(route.body).leaves.filter((at) => where(route, at))) {
      const body = withAt(route.body, place, () => value);
      if (route.takes(body)) continue;
      const status = await hostile.fire(
        route,
        { body: JSON.stringify(body) },
        `${JSON.stringify(value)} at ${place.join('.')}`,
      );
      if (status < 400 || status > 429)
        faults.push(`${route.id} ${place.join('.')} was answered ${status}`);
    }
  return [...faults, ...hostile.faults.splice(0)];
}
/** Values of one parameter on each endpoint that has it, and on one that has not: refused. */
async function parameter(
  { hostile }: SqlGround,
  name: string,
  values: readonly string[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const route of walk().filter(({ method }) => method === 'GET'))
    for (const value of values) {
      const status = await hostile.fire(
        route,
        { query: { ...route.needs, [name]: value } },
        `?${name}=${value}`,
      );
      faults.push(...unlike(`${route.id} ?${name}=${value}`, status, [400, 401, 403, 404]));
    }
  return faults;
}
const inDoor = new Set([
  'signIn',
  'setUp',
  'acceptInvitation',
  'readInvitation',
  'openSession',
  'openShared',
  'openAsked',
  'changePassword',
  'invite',
]);
const storeText = (id: `F2-${string}`, text: string): Recipe<SqlGround> => ({
  id,
  what: text,
  run: async (ground) => [
    ...(await verbatim(ground, text)),
    ...(await everywhere(ground, id, text)),
  ],
});

export const sqlRecipes: readonly Recipe<SqlGround>[] = [
  storeText('F2-01', "' OR '1'='1"),
  storeText('F2-02', "'; DROP TABLE projects;--"),
  storeText('F2-03', '1); SELECT pg_sleep(5);--'),
  storeText('F2-04', "\\'; --"),
  {
    id: 'F2-05',
    what: '%, _ and \\% in a search',
    run: async (ground) => {
      const faults: string[] = [];
      for (const name of ['per%cent', 'under_score', 'back\\%slash', 'perXcent'])
        faults.push(...(await verbatim(ground, name)));
      for (const [q, count] of [
        ['per%cent', 1],
        ['r_c', 0],
        ['under_s', 1],
        ['\\%', 1],
        ['%cent', 1],
      ] as const) {
        const { total } = await search(ground, q);
        if (total !== count) faults.push(`a search for ${q} found ${total}, not ${count}`);
      }
      return faults;
    },
  },
  {
    id: 'F2-06',
    what: 'sort=name;select 1',
    run: (ground) =>
      parameter(ground, 'sort', ['name;select 1', 'name,(select 1)', 'name desc', '']),
  },
  {
    id: 'F2-07',
    what: 'a query in sort',
    run: (ground) =>
      parameter(ground, 'sort', [
        '(select password_hash from users limit 1)',
        '(select password from account limit 1)',
      ]),
  },
  {
    id: 'F2-08',
    what: '{"$ne":null} where a string is due',
    run: (ground) => instead(ground, { $ne: null }, () => true),
  },
  {
    id: 'F2-09',
    what: '{"raw":"1=1"} at sign-in',
    run: (ground) =>
      instead(
        { ...ground, routes: walk().filter(({ id }) => inDoor.has(id)) },
        { raw: '1=1' },
        () => true,
      ),
  },
  {
    id: 'F2-10',
    what: '["a","b"] where one is due',
    run: async (ground) => [
      ...(await instead(ground, ['a', 'b'], () => true)),
      ...(await everywhere(ground, 'F2-10', '["a","b"]')),
    ],
  },
  {
    id: 'F2-11',
    what: 'one key twice: the last one counts',
    run: async ({ register: api }) => {
      const code = `S${(codeNumber += 1)}`;
      const body = `{"code":"none","code":"${code}","stage":"lead","facts":{"name":"first","name":"last"}}`;
      const { status } = await api.send('POST', projects, { body, env: admin });
      const response = await api.send('GET', `${projects}/${code}`, { env: admin });
      const first = await api.send('GET', `${projects}/none`, { env: admin });
      const { name } = (await response.json()) as { name?: string };
      return [
        ...unlike('storing it', status, [201]),
        ...unlike('the first one', first.status, [404]),
        ...(name === 'last' ? [] : [`the name is ${name}`]),
      ];
    },
  },
  {
    id: 'F2-12',
    what: 'limits and offsets out of all bounds',
    run: async (ground) => [
      ...(await parameter(ground, 'limit', ['-1', '1e9', '0', '1000000000', '1;select 1'])),
      ...(await parameter(ground, 'offset', ['1e12', '-1'])),
    ],
  },
  storeText('F2-13', '$1 ? :name \u0024{x} ?? $$ :1 @p1'),
  {
    id: 'F2-14',
    what: 'a NUL in bodies, addresses and queries',
    run: async (ground) => {
      const { hostile, routes } = ground;
      const faults = [...(await instead(ground, 'a\u0000b', () => true))];
      for (const route of routes) {
        for (const name of route.query) {
          const status = await hostile.fire(
            route,
            { query: { ...route.needs, [name]: 'a\u0000b' } },
            `?${name}=a%00b`,
          );
          faults.push(...unlike(`${route.id} ?${name}=a%00b`, status, [400, 401, 403, 404, 429]));
        }
        for (const name of Object.keys(route.params)) {
          const address = addressOf(
            { ...route, params: { ...route.params, [name]: 'a\u0000b' } },
            route.needs,
          );
          const status = await hostile.fire(route, { address }, `:${name} a%00b`);
          faults.push(
            ...unlike(`${route.id} :${name} a%00b`, status, [400, 401, 403, 404, 405, 415, 429]),
          );
        }
      }
      return faults;
    },
  },
];
