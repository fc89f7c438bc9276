import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { anyChartIds } from '#charts/all-charts.ts';
import { languages } from '#domain/values/language.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { record } from '../../setup/api/store-records.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { checkDataPackage, type DataPackage } from '../../setup/table-schema.ts';

describe.each(engines)('the data package on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async (sample: string) => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/samples', { body: { sample } });
  };
  const readPack = async (query: string) => {
    const reply = await api.send('GET', `/api/v1/documents/pack.zip?${query}`);
    expect(reply.status).toBe(200);
    const pack = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    const read = (path: string): string => strFromU8(pack[path] ?? new Uint8Array());
    return { described: JSON.parse(read('datapackage.json')) as DataPackage, read };
  };

  test.each([
    ['sample', 'as_of=2021-04-16&compare=2021-01-31'],
    ['example_zone', 'as_of=2024-12-31&compare=2023-12-31'],
    ['example_zone', 'as_of=2020-03-15'],
  ])('every file of the %s with %s agrees with its schema', async (sample, query) => {
    await open(sample);
    for (const lang of languages) {
      const { described, read } = await readPack(`${query}&lang=${lang}`);
      expect(checkDataPackage(described, read).join('\n')).toBe('');
      expect(described.resources.length).toBeGreaterThanOrEqual(10);
    }
  });

  test('a register with its own words agrees with its schema', async () => {
    await open('example_zone');
    const addition = await api.send('POST', '/api/v1/projects', {
      body: {
        code: 'X-1',
        stage: 'lead',
        valid_from: '2021-05-01',
        facts: { name: 'Quote " and, comma', remark: 'line one\nline two' },
      },
    });
    expect(addition.status).toBe(201);
    // seen to fail: "Cancelled", which fits no stage, was not among the stages that the schema allows
    await writeRevision(
      api.db,
      { author: 'a', kind: 'import', reason: 'r', origin: 'own' },
      (trx, revision) =>
        putProjects(trx, revision, [
          record('X-2', { events: [{ stage: 'unknown', word: 'Cancelled', date: '2021-05-01' }] }),
        ]),
    );
    const { described, read } = await readPack('lang=en');
    expect(checkDataPackage(described, read).join('\n')).toBe('');
    expect(read('data/projects.csv')).toContain(',Cancelled,');
  });

  test.each(anyChartIds)('the CSV of %s agrees with its description', async (chart) => {
    await open('example_zone');
    const query = `lang=en${chart === 'changes' ? '&compare=2023-12-31' : ''}`;
    const get = async (format: string) =>
      (await api.send('GET', `/api/v1/charts/${chart}.${format}?${query}`)).text();
    const csv = await get('csv');
    const dataPackage = JSON.parse(await get('datapackage.json')) as DataPackage;
    expect(checkDataPackage(dataPackage, () => csv).join('\n')).toBe('');
    expect(dataPackage).toMatchObject({ options: expect.anything(), as_of: expect.any(String) });
    expect(dataPackage.resources[0]?.path).toContain(`${chart}.csv`);
  });

  test('the check finds a wrong type, a value that is not allowed, a repeated key and a lost row', async () => {
    await open('sample');
    const { described, read } = await readPack('lang=en');
    const change = (path: string, from: RegExp, to: string) => (one: string) =>
      one === path ? read(one).replace(from, to) : read(one);
    const faults = (fake: (path: string) => string) => checkDataPackage(described, fake).join('\n');
    expect(faults(change('data/targets.csv', />=/, 'about'))).toContain('is not one of');
    expect(faults(change('data/checkpoints.csv', /2021-12-31/, '2021-12-32'))).toContain(
      'is no date',
    );
    expect(faults(change('data/projects.csv', /\r\nA02,/, '\r\nA01,'))).toContain('repeats');
    expect(faults(change('data/projects.csv', /\r\nA02,.*/, ''))).toContain('is not in projects');
  });
});
