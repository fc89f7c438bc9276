import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { anyChartIds } from '#charts/all-charts.ts';
import { languages } from '#domain/values/language.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../../setup/api/api.ts';
import { record } from '../../../setup/api/store-records.ts';
import { engines } from '../../../setup/api/stores.ts';

/** Values that occur nowhere else: digits in an order of their own, and words. */
const secret = {
  total_investment: '739184625',
  paid_in: '518273946',
  jobs_actual: '86427513',
  investor: 'Zyxwvut Holdings',
  remark: 'Qwxzy remark',
  company: 'Vkjhgq Ltd',
  observation: '64738291',
} as const;

/** Everything that a file holds, with zips opened and separators of numbers removed. */
function readAll(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes).replace(/(?<=\d)[.,]/g, '');
  return Object.values(unzipSync(bytes)).map(readAll).join('\n');
}

describe.each(engines)('data that may not be redistributed, on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async () => {
    api = await openApi(engine);
    const money = (digits: string) => ({ money: { minor: `${digits}00`, currency: 'CNY' } });
    const project = record('P-1', {
      investor: secret.investor,
      company: secret.company,
      remark: secret.remark,
      jobs_actual: Number(secret.jobs_actual),
      amounts: {
        total_investment: money(secret.total_investment),
        paid_in: money(secret.paid_in),
      },
    });
    const value = { period: '2021-03', value: secret.observation, source: 'Bureau of Zz' };
    const put = await api.send('POST', '/api/v1/indicators/companies/observations', {
      body: { ...value, confirm: true },
    });
    expect(put.status).toBe(201);
    await writeRevision(
      api.db,
      { author: 'a', kind: 'import', reason: 'r', origin: 'own' },
      (trx, revision) => putProjects(trx, revision, [project]),
    );
  };
  const change = async (body: object) => {
    const zone = await api.send('GET', '/api/v1/zone');
    const tag = zone.headers.get('etag') ?? '';
    const reply = await api.send('PATCH', '/api/v1/zone', {
      body: { ...body, reason: 'rights' },
      headers: { 'if-match': tag },
    });
    expect([reply.status, reply.status === 200 ? '' : await reply.text()]).toEqual([200, '']);
  };
  const documents = [
    'projects.csv',
    'observations.csv',
    'stage_events.csv',
    'workbook.xlsx',
    'pack.zip',
  ];
  const formats = ['csv', 'json', 'xlsx', 'pptx', 'datapackage.json'];
  /** All files of data, as text, by name. */
  const exportAll = async (lang: string): Promise<ReadonlyMap<string, string>> => {
    const paths = [
      ...documents.map((file) => `documents/${file}?lang=${lang}`),
      ...documents.slice(0, 3).map((file) => `documents/${file}?lang=${lang}&csv=excel`),
      ...anyChartIds.flatMap((chart) =>
        formats.map(
          (format) =>
            `charts/${chart}.${format}?lang=${lang}${chart === 'changes' ? '&compare=2021-01-31' : ''}`,
        ),
      ),
    ];
    const all = new Map<string, string>();
    for (const path of paths) {
      const reply = await api.send('GET', `/api/v1/${path}`);
      const bytes = new Uint8Array(await reply.arrayBuffer());
      if (reply.status !== 200)
        expect([path, reply.status, strFromU8(bytes)]).toEqual([
          path,
          422,
          expect.stringContaining('may not be redistributed'),
        ]);
      else all.set(path, readAll(bytes));
    }
    return all;
  };

  test('without the flag the files hold every value', async () => {
    await open();
    const all = [...(await exportAll('en')).values()].join('\n');
    for (const value of Object.values(secret))
      expect([value, all.includes(value)]).toEqual([value, true]);
  });

  // seen to fail: planned output was withheld, and its sum by mu was in the file
  test.each([
    ['investment_per_mu', ['total_investment', 'land_mu']],
    ['output_per_mu', ['output_plan', 'land_mu']],
    ['jobs_per_100m', ['jobs_plan', 'total_investment']],
    ['fdi_realised', ['utilised_fdi', 'contracted_fdi']],
  ])('the ratio %s gives no data without the right to %s', async (measure, facts) => {
    await open();
    const readStatus = async (): Promise<number> =>
      (await api.send('GET', `/api/v1/charts/breakdown.csv?measure=${measure}`)).status;
    for (const fact of facts) {
      await change({ withheld: { fields: [fact] } });
      expect([fact, await readStatus()]).toEqual([fact, 422]);
    }
    await change({ withheld: { fields: ['output_actual', 'jobs_actual'] } });
    expect(await readStatus()).toBe(200);
  });

  test('no file holds a value of a fact, an indicator or a source that may not be redistributed', async () => {
    await open();
    const facts = [
      'total_investment',
      'paid_in',
      'jobs_actual',
      'investor',
      'remark',
      'company',
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...facts], { minLength: 1 }),
        fc.constantFrom(...languages),
        fc.constantFrom('indicator', 'source', 'none'),
        async (fields, lang, of) => {
          await change({
            sources: [{ id: 'zz', title: { en: 'Bureau of Zz' }, date: '2021-01-01' }],
            withheld: {
              fields,
              ...(of === 'indicator' ? { indicators: ['companies'] } : {}),
              ...(of === 'source' ? { sources: ['zz'] } : {}),
            },
          });
          const secrets = [
            ...fields.map((field) => secret[field]),
            ...(of === 'none' ? [] : [secret.observation]),
          ];
          for (const [path, text] of await exportAll(lang))
            for (const value of secrets)
              expect([path, value, text.includes(value)]).toEqual([path, value, false]);
        },
      ),
      // seen to fail: the outlook contained the value of an indicator where no fact of its own was
      // withheld
      {
        // the files are written by the same code: the second store needs one case
        numRuns: engine.name === 'sqlite' ? 3 : 1,
        examples: [
          [['company'], 'zh-CN', 'indicator'],
          [['company'], 'en', 'source'],
        ],
      },
    );
  });

  test('files name the excluded data, and pictures stay', async () => {
    await open();
    await change({ withheld: { fields: ['total_investment'], indicators: ['companies'] } });
    const pack = unzipSync(
      new Uint8Array(
        await (await api.send('GET', '/api/v1/documents/pack.zip?lang=zh-CN')).arrayBuffer(),
      ),
    );
    const read = (path: string): string => strFromU8(pack[path] ?? new Uint8Array());
    expect(JSON.parse(read('datapackage.json'))).toMatchObject({
      left_out: ['计划总投资', '入驻企业数'],
    });
    expect(read('README.md')).toContain('不得转载，未提供：计划总投资、入驻企业数');
    expect(read('data/projects.csv').split('\r\n')[0]).not.toContain('total_investment');
    expect(Object.keys(pack).some((path) => path.startsWith('report'))).toBe(false);
    const chart = await api.get<object>('/api/v1/charts/targets.json?lang=en');
    expect(chart).toMatchObject({ left_out: expect.arrayContaining(['Planned investment']) });
    const picture = await api.send('GET', '/api/v1/charts/pipeline.svg?lang=en');
    expect(await picture.text()).not.toContain('redistributed');
  });

  test.for([
    ['contracted_fdi', 'measure=fdi_realised'],
    ['utilised_fdi', 'measure=fdi_realised'],
    ['source_channel', 'measure=count&by=channel'],
    ['agreement_type', 'measure=count&by=agreement'],
    ['agreement_type', 'measure=count&by=stage&agreement=contract'],
    ['industry', 'measure=count&by=stage&industry=eco'],
    ['extra', 'measure=count&by=stage&column=Watch%20list:Yes'],
    ['extra', 'measure=count&by=stage&versus=column:Watch%20list:Yes'],
  ])('a breakdown that holds %s, which is withheld, is refused', async ([field, query]) => {
    await open();
    const path = `/api/v1/charts/breakdown.csv?lang=en&${query}`;
    expect((await api.send('GET', path)).status).toBe(200);
    await change({ withheld: { fields: [field] } });
    const reply = await api.send('GET', path);
    expect([reply.status, await reply.text()]).toEqual([
      422,
      expect.stringContaining('may not be redistributed'),
    ]);
  });

  test('an import of files with columns left out changes no fact', async () => {
    await open();
    await change({ withheld: { fields: ['total_investment', 'investor'] } });
    const csv = await (await api.send('GET', '/api/v1/documents/projects.csv?lang=en')).text();
    expect(csv).not.toContain('investor');
    const form = new FormData();
    form.set('file', new Blob([csv]), 'projects.csv');
    const preview = await (await api.send('POST', '/api/v1/imports', { body: form })).json();
    expect(preview).toMatchObject({ rows: { new: 0, changed: 0 }, changes: [] });
  });

  test.each([
    [{ withheld: { fields: ['name'] } }, 'withheld'],
    [{ withheld: { fields: ['remark', 'remark'] } }, 'withheld'],
    [{ licence: { name: ' ' } }, 'licence'],
    [{ licence: { name: 'CC BY 4.0', url: 'javascript:alert(1)' } }, 'licence'],
  ])('refuses %j', async (body, field) => {
    await open();
    const zone = await api.send('GET', '/api/v1/zone');
    const reply = await api.send('PATCH', '/api/v1/zone', {
      body,
      headers: { 'if-match': zone.headers.get('etag') ?? '' },
    });
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining(field)]);
  });

  test('data, package, workbook, pack and citation have the licence, or state that there is none', async () => {
    await open();
    const json = () => api.get<object>('/api/v1/charts/targets.json?lang=en');
    const readDescription = () =>
      api.get<object>('/api/v1/charts/targets.datapackage.json?lang=en');
    expect(await json()).toMatchObject({
      licence: null,
      licence_note: 'No licence given',
      citation: expect.stringContaining('No licence given'),
    });
    expect(await readDescription()).not.toHaveProperty('licenses');
    const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
    await change({ licence });
    expect(await json()).toMatchObject({
      licence,
      citation: expect.stringContaining(`CC BY 4.0 ${licence.url}`),
    });
    const licenses = [{ name: 'CC-BY-4.0', title: 'CC BY 4.0', path: licence.url }];
    expect(await readDescription()).toMatchObject({ licenses });
    const reply = await api.send('GET', '/api/v1/documents/pack.zip?lang=ja');
    const pack = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    expect(JSON.parse(strFromU8(pack['datapackage.json'] ?? new Uint8Array()))).toMatchObject({
      licenses,
    });
    const sentence = `データのライセンス：CC BY 4.0 ${licence.url}`;
    expect(strFromU8(pack['README.md'] ?? new Uint8Array())).toContain(sentence);
    expect(readAll(pack['workbook.xlsx'] ?? new Uint8Array())).toContain('CC BY 4');
    const { items } = await api.get<{ items: { changes: { path: string; to?: string }[] }[] }>(
      '/api/v1/zone/versions',
    );
    expect(items[0]?.changes).toContainEqual({ path: 'licence.name', to: 'CC BY 4.0' });
  });
});
