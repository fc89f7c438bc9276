import { afterEach, describe, expect, test } from 'vitest';
import { makeFactors } from '#server/currencies/converted-amount-store.ts';
import { putExchangeRate } from '#server/currencies/store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { compact } from '#domain/values/compact.ts';
import type { Project } from '#domain/projects/project.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const own = { origin: 'own', as_of: '2021-06-30', currency: 'EUR' } as const;
const rates = [
  { base: 'USD', quote: 'EUR', day: '2021-06-01', per_units: 1, rate: '0.9', source: 'bank' },
  { base: 'EUR', quote: 'JPY', day: '2021-06-01', per_units: 1, rate: '131.7', source: 'bank' },
] as const;
const currencies = ['EUR', 'USD', 'JPY', 'AED', undefined] as const;
/** More projects than are sorted without the index of amounts. */
const many = 2400;
const records = Array.from({ length: many }, (_, at) => {
  const currency = currencies[(at * 7) % 5];
  const minor = BigInt((at * 7919) % 401) * (at % 3 === 0 ? 900n : 1000n) * 10n ** BigInt(at % 9);
  return record(`P${String(at).padStart(4, '0')}`, {
    ...compact({ total: currency && { minor, currency } }),
    events: [{ stage: at % 7 === 0 ? 'signed' : 'lead', date: '2020-01-01' }],
  });
});

describe.each(engines)('the order of amounts on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  test('is that of converted amounts, for few and for many matches, up and down, page by page', async () => {
    db = await open();
    await writeRevision(
      db,
      { author: 'test', kind: 'import', reason: 'test', origin: 'own' },
      async (trx, revision) => {
        await putProjects(trx, revision, records);
        for (const rate of rates) await putExchangeRate(trx, revision, rate);
      },
    );
    const factors = makeFactors(rates, ['EUR', 'USD', 'JPY'], own);
    const place = ({ amounts }: Project) => {
      const money = amounts.total_investment?.money;
      const factor = factors.get(money?.currency ?? '');
      return {
        group: money === undefined ? 'none' : factor === undefined ? money.currency : '',
        value: money === undefined ? 0 : Number(money.minor) * (factor ?? 1),
      };
    };
    for (const [stage, count] of [
      [undefined, many],
      ['signed', Math.ceil(many / 7)],
    ] as const)
      for (const sort of ['-total_investment', 'total_investment']) {
        const found: Project[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const query = { ...own, sort, limit: 170, ...compact({ cursor, stage }) };
          const page = await listProjects(db, query);
          expect([page.total, page.unrated]).toEqual([count, ['AED']]);
          found.push(...page.items);
          cursor = page.nextCursor;
        }
        expect([sort, new Set(found.map(({ code }) => code)).size]).toEqual([sort, count]);
        const places = found.map(place);
        const groups = places.map(({ group }) => group);
        expect([...new Set(groups)]).toEqual(['', 'AED', 'none']);
        expect(groups.filter((group, at) => group !== groups[at - 1])).toHaveLength(3);
        const sign = sort.startsWith('-') ? -1 : 1;
        const wrong = places.filter(({ group, value }, at) => {
          const before = places[at - 1];
          return before?.group === group && sign * (value - before.value) < 0;
        });
        expect(wrong).toEqual([]);
      }
  });
});
