import { afterEach, describe, expect, test } from 'vitest';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { readBreakdown } from '#server/analysis/breakdown-store.ts';
import type { Db } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const own = {
  origin: 'own',
  as_of: '2021-06-30',
  base_currency: 'CNY',
  filters: {},
  zones: {},
} as const;

describe.each(engines)('projects by agreement on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  test('a contract after another agreement counts separately, on the day and as it was known', async () => {
    db = await open();
    const at = (as_of: string, records: readonly ProjectRecord[]) =>
      writeRevision(
        db,
        { author: 'test', kind: 'import', reason: 'test', origin: 'own', as_of },
        (trx, id) => putProjects(trx, id, records, { as_of }),
      );
    const events = [{ stage: 'negotiation', date: '2020-01-01' }] as const;
    await at('2021-01-31', [
      record('A', { agreement_type: 'framework', events }),
      record('B', { agreement_type: 'framework', events }),
      record('C', { agreement_type: 'memorandum', events }),
      record('D', { agreement_type: 'contract', events }),
      record('E', { events }),
    ]);
    await at('2021-03-31', [
      record('A', { agreement_type: 'contract', events }),
      record('B', { agreement_type: 'framework', events }),
      record('C', { agreement_type: 'contract', events }),
      record('D', { agreement_type: 'contract', events }),
      record('E', { events }),
    ]);
    const read = async (more: object) =>
      Object.fromEntries(
        (
          await readBreakdown(db, {
            ...own,
            ...more,
            measure: 'count',
            by: 'agreement',
            stack: 'stage',
          })
        ).groups.map(({ key, total }) => [key, total.count]),
      );
    const before = { framework: 2, memorandum: 1, contract: 1, '': 1 };
    expect(await read({})).toEqual({
      framework_contract: 1,
      memorandum_contract: 1,
      framework: 1,
      contract: 1,
      '': 1,
    });
    expect(await read({ as_of: '2021-02-15' })).toEqual(before);
    expect(await read({ knownRevision: 1 })).toEqual(before);
    expect(await read({ without: ['A'] })).toMatchObject({ framework: 1, memorandum_contract: 1 });
  });
});
