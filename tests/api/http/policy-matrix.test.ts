import { compact } from '#domain/values/compact.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '#contract/core/endpoint.ts';
import { type Endpoints, endpoints } from '#contract/endpoints.ts';
import { type Right, rights, type Role, roles } from '#contract/core/rights.ts';
import { tokenRoles } from '#contract/accounts/constants.ts';
import { authorise, policy, type Principal } from '#server/core/policy.ts';
import { may, listRights } from '#server/core/role-rights.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const ids = Object.keys(endpoints) as (keyof Endpoints)[];
const person = (role: Role): Principal => ({ id: `u-${role}`, name: role, mode: 'account', role });
const script = (role: Role): Principal => ({
  ...person(role),
  name: `${role} (nightly)`,
  mode: 'token',
});
const everybody: readonly Principal[] = [...roles.map(person), ...tokenRoles.map(script)];

/** Whom a rule admits, computed without the policy's own function. */
function lets(
  who: Principal | undefined,
  id: keyof Endpoints,
  params: Readonly<Record<string, string>>,
): boolean {
  const rule = policy[id];
  if ('open' in rule) return rule.tokens !== false || who?.mode !== 'token';
  if (who === undefined) return false;
  const has = (right: Right) => listRights(who).includes(right);
  if ('own' in rule) return has(rule.own) || has(rule.all);
  return has(typeof rule.right === 'function' ? rule.right(params) : rule.right);
}
/**
 * Parts of an address to try: the objects do not exist, so that an admitted caller changes nothing.
 */
const partsOf = (id: keyof Endpoints): readonly Readonly<Record<string, string>>[] =>
  id === 'chart'
    ? ['svg', 'png', 'csv', 'xlsx', 'json'].map((form) => ({ file: `targets.${form}` }))
    : [{}];

describe('every endpoint, called by every role and by tokens of every role', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  const tried = ids.flatMap((id) =>
    partsOf(id).map((params) => ({ id, params, name: [id, ...Object.values(params)].join(' ') })),
  );
  test.each(tried)('$name', async ({ id, params }) => {
    const { method, path }: Endpoint = endpoints[id];
    const address = path.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? '~nothing');
    for (const who of everybody) {
      const answer = await api.send(method, address, {
        ...compact({ body: method === 'GET' ? undefined : {} }),
        env: { principal: who },
      });
      const code = answer.headers.get('content-type')?.includes('problem')
        ? ((await answer.json()) as { code: string }).code
        : '';
      await answer.body?.cancel().catch(() => undefined);
      const isRefused =
        id === 'setUp'
          ? code === 'not_found' && answer.status === 404
          : code === 'forbidden' && answer.status === 403;
      expect([who.name, isRefused]).toEqual([who.name, !lets(who, id, params)]);
      expect(answer.status).toBeLessThan(500);
    }
  });

  test.each(tried)(
    '$name rejects callers without a session, unless it is open',
    ({ id, params }) => {
      if (lets(undefined, id, params)) expect(authorise(undefined, id, params)).toEqual({});
      else
        expect(() => authorise(undefined, id, params)).toThrow(
          id === 'setUp' ? /Nothing is at this address/ : /Sign in/,
        );
    },
  );
});

test('each role has the designed rights', () => {
  const table = Object.fromEntries(
    roles.map((role) => [role, listRights({ role, mode: 'account' })]),
  );
  const viewer = ['view'];
  const analyst = [...viewer, 'view_notes', 'export_data', 'share_own'];
  const manager = [...analyst, 'edit', 'import', 'set_targets', 'share_all', 'read_audit'];
  const sort = (list: readonly string[]) => [...list, 'own_account'].toSorted();
  expect(
    Object.fromEntries(Object.entries(table).map(([role, list]) => [role, list.toSorted()])),
  ).toEqual({
    viewer: sort(viewer),
    analyst: sort(analyst),
    manager: sort(manager),
    admin: sort([...manager, 'manage_people']),
  });
  expect(new Set(rights).size).toBe(rights.length);
});

test('a token has the rights of its role, but none over accounts and people', () => {
  for (const role of tokenRoles) {
    const rights = listRights(person(role)).filter((right) => right !== 'own_account');
    expect(listRights(script(role))).toEqual(rights);
  }
  expect(listRights(script('admin'))).toEqual(listRights(script('manager')));
  const closedIds = ids.filter((id) => !lets(script('admin'), id, { file: 'targets.csv' }));
  expect(closedIds.toSorted()).toEqual(
    [
      'metrics',
      ...['acceptInvitation', 'readInvitation', 'signIn', 'signOut', 'openSession', 'setUp'],
      ...[
        'account',
        'changeName',
        'changePassword',
        'endSession',
        'endOtherSessions',
        'listTokens',
        'makeToken',
        'endToken',
      ],
      ...['ownDigest', 'chooseDigest', 'makeCalendar', 'endCalendar'],
      ...['reminders', 'changeReminders', 'addWebhook', 'changeWebhook', 'endWebhook'],
      ...['testWebhook', 'testMail'],
      ...[
        'listPeople',
        'invite',
        'endInvitation',
        'changePerson',
        'endPersonSessions',
        'askNewPassword',
      ],
      ...[
        'signInCode',
        'startFirstTotp',
        'turnOnFirstTotp',
        'askPasskey',
        'signInPasskey',
        'startFirstPasskey',
        'addFirstPasskey',
      ],
      ...[
        'secondStep',
        'startTotp',
        'turnOnTotp',
        'turnOffTotp',
        'renewRecoveryCodes',
        'startPasskey',
        'addPasskey',
        'removePasskey',
      ],
      ...['resetSecondStep', 'secondStepRoles'],
    ].toSorted(),
  );
});

test('a caller without an account is a manager, has no password, and may create the first account', () => {
  for (const mode of ['local', 'key'] as const) {
    const rights = listRights({ role: 'manager', mode });
    expect([
      rights.includes('set_up'),
      rights.includes('own_account'),
      rights.includes('manage_people'),
    ]).toEqual([true, false, false]);
  }
});

test('only callers that the policy names reach objects of others', () => {
  expect(authorise(person('analyst'), 'listLinks', {})).toEqual({ ownedBy: 'u-analyst' });
  expect(authorise(person('manager'), 'listLinks', {})).toEqual({});
  expect(() => authorise(person('viewer'), 'listLinks', {})).toThrow(/analyst role/);
  expect([may('viewer', 'edit'), may('admin', 'edit')]).toEqual([false, true]);
});
