import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ageHeader } from '#contract/core/endpoint.ts';
import { type OpenedApi, openApi } from '../../setup/api/api.ts';
import {
  firstAdmin,
  invitePerson,
  plainPasswords,
  type TestBrowser,
} from '../../setup/api/accounts.ts';
import { engines } from '../../setup/api/stores.ts';

const path = '/api/v1/analysis/breakdown?measure=count';

/** The answer to a reader just after a change. */
interface Reading {
  readonly text: string;
  readonly isOld: boolean;
}

describe.each(engines)('answers from before a change on $name', (engine) => {
  let api: OpenedApi;
  let ada: TestBrowser;
  let ben: TestBrowser;
  beforeEach(async () => {
    api = await openApi(engine, { passwords: plainPasswords, clock: () => new Date() });
    ada = await firstAdmin(api);
    ben = await invitePerson(api, ada, 'ben@example.org', 'manager');
    await add('A-1');
  });
  afterEach(() => api.close());

  const add = async (code: string): Promise<number> => {
    const body = { code, stage: 'lead', facts: { name: code } };
    return (await ada.json<{ revision: number }>('POST', '/api/v1/projects', body)).revision;
  };
  const read = async (browser: TestBrowser, address = path): Promise<Reading> => {
    const response = await browser.send('GET', address);
    expect(response.status).toBe(200);
    return { text: await response.text(), isOld: response.headers.has(ageHeader) };
  };
  /**
   * Reads after a change, and repeats the change where a busy machine was slower than the limit.
   */
  const readSoonAfter = async (
    change: () => Promise<unknown>,
    reader: () => Promise<Reading>,
  ): Promise<Reading> => {
    for (let tries = 0; tries < 5; tries += 1) {
      const from = performance.now();
      await change();
      const reading = await reader();
      if (performance.now() - from < 1900) return reading;
    }
    throw new Error('The machine is too busy.');
  };
  let additions = 1;
  const addNext = (): Promise<number> => {
    additions += 1;
    return add(`A-${additions}`);
  };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  test('are sent to others for a short time, never to the person who made it', async () => {
    let before = await read(ben);
    const change = async (): Promise<void> => {
      before = await read(ben);
      await addNext();
    };
    expect(await readSoonAfter(change, () => read(ben))).toEqual({ ...before, isOld: true });
    const own = await read(ada);
    expect(own).toMatchObject({ isOld: false });
    expect(own.text).not.toBe(before.text);
    // the answer in progress arrives soon
    await expect.poll(() => read(ben)).toEqual(own);
  });

  test('are not sent when they are older than two seconds', async () => {
    const before = await read(ben);
    await add('A-2');
    await wait(2100);
    const after = await read(ben);
    expect(after.isOld).toBe(false);
    expect(after.text).not.toBe(before.text);
  });

  test('are not sent across an undo', async () => {
    const revision = await add('A-2');
    const before = await read(ben);
    expect((await ada.send('POST', `/api/v1/revisions/${revision}/undo`, {})).status).toBe(200);
    const after = await read(ben);
    expect(after.isOld).toBe(false);
    expect(after.text).not.toBe(before.text);
  });

  test('are not sent across a change of the zone, which holds rights and exclusions', async () => {
    const zone = await ada.send('GET', '/api/v1/zone');
    await read(ben);
    const headers = { 'if-match': zone.headers.get('etag') ?? '' };
    const changed = await ada.send('PATCH', '/api/v1/zone', { time_zone: 'Asia/Tokyo' }, headers);
    expect(changed.status).toBe(200);
    await add('A-2');
    expect((await read(ben)).isOld).toBe(false);
  });

  test('are not sent of a closed month', async () => {
    const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7);
    const closing = await ada.send('POST', `/api/v1/periods/${month}/close`, {});
    expect(closing.status).toBeLessThan(300);
    const open = `${path}&as_of=${new Date().toISOString().slice(0, 10)}`;
    await Promise.all([read(ben), read(ben, open)]);
    const later = await readSoonAfter(
      async () => {
        await read(ben, open);
        await addNext();
      },
      () => read(ben, open),
    );
    expect(later.isOld).toBe(true);
    expect((await read(ben)).isOld).toBe(false);
  });

  test('are not sent to a token, nor as an export', async () => {
    const { secret } = await ben.json<{ secret: string }>('POST', '/api/v1/tokens', {
      name: 'report',
      role: 'analyst',
    });
    const file = '/api/v1/charts/breakdown.csv?measure=count';
    await Promise.all([read(ben), read(ben, file)]);
    await add('A-2');
    const headers = { authorization: `Bearer ${secret}` };
    const byToken = await api.send('GET', path, { headers });
    expect([byToken.status, byToken.headers.has(ageHeader)]).toEqual([200, false]);
    expect((await read(ben, file)).isOld).toBe(false);
  });
});
