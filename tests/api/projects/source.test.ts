import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RequestEnv } from '#server/app/app.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const viewer: RequestEnv = {
  principal: { id: 'v', name: 'Vera', mode: 'account', role: 'viewer' },
};

describe.each(engines)('the source of a project on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  test('a viewer sees only that a project was imported; an entered project has no source', async () => {
    const form = new FormData();
    form.set('file', new File(['项目编号,项目名称,项目阶段\nB01,甲项目,开工在建'], '台账.csv'));
    const { id } = (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    const answers = { file_kind: 'own_register', as_of: '2021-03-31' };
    expect(
      (await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } })).status,
    ).toBe(200);
    const entry = {
      code: 'C01',
      stage: 'lead',
      facts: { name: '丙项目' },
      valid_from: '2021-03-31',
    };
    expect((await api.send('POST', '/api/v1/projects', { body: entry })).status).toBe(201);
    const readProject = async (code: string) =>
      (
        await api.send('GET', `/api/v1/projects/${code}?as_of=2021-03-31`, { env: viewer })
      ).json() as Promise<object>;
    const imported = await readProject('B01');
    expect(schemas.project.reply.safeParse(imported).error).toBeUndefined();
    expect(imported).toMatchObject({ imported: true });
    expect(JSON.stringify(imported)).not.toMatch(/台账|imported_from/);
    expect(await readProject('C01')).not.toHaveProperty('imported');
  });
});
