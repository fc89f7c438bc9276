// Seen to fail: with limits of 1,000 in http/throttle/sign-in-throttle.ts (F13-03, F13-04), without
// the work for an unknown name at sign-in (F13-02).
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { firstAdmin, goodPassword, TestBrowser } from '../../setup/api/accounts.ts';
import { passwordFaults } from '../accounts/passwords.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { mannWhitney } from '../links/oracle.ts';
import { expected, on, tries, type SignInGround } from './sign-in-setup.ts';

const minute = 60_000;
const wrong = 'not the right one at all';
const login = 'ada@example.org';

/** F13-01 to F13-07: guesses, and rules for passwords. */
export const passwordRecipes: readonly Recipe<SignInGround>[] = [
  {
    id: 'F13-01',
    what: 'names and passwords that other products start with',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        await firstAdmin(api);
        const pairs = [
          'admin/admin',
          'admin/password',
          'root/root',
          'headway/headway',
          'local/local',
          'key/key',
          'test/test',
          'admin/',
        ].map((pair) => pair.split('/'));
        const answers = await tries(api, pairs.length, (browser, i) =>
          browser.signIn(pairs[i]?.[0] ?? '', pairs[i]?.[1] ?? ''),
        );
        return answers.flatMap(({ status }, i) =>
          unlike(pairs[i]?.join('/') ?? '', status, [400, 401]),
        );
      }),
  },
  {
    id: 'F13-02',
    what: 'a name that nobody has against a wrong password',
    run: ({ engine, timed }) =>
      on(
        engine,
        async ({ api, pass }) => {
          await firstAdmin(api);
          const bodies = new Set<string>();
          const times: [number[], number[]] = [[], []];
          for (let i = 0; i < timed * 2; i += 1) {
            if (i % 8 === 0) pass(16 * minute);
            const from = performance.now();
            const response = await new TestBrowser(api, `198.51.${i % 256}.7`).signIn(
              i % 2 === 0 ? login : 'nobody@example.org',
              wrong,
            );
            const text = (await response.text()).replace(/"reference":"\w+"/, '');
            times[i % 2 === 0 ? 0 : 1].push(performance.now() - from);
            bodies.add(JSON.stringify([response.status, text, [...response.headers].toSorted()]));
          }
          const p = mannWhitney(...times);
          return [
            ...(bodies.size === 1
              ? []
              : [`told apart: ${[...bodies].map((one) => one.slice(0, 120)).join(' and ')}`]),
            ...(timed < 50 || p > 0.01 ? [] : [`told apart by time: p = ${p.toFixed(4)}`]),
          ];
        },
        argon2Passwords(),
      ),
  },
  {
    id: 'F13-03',
    what: '100 wrong tries on one account',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const owner = await firstAdmin(api);
        const answers = await tries(api, 100, (browser) => browser.signIn(login, wrong));
        return [
          ...expected('the tries', answers, '10 × 401, 90 × 429'),
          ...unlike('its owner in a known browser', (await owner.signIn(login)).status, [200]),
        ];
      }),
  },
  {
    id: 'F13-04',
    what: 'one password on 100 accounts',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        await firstAdmin(api);
        const answers: Response[] = [];
        for (let i = 0; i < 100; i += 1)
          answers.push(
            await new TestBrowser(api, `198.51.100.${i}`).signIn(`u${i}@example.org`, wrong),
          );
        return expected('from one block', answers, '60 × 401, 40 × 429');
      }),
  },
  {
    id: 'F13-05',
    what: 'passwords of 7, 8, 15, 64, 128 and 1,000,000 characters',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const ada = await firstAdmin(api);
        const of = (length: number): string =>
          `${'rain on eleven copper kettles and a goose by the lake '.repeat(3).slice(0, length - 2)}q7`;
        let current = goodPassword;
        const faults: string[] = [];
        for (const [length, right] of [
          [7, 400],
          [8, 400],
          [14, 400],
          [15, 200],
          [64, 200],
          [128, 200],
          [1_000_000, 400],
        ] as const) {
          const from = performance.now();
          const { status } = await ada.send('POST', '/api/v1/account/password', {
            current,
            password: length > 200 ? 'x'.repeat(length) : of(length),
          });
          if (length > 200 && performance.now() - from > 1000)
            faults.push('a megabyte was looked at for a second');
          faults.push(...unlike(`${length} characters`, status, [right]));
          if (status === 200) current = of(length);
        }
        const [whole, cut] = [
          await new TestBrowser(api, '198.51.1.1').signIn(login, current),
          await new TestBrowser(api, '198.51.2.1').signIn(login, current.slice(0, 72)),
        ];
        return [
          ...faults,
          ...unlike('the whole of it', whole.status, [200]),
          ...unlike('its first 72 characters', cut.status, [401]),
        ];
      }),
  },
  {
    id: 'F13-06',
    what: 'blanks, emoji and decomposed accents',
    run: ({ engine }) =>
      on(engine, async ({ api }) => {
        const ada = await firstAdmin(api);
        const password = '  déjà vu 🫖 elf Kupferkessel  ';
        const faults = [
          ...unlike(
            'taking it',
            (
              await ada.send('POST', '/api/v1/account/password', {
                current: goodPassword,
                password,
              })
            ).status,
            [200],
          ),
        ];
        const answers = await tries(api, 4, (browser, i) =>
          browser.signIn(
            login,
            [password, password.normalize('NFD'), password.trim(), password.replace('🫖', '🍵')][i],
          ),
        );
        return [
          ...faults,
          ...answers.flatMap(({ status }, i) =>
            unlike(
              ['as it is', 'decomposed', 'without its blanks', 'another emoji'][i] ?? '',
              status,
              [i < 2 ? 200 : 401],
            ),
          ),
        ];
      }),
  },
  {
    id: 'F13-07',
    what: 'common passwords of legal length',
    run: ({ seed }) => passwordFaults(argon2Passwords(), seed, 0),
  },
];
