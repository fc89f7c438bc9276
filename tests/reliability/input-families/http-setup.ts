import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientFiles } from '#server/cli/server/client-files.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { TestEngine } from '../../setup/api/stores.ts';
import { listening, type Listening } from '../http/raw-http.ts';

/** What stands beside the folder of files, and in those of it that are nobody's business. */
export const hidden = 'kept outside of the folder';
export interface HttpGround extends Listening {
  readonly api: TestApi;
  /** Of the admin, who may do everything. */
  readonly cookie: string;
}
/** The server with an account and a folder of files that has a neighbour nobody may read. */
export async function openHttp(
  engine: TestEngine | undefined,
): Promise<HttpGround & { end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-files-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), hidden);
  writeFileSync(join(folder, 'client/package.json.map'), hidden);
  writeFileSync(join(folder, 'client/.env'), hidden);
  writeFileSync(join(folder, 'client/assets/app.js'), 'x');
  const api = await openApi(engine, {
    passwords: plainPasswords,
    assets: clientFiles(join(folder, 'client')),
    clock: () => new Date(),
  });
  const { cookie } = await firstAdmin(api);
  const server = await listening(api.app);
  return {
    ...server,
    api,
    cookie,
    end: async () => {
      await server.close();
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
