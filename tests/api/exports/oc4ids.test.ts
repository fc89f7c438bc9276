import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { checkOc4ids } from '../../setup/oc4ids.ts';

interface Package {
  readonly data_status: string;
  readonly projects: readonly {
    readonly id: string;
    readonly status?: string;
    readonly budget?: { readonly amount: { readonly amount: number; readonly currency: string } };
  }[];
}

describe.each(engines)('the projects of a pack as OC4IDS on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const read = async (sample: string, query: string): Promise<Package> => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample } });
    const reply = await api.send('GET', `/api/v1/documents/pack.zip?${query}`);
    const pack = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    return JSON.parse(strFromU8(pack['oc4ids.json'] ?? new Uint8Array())) as Package;
  };

  test.each([
    ['sample', 'lang=zh-CN&as_of=2021-04-16'],
    ['example_zone', 'lang=en&as_of=2024-12-31'],
    ['example_zone', 'lang=ja&as_of=2020-01-15'],
  ])('the %s with %s follows the published schema', async (sample, query) => {
    expect(checkOc4ids(await read(sample, query))).toEqual([]);
  });

  test('has each project once, with its own stage and amount, and marks values as examples', async () => {
    const { projects, data_status } = await read('sample', 'lang=en&as_of=2021-04-16');
    const csv = await (
      await api.send('GET', '/api/v1/documents/projects.csv?lang=en&as_of=2021-04-16')
    ).text();
    const rows = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect([projects.map(({ id }) => id), data_status]).toEqual([
      rows.map((row) => row['code']),
      'illustrative',
    ]);
    expect(projects.find(({ id }) => id === 'A01')).toMatchObject({
      status: 'implementation',
      budget: { amount: { amount: 900000000, currency: 'CNY' } },
    });
    expect(projects.map(({ budget }) => budget?.amount.amount)).toEqual(
      rows.map((row) =>
        row['total_investment'] === '' ? undefined : Number(row['total_investment']),
      ),
    );
  });

  test('the check finds a status that is not in the standard', async () => {
    const response = await read('sample', 'lang=en&as_of=2021-04-16');
    const [first, ...others] = response.projects;
    const wrong = { ...response, projects: [{ ...first, status: 'built' }, ...others] };
    expect(checkOc4ids(wrong)).toEqual(['package.projects[0].status is "built"']);
  });
});
