import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DoubtReply } from '#contract/doubts/schemas.ts';
import { createApp, type App } from '#server/app/app.ts';
import { doubtThreads, type DoubtThreads } from '#server/doubts/doubt-threads.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { fillSample } from '#server/samples/service.ts';
import { openableEngines, type TestStore } from '../../setup/api/stores.ts';

describe.each(openableEngines)('doubts in a thread of their own, $name', (engine) => {
  let store: TestStore;
  let threads: DoubtThreads;
  let runs = 0;
  beforeEach(async () => {
    runs = 0;
    store = await engine.open();
    await fillSample(store.db, 'sample');
    const own = doubtThreads(store.db.url ?? '', 1);
    threads = {
      ...own,
      find: (...input) => {
        runs += 1;
        return own.find(...input);
      },
    };
  });
  afterEach(async () => {
    await threads.close();
    await store.close();
  });

  const openApp = (own?: DoubtThreads): App =>
    createApp({
      db: store.db,
      importer: createImporter(inProcess),
      clock: () => new Date('2021-05-10T08:00:00Z'),
      config: { loopback: true, hosts: [], version: 'test' },
      ...(own === undefined ? {} : { doubtThreads: own }),
    });
  const doubtsOf = async (app: App): Promise<readonly DoubtReply[]> => {
    const response = await app.fetch(new Request('http://localhost:4280/api/v1/doubts'));
    return ((await response.json()) as { items: readonly DoubtReply[] }).items;
  };

  it('are those of the calling thread, and stay until a fact of a rule changes', async () => {
    const [apart, here] = [openApp(threads), openApp()];
    const first = await doubtsOf(apart);
    expect(first.length).toBeGreaterThan(0);
    expect(first).toEqual(await doubtsOf(here));
    await doubtsOf(apart);
    expect(runs).toBe(1);
    const response = await apart.fetch(
      new Request('http://localhost:4280/api/v1/projects', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:4280' },
        body: JSON.stringify({ code: 'ZZ-1', stage: 'lead', facts: { name: '水素製造' } }),
      }),
    );
    expect(response.status).toBe(201);
    // an app that has answered before may keep its answer for a moment
    expect(await doubtsOf(apart)).toEqual(await doubtsOf(openApp()));
    expect(runs).toBe(2);
  });

  it('end with an error if the thread ends, and are found by the next request', async () => {
    const ending = doubtThreads('/nowhere/headway.db', 1);
    const app = openApp({
      ...threads,
      find: (...input) => (runs === 0 ? ending : threads).find(...input).finally(() => (runs += 1)),
    });
    const response = await app.fetch(new Request('http://localhost:4280/api/v1/doubts'));
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect((await doubtsOf(app)).length).toBeGreaterThan(0);
  });
});
