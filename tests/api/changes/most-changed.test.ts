import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/values/date.ts';
import { narrowToStarts, selectPairs, type TwoDays } from '#server/changes/two-day-store.ts';
import { openApi, type OpenedApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const columns = ['name', 'stage', 'status', 'minor', 'currency', 'since', 'plans'] as const;
const daysOf = (from: IsoDate, to: IsoDate): TwoDays => ({
  origin: 'sample',
  from: { day: from, knownRevision: 1 },
  to: { day: to, knownRevision: 1 },
  measure: 'total_investment',
});

describe.each(engines)('two days between which most projects changed, $name', (engine) => {
  let api: OpenedApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const readPairs = async (query: TwoDays) =>
    (await sql<{ code: string }>`${selectPairs(query, columns)} order by code`.execute(api.db.read))
      .rows;

  it.each([
    ['2019-01-01', '2021-04-16'],
    ['2020-06-30', '2020-12-31'],
    ['2021-03-16', '2021-04-16'],
    ['2021-04-16', '2021-04-16'],
  ] as const)('are the same in the order of codes, from %s to %s', async (from, to) => {
    const days = daysOf(from, to);
    expect(await readPairs({ ...days, inOrder: true })).toEqual(await readPairs(days));
  });

  it('are read in the order of codes on SQLite, and days with few changes are not', async () => {
    const read = async (days: TwoDays) => (await narrowToStarts(api.db.read, days, 0)).inOrder;
    const isSqlite = engine.name === 'sqlite';
    expect(await read(daysOf('2020-01-01', '2021-04-16'))).toBe(isSqlite);
    expect(await read(daysOf('2021-03-16', '2021-04-16'))).toBe(false);
  });

  // seen to fail: SQLite sorted a million projects in memory, and the server took 1.3 GB
  it('need no memory to group projects on SQLite', async () => {
    if (engine.name !== 'sqlite') return;
    const days = { ...daysOf('2020-01-01', '2021-04-16'), inOrder: true };
    const { rows } = await sql<{
      detail: string;
    }>`explain query plan ${selectPairs(days, columns)}`.execute(api.db.read);
    expect(rows.map(({ detail }) => detail).join('\n')).not.toContain('TEMP B-TREE');
  });
});
