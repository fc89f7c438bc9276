// Seen to fail: without the test of the token in nameReader, and without the role in the header.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeToken } from '#contract/accounts/schemas.ts';
import { readerHeader } from '#contract/core/offline.ts';
import {
  changePerson,
  firstAdmin,
  invitePerson,
  plainPasswords,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the header that names the reader on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, { passwords: plainPasswords });
  });
  afterEach(() => api.close());
  const name = (response: Response): string | null => response.headers.get(readerHeader);

  test('is on responses for a session, also on refused and repeated ones, and follows its role', async () => {
    const ada = await firstAdmin(api);
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const first = await bo.send('GET', '/api/v1/zone');
    expect(name(first)).toMatch(/^account \w+ viewer$/);
    const etag = first.headers.get('etag') ?? '';
    const again = await bo.send('GET', '/api/v1/zone', undefined, { 'if-none-match': etag });
    expect([again.status, name(again)]).toEqual([304, name(first)]);
    expect(name(await bo.send('GET', '/api/v1/people'))).toBe(name(first));
    expect(name(await ada.send('GET', '/api/v1/zone'))).not.toBe(name(first));
    const id = name(first)?.split(' ')[1];
    await changePerson(ada, id, { role: 'analyst' });
    await bo.signIn('bo@x.org');
    expect(name(await bo.send('GET', '/api/v1/zone'))).toBe(`account ${id} analyst`);
  });

  test('is on no response for a token, a link, a file of code or nobody', async () => {
    const ada = await firstAdmin(api);
    const { secret } = await ada.json<MadeToken>('POST', '/api/v1/tokens', {
      name: 'script',
      role: 'viewer',
      days: 1,
    });
    const headers = { authorization: `Bearer ${secret}` };
    const byToken = await api.send('GET', '/api/v1/zone', { headers });
    expect([byToken.status, name(byToken)]).toEqual([200, null]);
    for (const path of ['/api/v1/zone', '/api/v1/shared/x', '/assets/x.js', '/'])
      expect([path, name(await api.send('GET', path, { env: { ip: '203.0.113.7' } }))]).toEqual([
        path,
        null,
      ]);
    for (const path of ['/api/v1/shared/x', '/assets/x.js'])
      expect([path, name(await ada.send('GET', path))]).toEqual([path, null]);
  });
});
