import { compact } from '#domain/values/compact.ts';
import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reminders, TestResult, Webhook } from '#contract/reminders/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { createSecondFactorTools } from '#server/cli/security/node-second-factor.ts';
import { resealReminders } from '#server/reminders/reseal-store.ts';
import { firstAdmin, invitePerson, type TestBrowser } from '../../setup/api/accounts.ts';
import {
  addWebhook,
  mailServerOf,
  openReminderApi,
  setReminders,
  webhook,
  type ReminderApi,
} from '../../setup/api/reminders.ts';
import { openHookSink, openMailSink, type HookSink, type MailSink } from '../../setup/api/sinks.ts';
import { engines } from '../../setup/api/stores.ts';

const at = '/api/v1/reminders';
const canary = 'canary-7f3a';
let box: MailSink;
let hook: HookSink;
beforeAll(async () => {
  box = await openMailSink();
  hook = await openHookSink();
});
afterAll(async () => {
  await box.close();
  await hook.close();
});

describe.each(engines)('settings of digests on $name', (engine) => {
  let api: ReminderApi;
  let admin: TestBrowser;
  beforeEach(async () => {
    api = await openReminderApi(engine);
    admin = await firstAdmin(api);
    hook.answer = { status: 200, body: '{"errcode":0}' };
  });
  afterEach(() => api.close());
  const server = () => ({
    ...mailServerOf(box),
    security: 'starttls' as const,
    login: 'zone',
    password: canary,
  });
  /** Everything that the store holds of digests. */
  const readRows = async (): Promise<string> =>
    JSON.stringify([
      await api.db.read.selectFrom('reminder_setting').selectAll().execute(),
      await api.db.read.selectFrom('webhook').selectAll().execute(),
      await api.db.read.selectFrom('audit_event').selectAll().execute(),
      await api.db.read.selectFrom('idempotency_answer').selectAll().execute(),
    ]);

  test('secrets are in no answer, log or audit entry, and in no column in the clear', async () => {
    const replies = [
      JSON.stringify(await setReminders(admin, { mail_server: server() })),
      JSON.stringify(
        await addWebhook(admin, `${hook.address}&token=${canary}`, {
          form: 'dingtalk',
          secret: canary,
        }),
      ),
      await (await admin.send('GET', at)).text(),
      await (await admin.send('GET', '/api/v1/account/digest')).text(),
      await (await admin.send('GET', '/api/v1/audit')).text(),
      JSON.stringify(api.log),
      await readRows(),
    ];
    for (const reply of replies) expect(reply).not.toContain('canary');
    const reminders = await admin.json<Reminders>('GET', at);
    expect(schemas.reminders.reply.safeParse(reminders).success).toBe(true);
    expect(reminders).toMatchObject({
      mail_server: { has_password: true, login: 'zone' },
      webhooks: [{ host: `127.0.0.1:${hook.port}`, has_secret: true }],
    });
  });

  test('a password is stored for its server and login, and is removed with them', async () => {
    const { password: _password, ...without } = server();
    const has = async (mail_server: object) =>
      (await setReminders(admin, { mail_server } as never)).mail_server?.has_password;
    expect(await has(server())).toBe(true);
    expect(await has({ ...without, port: 2525 })).toBe(true);
    expect(await has({ ...without, host: 'other.example' })).toBe(false);
    expect(await has(server())).toBe(true);
    expect(await has({ ...without, login: 'other' })).toBe(false);
    expect(await has(server())).toBe(true);
    expect(await has({ ...without, password: null })).toBe(false);
    const { mail_server } = await setReminders(admin, { mail_server: null });
    expect(mail_server).toBeUndefined();
  });

  test('of two admins who change the same setting at once, one gets a conflict', async () => {
    await setReminders(admin, { mail_server: null });
    const change = (tag: string) =>
      admin.send('PATCH', at, { mail_server: null }, { 'if-match': tag });
    expect((await change('"0"')).status).toBe(412);
    expect((await admin.send('PATCH', at, { mail_server: null })).status).toBe(428);
    const results = await Promise.all([change('"1"'), change('"1"')]);
    expect(results.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { id } = await addWebhook(admin, hook.address);
    const rename = (tag: string) =>
      admin.send('PATCH', `${at}/webhooks/${id}`, { name: 'x' }, { 'if-match': tag });
    expect([(await rename('"9"')).status, (await rename('"1"')).status]).toEqual([412, 200]);
  });

  test('a wrong mail server or time zone is refused with its place', async () => {
    for (const [path, patch] of [
      ['time_zone', { time_zone: 'Asia/Tokyo' }],
      ['host', { mail_server: { host: 'a b' } }],
      ['host', { mail_server: { host: 'mail.example\r\nx' } }],
      ['host', { mail_server: { host: '' } }],
      ['port', { mail_server: { port: 0 } }],
      ['port', { mail_server: { port: 65_536 } }],
      ['security', { mail_server: { security: 'ssl' } }],
      ['sender', { mail_server: { sender: 'a@b@c' } }],
      ['sender', { mail_server: { sender: 'a@example.org\r\nBcc: x@example.org' } }],
      ['sender', { mail_server: { sender: 'Ada <a@example.org>' } }],
      ['domains', { mail_server: { domains: [] } }],
      ['domains', { mail_server: { domains: ['@example.org'] } }],
      ['domains', { mail_server: { domains: ['Example.org'] } }],
      ['mail_server', { mail_server: { security: 'none', login: 'zone' } }],
      ['password', { mail_server: { password: '' } }],
      ['x', { x: 1 }],
      ['', {}],
    ] as const) {
      const body =
        'mail_server' in patch ? { mail_server: { ...server(), ...patch.mail_server } } : patch;
      const answer = await admin.send('PATCH', at, body, { 'if-match': '"0"' });
      const problem = (await answer.json()) as { errors: { path: string }[] };
      expect(answer.status, JSON.stringify(patch)).toBe(400);
      expect(problem.errors.some((one) => one.path.includes(path))).toBe(true);
      expect(JSON.stringify(problem)).not.toContain(canary);
    }
  });

  test('a wrong webhook is refused with its place', async () => {
    for (const [path, wrong] of [
      ['address', { address: 'http://10.0.0.1/hook' }],
      ['address', { address: 'http://169.254.169.254/latest' }],
      ['address', { address: 'http://[::ffff:10.0.0.1]/' }],
      ['address', { address: 'http://0xa9fe.0xa9fe/' }],
      ['address', { address: 'ftp://example.org/' }],
      ['address', { address: 'http://user:pass@example.org/' }],
      ['address', { address: ' ' }],
      ['name', { name: ' x' }],
      ['name', { name: '' }],
      ['name', { name: '\u0000' }],
      ['form', { form: 'slack' }],
      ['role', { role: 'owner' }],
      ['language', { language: 'fr' }],
      ['weekday', { weekday: 0 }],
      ['weekday', { weekday: 1.5 }],
      ['weekday', { weekday: '1' }],
      ['frequency', { frequency: 'daily' }],
      ['secret', { secret: '' }],
    ] as const) {
      const body = { ...webhook, address: 'https://hook.example/', ...wrong };
      const answer = await admin.send('POST', `${at}/webhooks`, body);
      const problem = (await answer.json()) as { errors: { path: string }[] };
      expect([answer.status, problem.errors[0]?.path]).toEqual([400, path]);
    }
  });

  test('two webhooks may not have one name, and a removed one is gone', async () => {
    const hookSettings = await addWebhook(admin, hook.address);
    const again = await admin.send('POST', `${at}/webhooks`, { ...webhook, address: hook.address });
    expect(again.status).toBe(409);
    await admin.json('POST', `${at}/webhooks/${hookSettings.id}/end`);
    expect((await admin.send('POST', `${at}/webhooks/${hookSettings.id}/end`)).status).toBe(404);
    expect((await admin.json<Reminders>('GET', at)).webhooks).toEqual([]);
  });

  test('a test reports whether it arrived, by the fault and not by the text of the other side', async () => {
    await setReminders(admin, { mail_server: mailServerOf(box) });
    const mail = (to: string) =>
      admin.json<TestResult>('POST', `${at}/test-mail`, { to, language: 'ja' });
    expect(await mail('bo@example.org')).toEqual({ sent: true });
    expect(await mail('bo@elsewhere.example')).toEqual({ sent: false, error: 'bad_address' });
    const { id } = await addWebhook(admin, hook.address, { form: 'wecom' });
    const test = () => admin.json<TestResult>('POST', `${at}/webhooks/${id}/test`);
    expect(await test()).toEqual({ sent: true });
    hook.answer = { status: 200, body: `{"errcode":93000,"errmsg":"${canary}"}` };
    expect(await test()).toEqual({ sent: false, error: 'refused' });
    hook.answer = { status: 302, headers: { location: 'http://169.254.169.254/' } };
    expect(await test()).toEqual({ sent: false, error: 'redirected' });
    for (let n = 0; n < 5; n += 1) await test();
    expect((await admin.send('POST', `${at}/webhooks/${id}/test`)).status).toBe(429);
  });

  test('messengers get their formats, signed where a secret is set', async () => {
    for (const [form, secret] of [
      ['wecom', undefined],
      ['dingtalk', 'sign'],
      ['json', 'sign'],
    ] as const) {
      const { id } = await addWebhook(admin, hook.address, {
        form,
        name: form,
        ...compact({ secret }),
      });
      await admin.json('POST', `${at}/webhooks/${id}/test`);
    }
    const [wecom, dingtalk, json] = hook.posts.slice(-3);
    const content = (JSON.parse(wecom?.body ?? '') as { markdown: { content: string } }).markdown;
    expect(JSON.parse(wecom?.body ?? '')).toMatchObject({ msgtype: 'markdown' });
    expect(Buffer.byteLength(content.content)).toBeLessThanOrEqual(4096);
    expect(JSON.parse(dingtalk?.body ?? '')).toMatchObject({
      msgtype: 'markdown',
      markdown: { title: expect.stringContaining('定期简报') as string },
    });
    const query = new URL(dingtalk?.path ?? '', 'http://x').searchParams;
    const timestamp = query.get('timestamp') ?? '';
    const sign = createHmac('sha256', 'sign').update(`${timestamp}\nsign`).digest('base64');
    expect(query.get('sign')).toBe(sign);
    const time = String(json?.headers['headway-timestamp']);
    expect(json?.headers['headway-signature']).toBe(
      `sha256=${createHmac('sha256', 'sign').update(`${time}.${json?.body}`).digest('hex')}`,
    );
    expect(JSON.parse(json?.body ?? '')).toMatchObject({ kind: 'digest', language: 'zh-CN' });
  });

  test('only admins see and change how digests are sent', async () => {
    const { id } = await addWebhook(admin, hook.address);
    const manager = await invitePerson(api, admin, 'mo@example.org', 'manager');
    for (const [method, path, body] of [
      ['GET', at, undefined],
      ['PATCH', at, { mail_server: null }],
      ['POST', `${at}/webhooks`, { ...webhook, address: hook.address }],
      ['PATCH', `${at}/webhooks/${id}`, { name: 'x' }],
      ['POST', `${at}/webhooks/${id}/end`, {}],
      ['POST', `${at}/webhooks/${id}/test`, {}],
      ['POST', `${at}/test-mail`, { to: 'a@example.org', language: 'en' }],
    ] as const)
      expect((await manager.send(method, path, body)).status, path).toBe(403);
  });

  test('a new key opens secrets of the old key, and secrets of neither are counted', async () => {
    await setReminders(admin, { mail_server: server() });
    const { id } = await addWebhook(admin, hook.address, { secret: 'sign' });
    const [old, next] = [7, 9].map((n) => createSecondFactorTools(new Uint8Array(32).fill(n)));
    if (old === undefined || next === undefined) throw new Error('no key');
    const turn = () =>
      api.db.write((trx) =>
        resealReminders(trx, (secret, purpose) => {
          const text = old.unseal(secret, purpose);
          return text === undefined ? undefined : next.seal(text, purpose);
        }),
      );
    expect(await turn()).toEqual({ turned: 3, lost: 0 });
    expect(await turn()).toEqual({ turned: 0, lost: 3 });
    const test = await admin.json<TestResult>('POST', `${at}/webhooks/${id}/test`);
    expect(test).toEqual({ sent: false, error: 'no_key' });
    const other = await openReminderApi(engine, { secondFactor: next });
    await other.close();
    const row = await api.db.read.selectFrom('webhook').selectAll().executeTakeFirstOrThrow();
    expect(next.unseal(row.address, `webhook ${id} address`)).toBe(hook.address);
    // at another place it opens nothing
    expect(next.unseal(row.address, `webhook ${id} secret`)).toBeUndefined();
  });

  test('a change of the schedule applies from now on: nothing of the past is sent', async () => {
    const webhook = await addWebhook(admin, hook.address, { frequency: 'off' });
    api.clock.wait(15);
    const changed = await admin.json<Webhook>(
      'PATCH',
      `${at}/webhooks/${webhook.id}`,
      { frequency: 'weekly' },
      { 'if-match': '"1"' },
    );
    expect(changed.frequency).toBe('weekly');
    expect(await api.run()).toEqual([]);
    api.clock.wait(7 * 24 * 60);
    expect(await api.run()).toHaveLength(1);
  });
});
