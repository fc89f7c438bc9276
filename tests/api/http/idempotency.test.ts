import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app/app.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { localManager } from '#server/accounts/sessions/one-time-key.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { engines } from '../../setup/api/stores.ts';

const origin = 'http://localhost:4280';
const path = '/api/v1/indicators/companies/observations';

/** Another process on the same store: it knows only what the store holds. */
const started = (db: Db, now: { at: string }): App =>
  createApp({
    db,
    scope: new AsyncLocalStorage<Trx>(),
    importer: createImporter(inProcess),
    clock: () => new Date(now.at),
    config: { loopback: true, hosts: [], version: 'test' },
  });
const enter = (app: App, key: string, value: string, who?: string): Promise<Response> =>
  app.fetch(
    new Request(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'idempotency-key': key },
      body: JSON.stringify({ period: '2021-03', value, confirm: true }),
    }),
    who === undefined ? {} : { principal: { ...localManager, id: who } },
  );
const revisions = async (db: Db): Promise<number> =>
  (await db.read.selectFrom('revision').select('id').execute()).length;

describe.each(engines)('a change with an Idempotency-Key, on $name', ({ open }) => {
  test('is made once, also after a restart; another body, person or day counts as another change', async () => {
    const { db, close } = await open();
    try {
      await fillSample(db, 'sample');
      const now = { at: '2021-05-10T08:00:00Z' };
      const first = await enter(started(db, now), 'key-1', '42');
      const text = await first.text();
      expect(first.status, text).toBe(201);
      const count = await revisions(db);

      const again = await enter(started(db, now), 'key-1', '42');
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
        201,
        text,
        first.headers.get('etag'),
      ]);
      expect(await revisions(db)).toBe(count);

      const other = await enter(started(db, now), 'key-1', '43');
      expect([other.status, await other.json()]).toMatchObject([
        422,
        { code: 'idempotency_conflict' },
      ]);
      expect(await revisions(db)).toBe(count);

      expect((await enter(started(db, now), 'key-1', '44', 'somebody')).status).toBe(201);
      now.at = '2021-05-11T08:00:01Z';
      expect((await enter(started(db, now), 'key-1', '45')).status).toBe(201);
      expect(await revisions(db)).toBe(count + 2);
      // expired answers are removed
      expect(await db.read.selectFrom('idempotency_answer').select('owner').execute()).toEqual([
        { owner: 'local' },
      ]);
    } finally {
      await close();
    }
  });

  // seen to fail: a browser that sent a request twice told its person of a conflict, and the request was made
  test('is made once when fifty arrive together, and all get the same response', async () => {
    const { db, close } = await open();
    try {
      await fillSample(db, 'sample');
      const now = { at: '2021-05-10T08:00:00Z' };
      const count = await revisions(db);
      const two = [started(db, now), started(db, now)];
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, i) => enter(two[i % 2] as App, 'storm', '42')),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
      expect(await revisions(db)).toBe(count + 1);
    } finally {
      await close();
    }
  });

  test('stores nothing when it is rejected, and nothing readable when it is made', async () => {
    const { db, close } = await open();
    try {
      await fillSample(db, 'sample');
      const app = started(db, { at: '2021-05-10T08:00:00Z' });
      expect((await enter(app, 'key-2', 'many')).status).toBe(400);
      expect(await db.read.selectFrom('idempotency_answer').selectAll().execute()).toEqual([]);
      expect((await enter(app, 'key-2', '4242')).status).toBe(201);
      const [answer] = await db.read.selectFrom('idempotency_answer').selectAll().execute();
      expect(JSON.stringify(answer)).not.toMatch(/4242|key-2|companies/);
      expect(atob(answer?.answer ?? '')).not.toContain('4242');
    } finally {
      await close();
    }
  });
});
