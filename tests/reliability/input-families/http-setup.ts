import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientFiles } from '#server/cli/server/client-files.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import type { TestEngine } from '../../setup/api/stores.ts';
import { listening, rawRequest, type Listening, type RawAnswer } from '../http/raw-http.ts';
import { unlike } from './numbered-case.ts';

/** A file beside the folder of files, and in private parts of it. */
const secret = 'kept outside of the folder';
export interface HttpGround extends Listening {
  readonly api: TestApi;
  /** The session of an admin. */
  readonly cookie: string;
}
/** The server with an account and a folder of files, beside which there is a private folder. */
export async function openHttp(
  engine: TestEngine | undefined,
): Promise<HttpGround & { end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-files-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), secret);
  writeFileSync(join(folder, 'client/package.json.map'), secret);
  writeFileSync(join(folder, 'client/.env'), secret);
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
export const projects = '/api/v1/projects';
export const changing = {
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
} as const;
/**
 * What must hold for every answer: no 500, no second answer, nothing of the private folder and no
 * stack.
 */
export function always(
  what: string,
  { status, answers, body, closed }: RawAnswer,
): readonly string[] {
  return [
    ...(status >= 500 ? [`${what} was answered ${status}`] : []),
    ...(answers > 1 ? [`${what} got ${answers} answers`] : []),
    ...(body.includes(secret) || /root:.*:0:/.test(body) ? [`${what} read what it may not`] : []),
    ...(/at .*\.(ts|js|mjs):\d+/.test(body) ? [`${what} got a stack`] : []),
    ...(closed ? [] : [`${what} was left open`]),
  ];
}
/** Sends each request and checks what must always hold, and its expected status. */
export async function each(
  port: number,
  requests: Readonly<Record<string, string>>,
  right?: readonly number[],
): Promise<readonly string[]> {
  const answers = await Promise.all(
    Object.entries(requests).map(async ([what, bytes]) => {
      const answer = await rawRequest(port, bytes, 3000);
      return [
        ...always(what, answer),
        ...(right === undefined ? [] : unlike(what, answer.status, right)),
      ];
    }),
  );
  return answers.flat();
}
export const named = (
  texts: readonly string[],
  make: (text: string) => string,
): Record<string, string> => Object.fromEntries(texts.map((text) => [text, make(text)]));
