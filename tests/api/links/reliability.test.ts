import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sharedViews } from '#contract/links/constants.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { arithmeticFaults } from '../../reliability/links/arithmetic.ts';
import { botFaults } from '../../reliability/links/bots.ts';
import { cacheFaults } from '../../reliability/links/cache.ts';
import { frozenFaults } from '../../reliability/links/frozen.ts';
import { doorFaults, fuzzFaults } from '../../reliability/links/fuzz.ts';
import { oracleFaults } from '../../reliability/links/oracle.ts';
import { redactFaults } from '../../reliability/links/redaction.ts';
import { revokeFaults } from '../../reliability/links/revocation.ts';
import { folderText, restFaults, tokenFaults } from '../../reliability/links/token.ts';
import { type LinkApi, openLinks, viewOfPage } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';
import { drawnLinks, echoedLinks, linkPage } from '../../setup/pages/link-renderer.ts';
import { seed } from '../../setup/seed.ts';

const open: LinkApi[] = [];
const start = async (...parameters: Parameters<typeof openLinks>): Promise<LinkApi> => {
  const links = await openLinks(...parameters);
  open.push(links);
  return links;
};
afterEach(async () => {
  for (const links of open.splice(0)) await links.close();
});

test(`secrets are random, and a mistyped secret is rejected without the store (seed ${seed})`, async () => {
  expect(await tokenFaults(2000, seed)).toEqual([]);
});

test('the data folder contains no secret and no cookie', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headway-links-'));
  const db = await openDatabase({ url: join(folder, 'headway.db') });
  const links = await start({
    name: 'sqlite',
    open: async () => ({ db, close: () => db.close() }),
  });
  expect(await restFaults(links, 20, () => folderText(folder))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

describe.each(engines)('shared links under attack on $name', (engine) => {
  test(`only the secret reveals the state of a link (seed ${seed})`, async () => {
    expect(await oracleFaults(await start(engine), 8, seed)).toEqual([]);
  });

  test('pausing and ending stop requests within a second and streams within five', async () => {
    expect(await revokeFaults(await start(engine), 2)).toEqual([]);
  });

  test(`no reader gets the bytes of another link (seed ${seed})`, async () => {
    expect(await cacheFaults(await start(engine, echoedLinks), 8, 100, seed)).toEqual([]);
  });

  test(`readers get no byte of a hidden text (seed ${seed})`, async () => {
    expect(await redactFaults(await start(engine, drawnLinks), 5, seed)).toEqual([]);
  });

  test(`no reader can infer the amount of one or two projects from the sums of any page (seed ${seed})`, async () => {
    expect(await arithmeticFaults(await start(engine), 5, seed)).toEqual([]);
  });

  test(`no parameter widens a link (seed ${seed})`, async () => {
    const links = await start(engine, echoedLinks);
    for (const page of sharedViews)
      expect(
        await fuzzFaults(
          links,
          await links.make({ view: viewOfPage(page), exports: 'data' }),
          40,
          1,
          seed,
        ),
      ).toEqual([]);
  });

  test(`frozen figures keep their bytes while live figures change (seed ${seed})`, async () => {
    expect(await frozenFaults(await start(engine), 4, seed)).toEqual([]);
    for (const view of [
      { page: 'pipeline' },
      { page: 'projects' },
      { page: 'changes', compare: '2020-02-28' },
    ] as const)
      expect(await frozenFaults(await start(engine), 2, seed, view)).toEqual([]);
  });

  test('software that opens links gets no data and is not counted', async () => {
    const links = await start(engine, linkPage);
    const link = await links.make({ title: 'Progress in April', note: 'for you' });
    expect(
      await botFaults(
        links,
        link,
        /Progress in April|for you|Ministry|companies|2800000000|established|2021-04-16/,
      ),
    ).toEqual([]);
  });
});

test('the cookie of a link is rejected by every other route', async () => {
  const links = await start(undefined, {
    oneTimeKey: new OneTimeKey(() => Date.now()),
    config: { loopback: false, hosts: [], version: 'test' },
  });
  const link = await links.make({ exports: 'data' });
  expect(await doorFaults(links, link)).toEqual([]);
});
