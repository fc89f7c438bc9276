import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  EditedProject,
  ProjectConflict,
  ProjectVersion,
} from '#contract/projects/edit-schemas.ts';

import type { ProjectDetail } from '#domain/projects/project.ts';
import type { FactChanges } from '#domain/projects/fields.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

type Headers = Readonly<Record<string, string>>;
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly current?: ProjectConflict;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
const url = '/api/v1/projects/A-1';

describe.each(engines)('editing projects on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());
  const create = (more: object = {}, headers: Headers = {}) =>
    api.send('POST', '/api/v1/projects', {
      body: {
        code: 'A-1',
        stage: 'negotiation',
        facts: { name: 'Heat pumps', investor: 'Hokuto', jobs_plan: 0 },
        ...more,
      },
      headers,
    });
  const patch = (body: unknown, etag?: string, headers: Headers = {}) =>
    api.send('PATCH', url, {
      body,
      headers: { ...compact({ 'if-match': etag }), ...headers },
    });
  const facts = (changes: FactChanges, etag?: string) => patch({ facts: changes }, etag);
  const move = (body: unknown, headers: Headers = {}) =>
    api.send('POST', `${url}/stage`, { body, headers });
  const readTag = async () => {
    const response = await api.send('GET', url);
    return {
      project: (await response.json()) as ProjectDetail,
      etag: response.headers.get('etag') ?? '',
    };
  };
  const read = async <T>(response: Response): Promise<T> => (await response.json()) as T;
  const refusal = async (response: Response): Promise<Problem> => ({
    ...(await read<Problem>(response)),
    status: response.status,
  });
  const history = async () =>
    (await api.get<{ items: readonly ProjectVersion[] }>(`${url}/history`)).items;

  test('a move with a stale version is rejected, and one key makes one change', async () => {
    await create();
    const { etag } = await readTag();
    const key = { 'idempotency-key': 'k1' };
    const responses = await Promise.all(
      Array.from({ length: 50 }, () =>
        api.send('PATCH', url, {
          body: { facts: { owner: 'Li' } },
          headers: { ...key, 'if-match': etag },
        }),
      ),
    );
    expect(responses.every((r) => r.status === 200)).toBe(true);
    expect((await patch({ facts: { owner: 'Li' } }, etag, key)).status).toBe(200);
    expect(await refusal(await patch({ facts: { owner: 'Sato' } }, etag, key))).toMatchObject({
      status: 422,
      code: 'idempotency_conflict',
    });
    expect((await move({ stage: 'lead', reason: 'x' }, { 'if-match': etag })).status).toBe(412);
    expect(await history()).toHaveLength(2);
  });

  test('concurrent editors lose no change: the history has each accepted change in order', async () => {
    await create();
    const editors = 10;
    const each = 6;
    let refusals = 0;
    const edit = async (n: number): Promise<void> => {
      let view = await readTag();
      for (let edits = 0; edits < each; ) {
        const response = await facts(
          { jobs_plan: (view.project.jobs_plan ?? 0) + 1, remark: `${n}.${edits}` },
          view.etag,
        );
        if (response.status === 200) {
          edits += 1;
          view = {
            project: (await read<EditedProject>(response)).project,
            etag: response.headers.get('etag') ?? '',
          };
        } else {
          const { status, current } = await refusal(response);
          expect(status).toBe(412);
          expect(current?.now.jobs_plan ?? 0).toBeGreaterThan(view.project.jobs_plan ?? 0);
          refusals += 1;
          view = {
            project: current?.now ?? view.project,
            etag: response.headers.get('etag') ?? '',
          };
        }
      }
    };
    await Promise.all(Array.from({ length: editors }, (_, n) => edit(n)));
    expect((await readTag()).project.jobs_plan).toBe(editors * each);
    expect(refusals).toBeGreaterThan(0);
    const values = (await history()).flatMap((v) =>
      v.changes.filter((c) => c.field === 'jobs_plan').map((c) => c.to),
    );
    expect(values).toEqual(
      Array.from({ length: editors * each + 1 }, (_, i) => editors * each - i),
    );
  });

  test('two editors of different fields keep both changes after a merge by field', async () => {
    await create();
    const fields = ['owner', 'remark', 'next_step', 'investor'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.constantFrom(...fields),
        fc.string({ minLength: 1 }),
        async (mine, theirs, word) => {
          fc.pre(mine !== theirs);
          const text = `w ${[...word].map((c) => c.codePointAt(0)).join('-')}`;
          const view = await readTag();
          await facts({ [theirs]: `${text} theirs` }, view.etag);
          const stale = await facts({ [mine]: `${text} mine` }, view.etag);
          if (stale.status === 412)
            expect(
              (await facts({ [mine]: `${text} mine` }, stale.headers.get('etag') ?? '')).status,
            ).toBe(200);
          expect((await readTag()).project).toMatchObject({
            [mine]: `${text} mine`,
            [theirs]: `${text} theirs`,
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});
