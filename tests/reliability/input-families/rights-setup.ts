import { firstAdmin, invited, plainPasswords, type TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { TestEngine } from '../../setup/api/stores.ts';

/** Somebody of each kind that a recipe needs, signed in. */
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
    invited(api, admin, `${name}@x.org`, role);
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
