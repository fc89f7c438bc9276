import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { embedPage, linkPagePath, sharedPage } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { maker, openLinks } from '../../setup/api/links.ts';
import { drawnLinks } from '../../setup/pages/link-renderer.ts';
import { engines } from '../../setup/api/stores.ts';

/** Addresses without required parameters, and files that hold records of links. */
const listAddresses = (ids: readonly string[]): readonly string[] => [
  ...Object.values(endpoints)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':'))
    .map(({ path }) => path)
    .filter((path) => !/events|stream/.test(path)),
  ...ids.flatMap((id) => [
    `/api/v1/links/${id}`,
    sharedPage,
    linkPagePath(id),
    `${embedPage}?i=${id}`,
    `${linkPagePath(id)}.png`,
  ]),
  '/api/v1/documents/pack.zip?lang=en',
  '/api/v1/audit.csv',
];

type Row = Readonly<Record<string, unknown>>;
/** A stored value as text; bytes as they are. */
const toText = (value: unknown): string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

// Seen to fail with the secret at the end of the name of a link.
describe.each(engines)('the secret of a link on $name', (engine) => {
  test('is in the answer that makes the link and nowhere else: no list, entry, file, log or table', async () => {
    const links = await openLinks(engine, drawnLinks);
    const plain = await links.make({ exports: 'data' });
    const frozen = await links.make({ frozen: true });
    const embedded = await links.make({
      view: { page: 'overview', embed: { figure: 'targets', origins: ['https://zone.example'] } },
    });
    const reply = await links.send('POST', `/api/v1/links/${plain.link.id}/replace`, {
      body: {},
      headers: { 'idempotency-key': 'once' },
      env: maker,
    });
    const replaced = (await reply.json()) as MadeLink;
    const all = [plain, frozen, embedded, replaced];
    for (const { address, secret } of all) expect(address).toContain(`#${secret}`);
    const reader = await links.reader(replaced);
    await links.post(`${frozen.secret}x`);
    const changed = await links.change(frozen.link.id, { state: 'paused' });
    const ids = all.map(({ link }) => link.id);
    const texts = new Map<string, string>([['a change', await changed.text()]]);
    for (const path of listAddresses(ids)) {
      const answer = await links.send('GET', path, { env: maker });
      const head = JSON.stringify([...answer.headers]);
      const body = new TextDecoder('latin1').decode(await answer.arrayBuffer());
      texts.set(path, head + body);
    }
    const page = await links.read(replaced.link.id, reader);
    texts.set('what a reader gets', (await page.text()) + JSON.stringify([...page.headers]));
    const drawnPage = await links.send('GET', linkPagePath(replaced.link.id), { headers: reader });
    texts.set(
      'the page of a reader',
      (await drawnPage.text()) + JSON.stringify([...drawnPage.headers]),
    );
    expect(texts.get('the page of a reader')).toContain('id="boot"');
    texts.set('the log', JSON.stringify(links.log));
    for (const { name } of await links.db.read.introspection.getTables()) {
      const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(links.db.read);
      texts.set(`the table ${name}`, rows.flatMap(Object.values).map(toText).join('\n'));
    }
    expect(texts.size).toBeGreaterThan(60);
    for (const [where, text] of texts)
      for (const { secret } of all)
        expect([where, text.includes(secret), text.includes(secret.slice(4))]).toEqual([
          where,
          false,
          false,
        ]);
    await links.close();
  });
});
