import { CompiledQuery } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { refreshStatistics } from '#server/db/statistics.ts';
import { openApi, type OpenedApi } from '../../../setup/api/api.ts';
import { fillLargeRegister } from '../../../setup/api/large-register.ts';
import { engines } from '../../../setup/api/stores.ts';
import { listQueries } from './list-queries.ts';

const [sqlite] = engines;
const addresses = [
  'overview',
  'pipeline',
  'outlook',
  'owners',
  'projects?limit=50',
  'projects?limit=50&sort=-total_investment',
  'projects?limit=50&q=P0001',
  'summary?by=status',
  'changes',
  'changes?from=2020-06-30',
  'analysis/breakdown?measure=count&by=industry&stack=stage',
  'analysis/funnel',
  'analysis/stage-time',
  'analysis/timeline',
  'analysis/columns',
].map((path) => `/api/v1/${path}`);

/** A step that reads versions or facts, by the names that queries give them. */
const largeTable =
  /^(SCAN|SEARCH) (project_version|project_facts|[vlw]|now)\b|INDEX (sqlite_autoindex_)?project_(version|facts|ext)/;

let api: OpenedApi;
afterEach(async () => {
  vi.restoreAllMocks();
  await api.close();
});

/** Explains a query. @returns the steps that read a large table without a code or an order */
async function findScans({ sql, parameters }: CompiledQuery): Promise<readonly string[]> {
  if (!/^\s*(select|with)/i.test(sql)) return [];
  const { rows } = await api.db.read.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  );
  const steps = rows.map(({ detail }) => detail);
  // the matches of a search have the name of the table, once they are found
  const ownScan = steps[0] === 'MATERIALIZE places' ? steps.lastIndexOf('SCAN v') : -1;
  const isSorted = steps.some((step) => /TEMP B-TREE FOR (ORDER|GROUP|DISTINCT)/.test(step));
  const stopsEarly = /\blimit\b|select (min|max)\(/.test(sql) && !isSorted;
  return stopsEarly
    ? []
    : steps.filter(
        (step, at) =>
          at !== ownScan &&
          largeTable.test(step) &&
          !/\b(code|revision|revision_from|revision_to|made_by)[=><]/.test(step),
      );
}

const add = async (code: string): Promise<void> => {
  const body = { code, stage: 'lead', facts: { name: code } };
  const { status } = await api.send('POST', '/api/v1/projects', { body });
  expect(status).toBe(201);
};

// Seen to fail: owners, the next milestones, the moves between two days and the texts of own columns
// were read from all projects after each edit.
test('after an edit no answer reads the register of many versions again', async () => {
  api = await openApi(sqlite, { clock: () => new Date('2027-05-10T08:00:00Z') });
  await fillLargeRegister(api.db, 6000);
  await refreshStatistics(api.db, Number.POSITIVE_INFINITY);
  for (const edit of ['N-1', 'N-2']) {
    await add(edit);
    for (const address of addresses.slice(0, edit === 'N-1' ? undefined : 0))
      await api.get(address);
  }
  const scans: string[] = [];
  for (const address of addresses)
    for (const query of await listQueries(() => api.get(address)))
      for (const step of await findScans(query)) scans.push(`${address}: ${step}: ${query.sql}`);
  expect(scans).toEqual([]);
});
