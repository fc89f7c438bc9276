import { afterEach, describe, expect, test } from 'vitest';
import { measureConcentration } from '#domain/analysis/concentration.ts';
import { readBreakdown } from '#server/analysis/breakdown-store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { addSumCache } from '#server/projects/sums/sum-cache.ts';
import { randomOf } from '../../oracle/cases/random.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const query = {
  origin: 'own',
  as_of: '2021-06-30',
  base_currency: 'EUR',
  filters: {},
  zones: {},
  measure: 'total_investment',
  by: 'industry',
  stack: 'stage',
} as const;

describe.each(engines)('the shares of the largest projects on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  test('are those of the list of amounts, also after edits, with amounts up to 10^18', async () => {
    const store = await open();
    db = addSumCache(store);
    const random = randomOf(41);
    const amounts = new Map<string, bigint>();
    const put = async (codes: readonly string[]): Promise<number> => {
      const records = codes.map((code) => {
        const digits = random.integer(0, 18);
        const minor = (BigInt(random.integer(0, 1_000_000)) * 10n ** BigInt(digits)) / 1_000_000n;
        amounts.set(code, minor);
        return record(code, { total: { minor, currency: 'EUR' } });
      });
      const note = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
      const { revision } = await writeRevision(store, note, (trx, id) =>
        putProjects(trx, id, records),
      );
      return revision;
    };
    const all = Array.from({ length: 90 }, (_, at) => `P${at}`);
    let revision = await put(all);
    for (let round = 0; round < 12; round += 1) {
      const breakdown = await readBreakdown(db, { ...query, knownRevision: revision });
      const values = [...amounts.values()].map((minor) => String(minor));
      expect(breakdown.concentration['EUR']?.projects).toEqual(measureConcentration(values));
      // the largest project loses its amount, so that another one follows
      const [largest = 'P0'] = [...amounts]
        .toSorted((a, b) => (a[1] > b[1] ? -1 : 1))
        .map(([code]) => code);
      revision = await put([largest, random.pick(all)]);
    }
  });
});
