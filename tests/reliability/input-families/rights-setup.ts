import type { ProjectDetail } from '#domain/projects/project.ts';
import {
  firstAdmin,
  invitePerson,
  plainPasswords,
  type TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { TestEngine } from '../../setup/api/stores.ts';

/** A signed-in person of each kind that a recipe needs. */
export interface RightsGround {
  readonly api: TestApi;
  readonly admin: TestBrowser;
  readonly manager: TestBrowser;
  readonly other: TestBrowser;
  readonly analyst: TestBrowser;
  readonly colleague: TestBrowser;
}
export async function openRights(
  engine: TestEngine | undefined,
): Promise<RightsGround & { end(): Promise<void> }> {
  const api = await openApi(engine, { passwords: plainPasswords });
  const admin = await firstAdmin(api);
  const person = (name: string, role: 'manager' | 'analyst') =>
    invitePerson(api, admin, `${name}@x.org`, role);
  const ground = {
    api,
    admin,
    manager: await person('mo', 'manager'),
    other: await person('max', 'manager'),
    analyst: await person('ann', 'analyst'),
    colleague: await person('abe', 'analyst'),
  };
  return {
    ...ground,
    end: async () => {
      api.app.close();
      await api.close();
    },
  };
}

let count = 0;
/** A new project, and what its editor must send to change it. */
export async function project(
  by: TestBrowser,
): Promise<{ readonly path: string; readonly tag: string }> {
  const code = `R${(count += 1)}`;
  await by.json('POST', '/api/v1/projects', {
    code,
    stage: 'lead',
    facts: { name: `Project ${code}`, owner: 'Li' },
  });
  const path = `/api/v1/projects/${code}`;
  return { path, tag: (await by.send('GET', path)).headers.get('etag') ?? '' };
}
export const edit = (
  by: TestBrowser,
  path: string,
  tag: string | undefined,
  owner: string,
): Promise<Response> =>
  by.send('PATCH', path, { facts: { owner } }, tag === undefined ? {} : { 'if-match': tag });
export const ownerOf = async (by: TestBrowser, path: string): Promise<string | undefined> =>
  (await by.json<ProjectDetail>('GET', path)).owner;
export const is = (what: string, value: unknown, right: unknown): readonly string[] =>
  value === right ? [] : [`${what} is ${String(value)}, not ${String(right)}`];
export const revisionsOf = async ({ api }: RightsGround): Promise<number> =>
  (await api.db.read.selectFrom('revision').select('id').execute()).length;
