import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { ListedLink, MadeLink, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import {
  changePerson,
  firstAdmin,
  invitePerson,
  plainPasswords,
} from '../../setup/api/accounts.ts';
import { draft, type LinkApi, maker, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

const password = 'a long enough password';
const day = 24 * 60 * 60 * 1000;

describe.each(engines)('the rules of a zone for its links on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine, { passwords: plainPasswords });
  });
  afterEach(() => links.close());
  const setRules = async (link_policy: unknown, env: object = maker): Promise<Response> => {
    const etag = (await links.send('GET', '/api/v1/zone', { env })).headers.get('etag') ?? '';
    return links.send('PATCH', '/api/v1/zone', {
      body: { link_policy, reason: 'rules' },
      headers: { 'if-match': etag },
      env,
    });
  };
  const rule = async (policy: LinkPolicy): Promise<void> => {
    expect((await setRules(policy)).status).toBe(200);
  };
  const tryToMake = (more: object) =>
    links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft, ...more }, env: maker });
  const rejectedBy = async (response: Response) => {
    const { status, detail = '', errors = [] } = (await response.json()) as Problem;
    return [status, detail.split(' ')[1], errors.map(({ path }) => path)];
  };
  const listed = async (id: string) =>
    ((await links.listed()) as readonly ListedLink[]).find((link) => link.id === id);

  const rules: readonly [keyof LinkPolicy, LinkPolicy, object, object, string][] = [
    [
      'longest_days',
      { longest_days: 30 },
      { expires_at: '2021-06-10' },
      { expires_at: '2021-06-09' },
      'expires_at',
    ],
    ['password_required', { password_required: true }, {}, { password }, 'password'],
    [
      'downloads_forbidden',
      { downloads_forbidden: true },
      { exports: 'data' },
      { exports: 'pictures' },
      'exports',
    ],
    ['live_forbidden', { live_forbidden: true }, { frozen: false }, { frozen: true }, 'frozen'],
  ];
  test.each(rules)(
    '%s stops a new link that breaks it, is named, and allows others',
    async (name, policy, wrong, right, path) => {
      expect((await tryToMake(wrong)).status).toBe(201);
      await rule(policy);
      expect(await rejectedBy(await tryToMake(wrong))).toEqual([400, name, [path]]);
      expect((await tryToMake(right)).status).toBe(201);
      await rule({});
      expect((await tryToMake(wrong)).status).toBe(201);
    },
  );

  test('a link without a day ends as the zone requires', async () => {
    await rule({ longest_days: 7 });
    expect((await links.make()).link.expires_at).toBe('2021-05-17T23:59:59.999Z');
    await rule({ longest_days: 100 });
    expect((await links.make()).link.expires_at.slice(0, 10)).toBe('2021-08-08');
  });

  test('all rules that a link breaks are named together', async () => {
    await rule({ longest_days: 1, password_required: true, live_forbidden: true });
    expect(await rejectedBy(await tryToMake({ expires_at: '2021-07-01' }))).toEqual([
      400,
      'longest_days',
      ['expires_at', 'password', 'frozen'],
    ]);
  });

  test('a figure in another site has no password, so a zone that requires passwords allows none', async () => {
    const view = {
      page: 'overview',
      embed: { figure: 'targets', origins: ['https://zone.example.org'] },
    };
    await rule({ password_required: true });
    expect(await rejectedBy(await tryToMake({ view }))).toEqual([
      400,
      'password_required',
      ['password'],
    ]);
  });

  test('an earlier link stays open, is marked, and can be paused, renamed and ended but not resumed or extended', async () => {
    const { link } = await links.make();
    expect((await listed(link.id))?.broken_rules).toEqual([]);
    for (const [name, policy] of rules.slice(0, 2).concat(rules.slice(3))) {
      await rule(policy);
      expect((await listed(link.id))?.broken_rules).toEqual([name]);
      expect((await links.change(link.id, { name: `${name} 2` })).status).toBe(200);
      expect((await links.change(link.id, { state: 'paused' })).status).toBe(200);
      expect((await rejectedBy(await links.change(link.id, { state: 'live' })))[1]).toBe(name);
      expect((await rejectedBy(await links.change(link.id, { expires_at: '2021-08-01' })))[1]).toBe(
        name,
      );
      await rule({});
      expect((await links.change(link.id, { state: 'live' })).status).toBe(200);
    }
    await rule({ password_required: true });
    expect((await links.change(link.id, { state: 'ended' })).status).toBe(200);
    expect((await listed(link.id))?.broken_rules).toEqual([]);
  });

  test('the longest life counts from the day of making, so that no link is renewed without end', async () => {
    await rule({ longest_days: 30 });
    const { link } = await links.make({ expires_at: '2021-05-12' });
    links.pass(1.5 * day);
    expect((await links.change(link.id, { expires_at: '2021-06-09' })).status).toBe(200);
    expect((await links.change(link.id, { expires_at: '2021-06-10' })).status).toBe(400);
  });

  test('files of data end at once for every reader; pictures and the page stay, and removing the rule restores the data', async () => {
    const link = await links.make({ exports: 'data' });
    const headers = await links.reader(link);
    const csv = async () => (await links.read(link.link.id, headers, '/charts/targets.csv')).status;
    const listOffers = async () =>
      ((await (await links.read(link.link.id, headers)).json()) as SharedPayload).link.exports;
    expect([await csv(), await listOffers()]).toEqual([200, 'data']);
    await rule({ downloads_forbidden: true });
    expect([await csv(), await listOffers()]).toEqual([404, 'pictures']);
    expect((await listed(link.link.id))?.broken_rules).toEqual(['downloads_forbidden']);
    expect((await links.change(link.link.id, { expires_at: '2021-06-09' })).status).toBe(200);
    const preview = await links.send('POST', '/api/v1/links/preview', {
      body: { ...draft, exports: 'data' },
      env: maker,
    });
    expect(((await preview.json()) as SharedPayload).link.exports).toBe('pictures');
    await rule({});
    expect([await csv(), await listOffers()]).toEqual([200, 'data']);
  });

  test('the lowest role applies when a link is made, extended and resumed, and marks earlier links', async () => {
    const admin = await firstAdmin(links);
    const ann = await invitePerson(links, admin, 'ann@x.org', 'analyst');
    const max = await invitePerson(links, admin, 'max@x.org', 'manager');
    const make = (who: typeof ann) => who.send('POST', '/api/v1/links', { name: 'A', ...draft });
    const patch = async (who: typeof ann, id: string, body: object) => {
      const etag = (await who.send('GET', `/api/v1/links/${id}`)).headers.get('etag') ?? '';
      return who.send('PATCH', `/api/v1/links/${id}`, body, { 'if-match': etag });
    };
    const { link } = (await (await make(ann)).json()) as MadeLink;
    const sharers = async (sharer?: LinkPolicy['sharer']) => {
      const etag = (await max.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const body = { link_policy: sharer === undefined ? {} : { sharer }, reason: 'rules' };
      expect((await max.send('PATCH', '/api/v1/zone', body, { 'if-match': etag })).status).toBe(
        200,
      );
    };
    const makeEach = async () => [
      (await make(ann)).status,
      (await make(max)).status,
      (await make(admin)).status,
    ];
    await sharers('analyst');
    expect(await makeEach()).toEqual([201, 201, 201]);
    await sharers('manager');
    expect(await makeEach()).toEqual([403, 201, 201]);
    expect(await rejectedBy(await make(ann))).toEqual([403, 'sharer', ['role']]);
    await sharers('admin');
    expect(await makeEach()).toEqual([403, 403, 201]);

    const items = async () =>
      (await ann.json<{ items: ListedLink[] }>('GET', '/api/v1/links')).items;
    expect((await items()).find(({ id }) => id === link.id)?.broken_rules).toEqual(['sharer']);
    expect((await patch(ann, link.id, { expires_at: '2021-06-01' })).status).toBe(403);
    expect((await patch(ann, link.id, { state: 'paused' })).status).toBe(200);
    expect((await patch(admin, link.id, { state: 'live' })).status).toBe(403);
    const people = await admin.json<{ people: { id: string; login: string }[] }>(
      'GET',
      '/api/v1/people',
    );
    await changePerson(admin, people.people.find(({ login }) => login === 'ann@x.org')?.id, {
      role: 'admin',
    });
    expect((await patch(ann, link.id, { state: 'live' })).status).toBe(200);
    await sharers();
    expect(await makeEach()).toEqual([201, 201, 201]);
  });

  test('a rule that is set while a link is made applies', async () => {
    let meanwhile = () => Promise.resolve<unknown>(undefined);
    const own = await openLinks(engine, {
      passwords: {
        ...plainPasswords,
        hash: async (text) => {
          await meanwhile();
          return plainPasswords.hash(text);
        },
      },
    });
    links = own;
    meanwhile = () => setRules({ live_forbidden: true });
    expect((await rejectedBy(await tryToMake({ password })))[1]).toBe('live_forbidden');
    expect(await own.listed()).toEqual([]);
  });

  test('a policy of wrong form is rejected as a whole', async () => {
    await rule({ longest_days: 30 });
    for (const wrong of [
      null,
      [],
      'none',
      { longest_days: 0 },
      { longest_days: 367 },
      { longest_days: 1.5 },
      { longest_days: '30' },
      { longest_days: null },
      { password_required: false },
      { password_required: 1 },
      { downloads_forbidden: 'true' },
      { live_forbidden: null },
      { sharer: 'viewer' },
      { sharer: 'Manager' },
      { sharer: ['admin'] },
      { unknown: true },
      { __proto__x: true },
    ])
      expect([wrong, (await setRules(wrong)).status]).toEqual([wrong, 400]);
    const zone = await (await links.send('GET', '/api/v1/zone', { env: maker })).json();
    expect((zone as { link_policy: unknown }).link_policy).toEqual({ longest_days: 30 });
  });

  test('any policy is stored as sent or rejected', async () => {
    const value = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.constant(null));
    const key = fc.oneof(
      fc.constantFrom('longest_days', 'password_required', 'downloads_forbidden', 'sharer'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 3 }), async (rules) => {
        const response = await setRules(rules);
        expect([200, 400]).toContain(response.status);
        if (response.status !== 200) return;
        const { link_policy } = (await response.json()) as { link_policy: object };
        expect(Object.entries(link_policy).toSorted()).toEqual(Object.entries(rules).toSorted());
      }),
      { numRuns: 25 },
    );
  });
});
