import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '#server/cli/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'headway-oidc-'));
const file = join(folder, 'secret');
writeFileSync(file, ' s3cret\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (env: Readonly<Record<string, string>>) =>
  readSettings({
    HEADWAY_DATA: folder,
    ...Object.fromEntries(
      Object.entries(env).map(([name, value]) => [`HEADWAY_OIDC_${name}`, value]),
    ),
  });
const good = { ISSUER: 'https://login.example.org/realms/zone', CLIENT_ID: 'headway' };

test('the settings of the organisation’s provider are read, its secret also from a file', () => {
  expect(
    read({
      ...good,
      CLIENT_SECRET_FILE: file,
      NAME: 'Example Zone',
      SCOPES: 'openid profile',
      ROLE: 'viewer',
    }),
  ).toMatchObject({
    settings: {
      openId: {
        issuer: good.ISSUER,
        clientId: 'headway',
        clientSecret: 's3cret',
        name: 'Example Zone',
        scopes: 'openid profile',
        role: 'viewer',
      },
    },
  });
  expect(read({ ...good, ISSUER: 'http://127.0.0.1:8080/x' })).toMatchObject({
    settings: { openId: { scopes: 'openid profile email' } },
  });
  const without = read({});
  expect('settings' in without && without.settings.openId).toBe(undefined);
});

test.each([
  [{ CLIENT_ID: 'headway' }, 'HEADWAY_OIDC_ISSUER: it is missing'],
  [{ ISSUER: good.ISSUER }, 'HEADWAY_OIDC_CLIENT_ID: it is missing'],
  [{ ...good, ISSUER: 'http://login.example.org' }, 'HEADWAY_OIDC_ISSUER: write'],
  [{ ...good, ISSUER: 'https://a:b@login.example.org' }, 'HEADWAY_OIDC_ISSUER: write'],
  [{ ...good, ISSUER: 'login' }, 'HEADWAY_OIDC_ISSUER: write'],
  [{ ...good, ROLE: 'admin' }, 'HEADWAY_OIDC_ROLE: "admin"'],
  [{ ...good, SCOPES: 'a "b"' }, 'HEADWAY_OIDC_SCOPES'],
  [{ ...good, NAME: 'x'.repeat(61) }, 'HEADWAY_OIDC_NAME'],
  [{ ...good, CLIENT_SECRET: 'a', CLIENT_SECRET_FILE: file }, 'it is given twice'],
  [{ ...good, CLIENT_SECRET_FILE: join(folder, 'none') }, 'cannot be read'],
] as const)('%j is explained', (env, message) => {
  const result = read(env);
  expect('faults' in result ? result.faults.join('\n') : '').toContain(message);
});
