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

  test('are those of the list of amounts, also after edits, in each currency, up to 10^18', async () => {
    const store = await open();
    db = addSumCache(store);
    const random = randomOf(41);
    const projects = new Map<string, { readonly minor: bigint; readonly currency: string }>();
    const put = async (codes: readonly string[]): Promise<number> => {
      const records = codes.map((code) => {
        const digits = random.integer(0, 18);
        const minor = (BigInt(random.integer(0, 1_000_000)) * 10n ** BigInt(digits)) / 1_000_000n;
        const total = { minor, currency: random.pick(['EUR', 'HUF']) };
        projects.set(code, total);
        return record(code, { total });
      });
      const note = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
      const { revision } = await writeRevision(store, note, (trx, id) =>
        putProjects(trx, id, records),
      );
      return revision;
    };
    /** The codes with the largest amounts first. */
    const listLargest = (): string[] =>
      [...projects].toSorted((a, b) => (a[1].minor > b[1].minor ? -1 : 1)).map(([code]) => code);
    const all = Array.from({ length: 120 }, (_, at) => `P${at}`);
    let revision = await put(all);
    for (let round = 0; round < 12; round += 1) {
      const breakdown = await readBreakdown(db, { ...query, knownRevision: revision });
      for (const currency of ['EUR', 'HUF']) {
        const values = [...projects.values()].flatMap((one) =>
          one.currency === currency ? [String(one.minor)] : [],
        );
        expect(breakdown.concentration[currency]?.projects).toEqual(measureConcentration(values));
      }
      // all known largest values leave at once in every third round, else one of them
      revision = await put([...listLargest().slice(0, round % 3 === 2 ? 70 : 1), random.pick(all)]);
    }
  });
});
