import { describe, expect, test } from 'vitest';
import { openApi } from '../../setup/api/api.ts';
import { maker } from '../../setup/api/links.ts';
import { openRequests } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

interface Problem {
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly value?: string }[];
}
const problemOf = async (response: Response) => (await response.json()) as Problem;

describe.each(engines)('who is asked on $name', (engine) => {
  test('a zone of example data asks nobody', async () => {
    const example = await openApi(engine);
    try {
      const refused = await example.send('POST', '/api/v1/requests', {
        env: maker,
        body: {
          month: '2021-04',
          deadline: '2021-05-12',
          requests: [{ unit: 'X', language: 'en', cells: [{ indicator: 'companies' }] }],
        },
      });
      expect([refused.status, (await problemOf(refused)).detail]).toEqual([
        409,
        'Values can be asked for your own data only: import a register or enter a value first.',
      ]);
      const listed = await example.send('GET', '/api/v1/requests', { env: maker });
      expect(await listed.json()).toEqual({ items: [] });
    } finally {
      await example.close();
    }
  });

  test('unknown cells are named', async () => {
    const api = await openRequests(engine);
    const refused = await api.manage('POST', '/api/v1/requests', {
      month: '2021-04',
      deadline: '2021-05-12',
      requests: [{ unit: 'X', language: 'en', cells: [{ code: 'Z-9', field: 'jobs_actual' }] }],
    });
    expect([refused.status, (await problemOf(refused)).errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ path: 'requests.0.cells.0', value: 'project Z-9 jobs_actual' }),
    ]);
    await api.close();
  });
});
