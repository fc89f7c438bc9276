// F13 without F13-14 (OIDC), which accounts/provider-answers.ts tries.
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import {
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { endingFaults } from '../accounts/sessions.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { passwordRecipes } from './sign-in-passwords.ts';
import { on, type SignInGround } from './sign-in-setup.ts';

const minute = 60_000;
const login = 'ada@example.org';

export const signInRecipes: readonly Recipe<SignInGround>[] = [
  ...passwordRecipes,
  {
    id: 'F13-08',
    what: 'a cookie that was set before signing in',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        await firstAdmin(api);
        const planted = 'p'.repeat(43);
        const browser = new TestBrowser(api, '198.51.3.1');
        await browser.send(
          'POST',
          '/api/v1/sign-in',
          { login, password: goodPassword },
          { cookie: `headway_session=${planted}` },
        );
        const { status } = await api.send('GET', '/api/v1/account', {
          headers: { cookie: `headway_session=${planted}` },
        });
        return [
          ...unlike('the planted one', status, [401]),
          ...unlike('the new one', (await browser.send('GET', '/api/v1/account')).status, [200]),
        ];
      }),
  },
  {
    id: 'F13-09',
    what: 'cookies after signing out, after another password (F13-10) and of a disabled person (F13-11), with open streams',
    run: ({ engine }) => on(engine, ({ api }) => endingFaults(api, 1)),
  },
  {
    id: 'F13-10',
    what: 'other sessions after a password change, and the known browser of before',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const ada = await firstAdmin(api);
        const other = new TestBrowser(api, '198.51.4.1');
        await other.signIn(login);
        const { ended } = await ada.json<{ ended: number }>('POST', '/api/v1/account/password', {
          current: goodPassword,
          password: `${goodPassword} too`,
        });
        return [
          ...(ended === 1 ? [] : [`${ended} sessions ended, not 1`]),
          ...unlike('the other one', (await other.send('GET', '/api/v1/account')).status, [401]),
          ...unlike('the old password', (await other.signIn(login)).status, [401]),
        ];
      }),
  },
  {
    id: 'F13-11',
    what: 'a disabled person signs in again',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const ada = await firstAdmin(api);
        const bo = await invitePerson(api, ada, 'bo@x.org', 'manager');
        const { people } = await ada.json<{
          people: { id: string; login: string; version: string }[];
        }>('GET', '/api/v1/people');
        const { id, version } = people.find((one) => one.login === 'bo@x.org') ?? {
          id: '',
          version: '',
        };
        await ada.json(
          'PATCH',
          `/api/v1/people/${id}`,
          { state: 'disabled' },
          { 'if-match': `"${version}"` },
        );
        return [
          ...unlike('a read', (await bo.send('GET', '/api/v1/overview')).status, [401]),
          ...unlike('signing in', (await bo.signIn('bo@x.org')).status, [401]),
        ];
      }),
  },
  {
    id: 'F13-12',
    what: 'setting up once that is done',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const ada = await firstAdmin(api);
        const body = { login: 'eve@x.org', name: 'Eve', password: goodPassword };
        const [stranger, admin] = [
          await new TestBrowser(api).send('POST', '/api/v1/accounts', body),
          await ada.send('POST', '/api/v1/accounts', body),
        ];
        return [
          ...unlike('a stranger', stranger.status, [404]),
          ...unlike('the admin', admin.status, [404]),
        ];
      }),
  },
  {
    id: 'F13-13',
    what: 'the one-time key twice, and after 30 minutes',
    run: async ({ engine }) => {
      let now = Date.parse('2021-05-10T08:00:00Z');
      const oneTimeKey = new OneTimeKey(() => now);
      const api = await openApi(engine, {
        oneTimeKey,
        passwords: plainPasswords,
        clock: () => new Date(now),
        config: { loopback: false, hosts: [], version: 'x' },
      });
      const open = async (key: string): Promise<number> =>
        (await api.send('POST', '/api/v1/session', { body: { key } })).status;
      const key = await oneTimeKey.issueKey();
      const faults = [
        ...unlike('once', await open(key), [200]),
        ...unlike('twice', await open(key), [401]),
      ];
      const late = await oneTimeKey.issueKey();
      now += 31 * minute;
      faults.push(
        ...unlike('after 31 minutes', await open(late), [401]),
        ...unlike('an older one', await open(key), [401]),
      );
      await api.close();
      return faults;
    },
  },
];
