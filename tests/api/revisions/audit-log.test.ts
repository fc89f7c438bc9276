import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditPage } from '#contract/audit/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the audit log on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const post = async (url: string, body: unknown): Promise<void> => {
    const response = await api.send('POST', url, { body });
    expect([
      url,
      response.status < 300,
      response.status < 300 ? '' : await response.text(),
    ]).toEqual([url, true, '']);
  };
  const page = async (query = ''): Promise<AuditPage> => {
    const page = await api.get<AuditPage>(`/api/v1/audit${query}`);
    expect(schemas.audit.reply.safeParse(page).error).toBeUndefined();
    return page;
  };
  const importRegister = async (): Promise<void> => {
    const form = new FormData();
    form.set(
      'file',
      new File(['项目编号,项目名称,项目阶段\nB01,甲项目,开工在建\nB02,乙项目,在谈'], '台账.csv'),
    );
    const { id } = (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    await post(`/api/v1/imports/${id}/commit`, {
      answers: { file_kind: 'own_register', as_of: '2021-03-31' },
    });
  };
  const doEverything = async (): Promise<void> => {
    await importRegister();
    await post('/api/v1/observations', {
      values: [{ indicator: 'companies', period: '2021-03', value: '41' }],
    });
    await post('/api/v1/periods/2021-03/close', {});
    await post('/api/v1/periods/2021-03/reopen', { reason: 'a value was late' });
    const { headers } = await api.send('GET', '/api/v1/zone');
    const changed = {
      headers: { 'if-match': headers.get('etag') ?? '' },
      body: { thresholds: { ahead: 110, on: 95, slightly: 80 } },
    };
    expect((await api.send('PATCH', '/api/v1/zone', changed)).status).toBe(200);
    await post('/api/v1/projects', { code: 'C01', stage: 'lead', facts: { name: '丙项目' } });
    await post('/api/v1/projects/C01/stage', {
      stage: 'negotiation',
      facts: { investor: '某公司', next_step: '签约', site_mode: 'lease' },
    });
    await post('/api/v1/projects/C01/issues', { text: '用地未定', severity: 'high' });
    await post('/api/v1/revisions/8/undo', {});
  };

  test('lists every kind of change with the name of its object, newest first', async () => {
    await doEverything();
    const { items } = await page();
    // the clock of this machine dates the sample, the rest is from 2021
    expect(
      items
        .slice(1)
        .map(({ kind, object, detail }) => [kind, object, detail['name'] ?? detail['undone_name']]),
    ).toEqual([
      ['undo', '', '丙项目'],
      ['issue', 'C01', '丙项目'],
      ['project_stage', 'C01', '丙项目'],
      ['project', 'C01', '丙项目'],
      ['reopen_month', '2021-03: a value was late', undefined],
      ['close_month', '2021-03', undefined],
      ['observation', '2021-03', undefined],
      ['import', '台账.csv', undefined],
      ['targets_changed', 'thresholds', undefined],
    ]);
    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'sample' },
      {
        actor: 'local',
        revision: 10,
        detail: { undoes: 8, undone_kind: 'project_stage', undone_code: 'C01' },
      },
    ]);
  });

  test('pages have no gaps and no repetitions, and filter changes of the register or events', async () => {
    await doEverything();
    const all = (await page()).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const auditPage: AuditPage = await page(
        `?limit=3${next === '' ? '' : `&before=${encodeURIComponent(next)}`}`,
      );
      paged.push(...auditPage.items.map(({ id }) => id));
      next = auditPage.next;
    }
    expect([paged, new Set(paged).size]).toEqual([all, all.length]);
    expect(
      (await page('?kind=register_changed')).items.every(({ revision }) => revision !== undefined),
    ).toBe(true);
    expect((await page('?kind=targets_changed,signed_in')).items.map(({ kind }) => kind)).toEqual([
      'targets_changed',
    ]);
    expect((await api.send('GET', '/api/v1/audit?before=12')).status).toBe(400);
  });
});
