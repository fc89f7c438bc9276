import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { record } from '../../setup/api/store-records.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { checkOc4ids } from '../../setup/oc4ids.ts';

interface Package {
  readonly data_status: string;
  readonly projects: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly status?: string;
    readonly parties: readonly { readonly id: string; readonly name: string }[];
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

  // seen to fail: Thai titles were said to be English
  test('names projects and investors in the language of the file, and states the language of each title', async () => {
    const investor = { investor: '北斗株式会社', investor_names: { en: 'Hokuto Inc.' } };
    api = await openApi(engine);
    await writeRevision(
      api.db,
      { author: 'a', kind: 'import', reason: 'r', origin: 'own' },
      (trx, revision) =>
        putProjects(
          trx,
          revision,
          [
            record('P-1', { name: 'โครงการห้องเย็น' }),
            record('P-2', { name: '熱ポンプ', names: { en: 'Heat pumps' }, ...investor }),
            record('P-3', { name: 'Nhà máy bơm nhiệt' }),
          ].map((one) => ({ ...one, origin: 'sample' as const })),
        ),
    );
    const reply = await api.send('GET', '/api/v1/documents/pack.zip?lang=en');
    const pack = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    const response = JSON.parse(strFromU8(pack['oc4ids.json'] ?? new Uint8Array())) as Package;
    expect(checkOc4ids(response)).toEqual([]);
    const own = response.projects.filter(({ id }) => id.startsWith('P-'));
    expect(own.map(({ title, language }) => [title, language])).toEqual([
      ['โครงการห้องเย็น', 'th'],
      ['Heat pumps', 'en'],
      ['Nhà máy bơm nhiệt', 'und'],
    ]);
    expect(own[1]?.parties.find(({ id }) => id === 'investor')?.name).toBe('Hokuto Inc.');
  });

  test('the check finds a status that is not in the standard', async () => {
    const response = await read('sample', 'lang=en&as_of=2021-04-16');
    const [first, ...others] = response.projects;
    const wrong = { ...response, projects: [{ ...first, status: 'built' }, ...others] };
    expect(checkOc4ids(wrong)).toEqual(['package.projects[0].status is "built"']);
  });
});
