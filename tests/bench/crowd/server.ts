import { setTimeout as sleep } from 'node:timers/promises';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { RunningServer } from '../../setup/processes/server.ts';

export interface ServerUse {
  readonly queries: number;
  readonly rss: number;
  readonly heap: number;
}
/** The server's own measurements. */
export async function measureUse({ pid, output }: RunningServer): Promise<ServerUse> {
  const lines = (): readonly string[] => output().match(/^\{"bench":.*$/gm) ?? [];
  const before = lines().length;
  process.kill(pid, 'SIGUSR2');
  while (lines().length === before) await sleep(20);
  return (JSON.parse(lines().at(-1) ?? '{}') as { bench: ServerUse }).bench;
}

export interface LinkAccess {
  readonly path: string;
  readonly cookie: string;
}
/** A live link of totals, opened by one reader. */
export async function openLink(server: RunningServer): Promise<LinkAccess> {
  const post = async (path: string, body: object): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify(body),
    });
  const draft = {
    name: 'crowd',
    view: { page: 'overview' },
    profile: redactionProfiles.totals,
    frozen: false,
    language: 'en',
    exports: 'none',
  };
  const { secret, link } = (await (await post('/api/v1/links', draft)).json()) as {
    secret: string;
    link: { id: string };
  };
  const response = await post('/api/v1/shared/open', { secret });
  return {
    path: `/api/v1/shared/${link.id}`,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}
