import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const url = '/api/v1/projects/A-1';

describe.each(engines)('the signing of a project on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const create = (stage: string, agreement_type: string) =>
    api.send('POST', '/api/v1/projects', {
      body: {
        code: 'A-1',
        stage,
        facts: { name: 'Heat pumps', agreement_type },
        valid_from: '2021-03-01',
      },
    });
  const sign = (facts: object) =>
    api.send('POST', `${url}/stage`, {
      body: { stage: 'signed', date: '2021-04-01', complete_later: true, facts },
    });
  const change = async (facts: object) => {
    const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
    return api.send('PATCH', url, { body: { facts }, headers: { 'if-match': etag } });
  };
  const rejects = async (response: Response): Promise<void> => {
    const { errors } = (await response.json()) as {
      readonly errors?: readonly { readonly path: string }[];
    };
    expect([response.status, errors?.map(({ path }) => path)]).toEqual([
      422,
      ['facts.agreement_type'],
    ]);
  };

  // seen to fail: each of the three made a project with a memorandum signed
  test('a memorandum signs no new project, no card of the board and no signed project', async () => {
    await rejects(await create('signed', 'memorandum'));
    expect((await create('negotiation', 'memorandum')).status).toBe(201);
    await rejects(await sign({}));
    expect((await sign({ agreement_type: 'contract' })).status).toBe(200);
    await rejects(await change({ agreement_type: 'framework' }));
    expect((await change({ owner: 'Li Wei' })).status).toBe(200);
  });
});
