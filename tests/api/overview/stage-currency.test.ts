// Seen to fail: a register without an amount in the zone's currency had an empty stage chart.
import { afterEach, describe, expect, test } from 'vitest';
import { pipelineSeries } from '#charts/pipeline/series.ts';
import { sizeTable } from '#charts/pipeline/size-table.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { record } from '../../setup/api/store-records.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the stage chart of a register on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const read = async (currencies: readonly string[]): Promise<Overview> => {
    api = await openApi(engine);
    const records = currencies.map((currency, at) =>
      record(`P${at}`, {
        total: { minor: BigInt(100_000_000 * (at + 1)), currency },
        investor: `Investor ${at}`,
        industry: at === 0 ? 'eco' : 'ict',
      }),
    );
    // the first own project begins the own zone
    const facts = { name: 'Empty' };
    const body = { code: 'E', stage: 'lead', valid_from: '2021-01-04', facts };
    expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
    const note = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
    await writeRevision(api.db, note, (trx, id) => putProjects(trx, id, records));
    return api.get<Overview>('/api/v1/overview');
  };
  const listDots = (overview: Overview) =>
    pipelineSeries(overview, 'en').groups.flatMap(({ rows }) => rows.flatMap(({ dots }) => dots));

  test('places projects by the main currency where none has that of the zone', async () => {
    const overview = await read(['USD', 'JPY', 'USD']);
    expect(overview.strip.currency).toBe('USD');
    expect(pipelineSeries(overview, 'en').unit).toBe('US$ mn');
    expect(listDots(overview).map(({ code, v, other }) => [code, v, other])).toEqual([
      ['P2', 3, undefined],
      ['P1', null, true],
      ['P0', 1, undefined],
      ['E', null, undefined],
    ]);
    const eco = await api.get<Overview>('/api/v1/overview?industry=ict');
    expect(eco.strip.currency).toBe('JPY');
  });

  test('keeps the currency of the zone where one project has it', async () => {
    const { strip } = await read(['USD', 'USD', 'CNY']);
    expect(strip.currency).toBeUndefined();
  });

  test('counts the sizes of many projects in the main currency', async () => {
    const overview = await read(Array.from({ length: 241 }, () => 'USD'));
    const stages = overview.strip.groups.flatMap(({ rows }) => rows);
    const lead = stages.find(({ stage }) => stage === 'lead');
    expect(lead?.spread?.currency).toBe('USD');
    const { columns, rows, row_of } = sizeTable(overview, 'en');
    expect(columns[1]?.label).toContain('USD');
    const column = columns.findIndex(({ id }) => id === 'lead');
    const total = rows.reduce((sum, row) => sum + Number(row[column]), 0);
    expect(total).toBe(242);
    for (const [at, of] of (row_of ?? []).entries()) {
      const query = new URLSearchParams({ stage: 'lead' });
      for (const [name, value] of Object.entries(of ?? {})) query.set(name, String(value));
      const explained = await api.get<{ exact: { value: string }[] }>(
        `/api/v1/explanations/size_projects?${query}`,
      );
      expect(explained.exact[0]?.value).toBe(rows[at]?.[column]);
    }
  });
});
