import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeLink, SharedLink, SharedPayload } from '#contract/links/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { replaceLink } from '#server/links/replace-service.ts';
import { findLink } from '#server/links/store.ts';
import { schemas } from '#contract/schemas.ts';
import { type LinkApi, maker, openLinks } from '../../setup/api/links.ts';
import { plainPasswords } from '../../setup/api/accounts.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('a link that is replaced on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine, { passwords: plainPasswords });
  });
  afterEach(() => links.close());
  const replace = (id: string) => links.send('POST', `/api/v1/links/${id}/replace`, { env: maker });
  const read = async (link: MadeLink): Promise<SharedPayload> =>
    (await (await links.read(link.link.id, await links.reader(link))).json()) as SharedPayload;

  test('has the same settings and frozen figures under a new secret, and the old one ends', async () => {
    const more = { frozen: true, title: 'Progress', note: 'As agreed', exports: 'data' };
    const old = await links.make({ name: 'Bureau', ...more });
    const [reader, before] = [await links.reader(old), await read(old)];
    links.pass(60_000);
    const answer = await replace(old.link.id);
    const newLink = (await answer.json()) as MadeLink;
    expect([answer.status, schemas.replaceLink.reply.safeParse(newLink).error]).toEqual([
      201,
      undefined,
    ]);
    expect(newLink.secret).not.toBe(old.secret);
    const settings = ({ link }: MadeLink) => {
      const { id: _, created_at: _at, opened: _o, downloaded: _d, ...rest } = link;
      return rest;
    };
    expect(settings(newLink)).toEqual(settings(old));
    const after = await read(newLink);
    expect([after.overview, after.link.frozen]).toEqual([before.overview, before.link.frozen]);
    expect((await links.read(old.link.id, reader)).status).not.toBe(200);
    expect(await (await links.post(old.secret)).json()).toMatchObject({ state: 'ended' });
    expect((await replace(old.link.id)).status).toBe(409);
  });

  test('keeps its password, lives as long as a new one where it has expired, and must exist', async () => {
    const old = await links.make({ password: 'correct horse', expires_at: '2021-05-11' });
    links.pass(5 * 24 * 60 * 60 * 1000);
    const link = (await (await replace(old.link.id)).json()) as MadeLink;
    expect(link.link.expires_at.slice(0, 10)).toBe('2021-08-13');
    expect(await (await links.post(link.secret)).json()).toMatchObject({
      state: 'password_needed',
    });
    expect(await (await links.post(link.secret, { password: 'correct horse' })).json()).toEqual({
      state: 'open',
      link: link.link.id,
    });
    expect((await replace('abcdefghijklmnop')).status).toBe(404);
  });

  test('reports that a link changed in the meantime still works, and that an ended one has ended', async () => {
    const old = await links.make({ name: 'Bureau' });
    const stale = await findLink(links.db, old.link.id);
    if (stale === undefined) throw new Error('There is no link.');
    const deps = { db: links.db, clock: () => new Date(links.now()) } as AppDeps;
    const fail = () => replaceLink(deps, stale, { ...stale.owner, mode: 'local', role: 'manager' });
    await links.change(old.link.id, { name: 'Office' });
    await expect(fail()).rejects.toThrow(/was changed meanwhile and was not replaced/);
    expect(await (await links.post(old.secret)).json()).toMatchObject({ state: 'open' });
    expect((await links.listed()).map(({ state }) => state)).toEqual(['live']);
    await links.change(old.link.id, { state: 'ended' });
    await expect(fail()).rejects.toThrow(/has ended meanwhile/);
  });

  test('is replaced once by two requests at the same time', async () => {
    const old = await links.make({ name: 'Bureau' });
    const answers = await Promise.all([replace(old.link.id), replace(old.link.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const listed = await links.send('GET', '/api/v1/links', { env: maker });
    const { items } = (await listed.json()) as { items: readonly SharedLink[] };
    expect(items.map(({ state }) => state).toSorted()).toEqual(['ended', 'live']);
  });
});
