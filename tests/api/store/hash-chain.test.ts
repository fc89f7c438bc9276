import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { hashHead, verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { tamperTest, writeHistory } from '../../reliability/faults/tamper.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { seed } from '../../setup/seed.ts';

describe.each(engines)('the hash chain on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  it('is whole after imports, corrections and an undo, and an earlier head is found in it', async () => {
    db = await open();
    expect(await verifyChain(db)).toMatchObject({
      whole: true,
      revisions: 0,
      head: '0'.repeat(64),
    });
    await writeHistory(db);
    const head = await hashHead(db);
    expect(await verifyChain(db, head)).toEqual({
      whole: true,
      revisions: 8,
      head,
      anchored_at: 8,
    });
    const { hash } = await db.read
      .selectFrom('revision')
      .select('hash')
      .where('id', '=', 5)
      .executeTakeFirstOrThrow();
    expect(await verifyChain(db, hash ?? '')).toMatchObject({ whole: true, anchored_at: 5 });
  });

  it('names the first revision that is wrong', async () => {
    db = await open();
    await writeHistory(db);
    await db.write((trx) =>
      sql`update observation set value = '99' where revision_from = 4`.execute(trx),
    );
    expect(await verifyChain(db)).toMatchObject({
      whole: false,
      reason: 'altered',
      revision: 4,
      revisions: 8,
    });
    // later writes neither repair nor hide it
    await db.write((trx) => sql`update revision set hash = null where id = 8`.execute(trx));
    expect(await currentRevision(db)).toBe(8);
    expect(await verifyChain(db)).toMatchObject({ whole: false, reason: 'altered', revision: 4 });
  });

  it('finds a cut end by the anchor alone', async () => {
    db = await open();
    await writeHistory(db);
    const anchor = await hashHead(db);
    await db.write(async (trx) => {
      await sql`delete from observation where revision_from = 8`.execute(trx);
      await sql`delete from revision where id = 8`.execute(trx);
    });
    expect(await verifyChain(db)).toMatchObject({ whole: true, revisions: 7 });
    expect(await verifyChain(db, anchor)).toMatchObject({
      whole: false,
      reason: 'anchor',
      revision: 7,
    });
  });

  it('includes the revisions of a store without a chain, the same on every opening', async () => {
    db = await open();
    await writeHistory(db);
    const head = await hashHead(db);
    await db.write(async (trx) => {
      await sql`update revision set hash = null`.execute(trx);
    });
    const { sealRevisions } = await import('#server/db/hash-chain/seal.ts');
    await db.write((trx) => sealRevisions(trx, { id: 0, hash: null }));
    expect(await hashHead(db)).toBe(head);
  });
});

it('finds each of 60 random tamperings; npm run hard makes 1,000', async () => {
  expect({ seed, ...(await tamperTest(60, seed)) }).toEqual({ seed, done: 60, failures: [] });
});
