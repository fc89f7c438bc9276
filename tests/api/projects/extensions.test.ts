// Seen to fail: an expansion with a code of its own stood beside its project without a word.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { Summary } from '#contract/projects/project-schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const headers = {
  en: 'Project ID,Project name,Stage,Total investment (CNY mn),Extended project,Updated',
  'zh-CN': '项目编号,项目名称,阶段,总投资（百万元）,原项目,更新时间',
  ja: '案件番号,案件名,段階,投資総額（百万元）,増設元の案件,更新日',
} as const;
const rows = [
  'A1,Heat pump plant,Signed,500,,2021-03-31',
  'A2,Cooling line,Signed,200,A1,2021-03-31',
  'A3,Test hall,Lead,80,Heat pump plant,2021-03-31',
  'A4,Depot,Lead,30,Outside plant,2021-03-31',
];

describe.each(engines)('extensions of projects on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const importRows = async (header: string): Promise<void> => {
    const form = new FormData();
    form.set('file', new File([[header, ...rows].join('\n')], 'register.csv'));
    const response = await api.send('POST', '/api/v1/imports?lang=en', { body: form });
    const { id } = (await response.json()) as ImportPreview;
    const body = { answers: { file_kind: 'own_register' } };
    expect((await api.send('POST', `/api/v1/imports/${id}/commit`, { body })).status).toBe(200);
  };
  const read = (code: string) => api.get<ProjectDetail>(`/api/v1/projects/${code}`);

  test.each(Object.values(headers))('are read from the columns %s', async (header) => {
    await importRows(header);
    expect((await read('A1')).extensions).toEqual([
      { code: 'A2', name: 'Cooling line' },
      { code: 'A3', name: 'Test hall' },
    ]);
    expect((await read('A2')).extended).toEqual({ code: 'A1', name: 'Heat pump plant' });
    expect((await read('A3')).extended).toEqual({ code: 'A1', name: 'Heat pump plant' });
    const { extended, extended_project } = await read('A4');
    expect([extended, extended_project]).toEqual([undefined, 'Outside plant']);
  });

  test('and projects that name none are the parts of each count and sum', async () => {
    await importRows(headers.en);
    const { total, extensions } = await api.get<Summary>('/api/v1/summary?by=stage');
    expect([total?.count, extensions]).toEqual([4, 3]);
    const summary = await api.get<Summary>('/api/v1/summary?by=stage&stage=signed');
    expect([summary.total?.count, summary.extensions]).toEqual([2, 1]);
    const { groups } = await api.get<Breakdown>('/api/v1/analysis/breakdown?by=extension');
    expect(groups.map(({ key, total }) => [key, total.count, total.sums[0]?.value])).toEqual([
      ['extension', 3, '310000000'],
      ['', 1, '500000000'],
    ]);
  });

  test('follow an edit of the field', async () => {
    await importRows(headers.en);
    const etag = (await api.send('GET', '/api/v1/projects/A2')).headers.get('etag') ?? '';
    const body = { facts: { extended_project: null } };
    const response = await api.send('PATCH', '/api/v1/projects/A2', {
      body,
      headers: { 'if-match': etag },
    });
    expect(response.status).toBe(200);
    expect((await read('A1')).extensions?.map(({ code }) => code)).toEqual(['A3']);
  });
});
