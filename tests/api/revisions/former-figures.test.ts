import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { figureRules } from '#domain/overview/figure-rules.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { makePayload } from '#server/links/payload/payload.ts';
import { readLinkFigures } from '#server/links/figure-store.ts';
import { findLink } from '#server/links/store.ts';
import { listClosedPeriods } from '#server/zone/period-close-store.ts';
import { currentRevision, listRevisions } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { formerAnswers, openFormerStore } from '../../setup/api/former-store.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';

describe.each(engines)('a store of the former rules on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openFormerStore(engine);
  });
  afterEach(() => store.close());
  const payloadOf = async (id: string): Promise<SharedPayload> => {
    const link = await findLink(store.db, id);
    if (link === undefined) throw new Error(`no link ${id}`);
    return makePayload({ db: store.db, clock: () => new Date('2021-06-10T08:00:00Z') }, link);
  };

  test.each(['overview', 'pipeline', 'changes', 'projects'] as const)(
    'keeps the figures of a frozen link to its %s intact, with the version of its rules',
    async (page) => {
      const { id, payload: printed } = formerAnswers.links[page];
      const now = await payloadOf(id);
      expect(schemas.shared.reply.safeParse(now).error).toBeUndefined();
      expect(now.link.frozen).toEqual({
        ...printed.link.frozen,
        intact: true,
        rules: 1,
        present_rules: figureRules,
      });
      expect(JSON.parse((await readLinkFigures(store.db, id)) ?? '')).toEqual(
        Object.fromEntries(
          Object.entries(printed).filter(([name]) => name !== 'link' && name !== 'view'),
        ),
      );
      expect([now.overview.headline, now.overview.strip, now.pipeline, now.projects]).toEqual([
        printed.overview.headline,
        printed.overview.strip,
        printed.pipeline,
        printed.projects,
      ]);
      expect(now.changes).toMatchObject(printed.changes ?? {});
      // its history was rebuilt since, which does not change the frozen figures
      expect((await listRevisions(store.db, { limit: 1 }))[0]?.kind).toBe('refold');
    },
  );

  test('keeps every published target', async () => {
    const { id, payload } = formerAnswers.links.overview;
    const targets = (await payloadOf(id)).overview.targets ?? [];
    expect(targets.length).toBe(payload.overview.targets?.length);
    for (const [at, row] of targets.entries())
      expect(row).toMatchObject(payload.overview.targets?.[at] ?? {});
  });

  test('keeps its closed month, with the version of its definitions', async () => {
    const periods = await listClosedPeriods(store.db, 'own');
    expect(periods).toEqual(
      formerAnswers.periods.map((one) => ({
        ...one,
        definitions: { version: 1, since: expect.any(String) as string },
      })),
    );
    expect(await verifyChain(store.db)).toMatchObject({ whole: true });
  });

  test('reports altered figures', async () => {
    const { id } = formerAnswers.links.pipeline;
    const figures = (await readLinkFigures(store.db, id)) ?? '';
    await store.db.write(async (trx) => {
      await trx.deleteFrom('shared_link_figures').where('link', '=', id).execute();
      await trx
        .insertInto('shared_link_figures')
        .values({ link: id, figures: figures.replace('"count":1', '"count":7') })
        .execute();
    });
    expect((await payloadOf(id)).link.frozen?.intact).toBe(false);
    expect(await currentRevision(store.db)).toBeGreaterThan(4);
  });
});
