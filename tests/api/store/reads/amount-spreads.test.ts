import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { findQuantiles, sizesBetween } from '#domain/projects/amount-spread.ts';
import { stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { amountSpreads } from '#server/overview/amount-spread-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const project = fc.record({
  stage: fc.constantFrom(...stages.slice(0, 3)),
  status: fc.constantFrom('active' as const, 'active' as const, 'on_hold' as const),
  currency: fc.constantFrom('CNY', 'CNY', 'JPY'),
  // small numbers often are equal, or a limit of a class
  minor: fc.oneof(
    fc.bigInt(-5n, 30n),
    fc.constantFrom(63n, 100n, 10n ** 15n),
    fc.bigInt(1n, 10n ** 16n),
  ),
  investor: fc.constantFrom('A', 'B', 'C', undefined),
});
type Sample = typeof project extends fc.Arbitrary<infer T> ? T : never;

/** Computes the distribution of a stage from its projects. */
function computeSpread(projects: readonly Sample[], stage: string) {
  const own = projects
    .filter((one) => one.stage === stage && one.status === 'active' && one.currency === 'CNY')
    .toSorted((a, b) => (a.minor < b.minor ? -1 : 1));
  const above = own.filter(({ minor }) => minor > 0n);
  const [first, last] = [above[0], above.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const edges = sizesBetween(first.minor, last.minor);
  const classes = edges.slice(1).flatMap((to, at) => {
    const from = edges[at] ?? 0n;
    const inside = above.filter(({ minor }) => minor >= from && minor < to);
    const investors = new Set(inside.flatMap(({ investor }) => investor ?? [])).size;
    return inside.length === 0
      ? []
      : [{ from: String(from), to: String(to), count: inside.length, investors }];
  });
  const amounts = new Map(above.map(({ minor }, at) => [at + 1, minor]));
  return {
    currency: 'CNY',
    count: above.length,
    not_above_zero: own.length - above.length,
    classes,
    quantiles: findQuantiles(amounts, above.length),
  };
}

describe.each(engines)('the distributions of amounts on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  it('of all stages are what their projects add up to', async () => {
    db = await open();
    let last = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(project, { minLength: 1, maxLength: 40 }), async (projects) => {
        const codes = projects.map((_, at) => `P${last + at}`);
        const records = projects.map(({ stage, status, currency, minor, investor }, at) =>
          record(codes[at] ?? '', {
            ...compact({ investor }),
            amounts: { total_investment: { money: { minor: String(minor), currency } } },
            events: [{ stage, date: '2021-01-01' }],
            status: [{ status, date: '2021-01-01' }],
          }),
        );
        const without = Array.from({ length: last }, (_, at) => `P${at}`);
        last += projects.length;
        const note = { author: 't', kind: 'import', reason: '', origin: 'own' } as const;
        await writeRevision(db, note, (trx, revision) => putProjects(trx, revision, records));
        const scope = { origin: 'own', as_of: '2021-06-30', currency: 'CNY', without } as const;
        const counted = await amountSpreads(db.read, { ...scope, investors: true });
        for (const stage of stages.slice(0, 3))
          expect([stage, counted.get(stage)]).toEqual([stage, computeSpread(projects, stage)]);
        const plain = await amountSpreads(db.read, { ...scope, investors: false });
        expect(JSON.stringify([...plain])).not.toContain('investors');
      }),
      { numRuns: 25 },
    );
  });
});
