import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { verifyAudit } from '#server/audit/store.ts';
import {
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('own accounts and the audit on $name', (engine) => {
  let now = 0;
  let api: TestApi;
  beforeEach(async () => {
    now = Date.parse('2021-05-10T08:00:00Z');
    api = await openApi(engine, { passwords: plainPasswords, clock: () => new Date(now) });
  });
  afterEach(() => api.close());
  const visitor = (ip?: string) => new TestBrowser(api, ip);

  test('an own account shows its sessions in words, ends each of them, and changes its name', async () => {
    const ada = await firstAdmin(api);
    const phone = visitor();
    await phone.send(
      'POST',
      '/api/v1/sign-in',
      { login: 'ada@example.org', password: goodPassword },
      {
        'user-agent':
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604.1',
      },
    );
    const account = await ada.json<OwnAccount>('GET', '/api/v1/account');
    expect(schemas.account.reply.safeParse(account).error?.issues ?? []).toEqual([]);
    expect(account.sessions.map(({ device, current }) => [device, current]).toSorted()).toEqual([
      ['', true],
      ['Safari · iPhone', false],
    ]);
    const other = account.sessions.find(({ current }) => !current);
    expect(await ada.json('POST', `/api/v1/account/sessions/${other?.id}/end`)).toEqual({
      ended: 1,
    });
    expect((await phone.send('GET', '/api/v1/account')).status).toBe(401);
    expect((await ada.send('POST', `/api/v1/account/sessions/${other?.id}/end`)).status).toBe(404);
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const [mine] = (await ada.json<OwnAccount>('GET', '/api/v1/account')).sessions;
    expect((await bo.send('POST', `/api/v1/account/sessions/${mine?.id}/end`)).status).toBe(404);
    for (const name of ['local', 'KEY', 'bo@x.org', ' Ada', ''])
      expect([
        name,
        (await ada.send('POST', '/api/v1/account/name', { name })).status >= 400,
      ]).toEqual([name, true]);
    expect(
      await ada.json<OwnAccount>('POST', '/api/v1/account/name', { name: 'Ada Lovelace' }),
    ).toMatchObject({ name: 'Ada Lovelace' });
  });

  test('a revision names its author, and the audit log has sign-ins, exports and changed targets, in a chain that shows an alteration', async () => {
    const ada = await firstAdmin(api);
    await ada.send('GET', '/api/v1/charts/targets.csv?lang=en');
    await ada.send('GET', '/api/v1/charts/targets.csv?lang=en');
    await ada.send('GET', '/api/v1/charts/targets.svg?lang=en');
    const etag = (await ada.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const thresholds = { ahead: 110, on: 95, slightly: 80 };
    await ada.json(
      'PATCH',
      '/api/v1/zone',
      { thresholds, reason: 'as agreed in April' },
      { 'if-match': etag },
    );
    const revisions = await ada.json<{ items: { author: string }[] }>('GET', '/api/v1/revisions');
    expect(revisions.items[0]?.author).toBe('Ada');
    await visitor().signIn('ada@example.org', 'wrong wrong wrong');
    const events = () => ada.json<{ items: AuditEvent[]; head: string }>('GET', '/api/v1/audit');
    await expect
      .poll(async () =>
        (await events()).items
          .filter(({ revision }) => revision === undefined)
          .map(({ kind }) => kind),
      )
      .toEqual([
        'sign_in_failed',
        'targets_changed',
        'data_exported',
        'data_exported',
        'first_account',
      ]);
    const items = (await events()).items.filter(({ revision }) => revision === undefined);
    expect(items[1]).toMatchObject({ actor: 'Ada', detail: { reason: 'as agreed in April' } });
    expect(items[2]).toMatchObject({
      actor: 'Ada',
      object: 'charts/targets.csv',
      detail: { query: '?lang=en' },
    });
    expect(
      await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit?kind=targets_changed'),
    ).toMatchObject({
      items: [{ kind: 'targets_changed' }],
    });
    const whole = await verifyAudit(api.db);
    expect(whole).toMatchObject({ whole: true, events: 5 });
    const head = whole.whole ? whole.head : '';
    await api.db.write((trx) =>
      trx
        .updateTable('audit_event')
        .set({ actor: 'Eve' } as never)
        .where('seq', '=', 2)
        .execute(),
    );
    expect(await verifyAudit(api.db)).toEqual({ whole: false, reason: 'altered', event: 2 });
    await api.db.write((trx) => trx.deleteFrom('audit_event').where('seq', '>=', 2).execute());
    expect([await verifyAudit(api.db), await verifyAudit(api.db, head)]).toMatchObject([
      { whole: true, events: 1 },
      { whole: false, reason: 'anchor' },
    ]);
  });
});
