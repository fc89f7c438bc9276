import type { MadeLink, OpenLinkResult, SharedLink } from '#contract/links/schemas.ts';
import type { SharedPage } from '#contract/links/constants.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { RequestEnv } from '#server/app/app.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { openApi, type TestApi } from './api.ts';
import type { TestEngine } from './stores.ts';

type Headers = Readonly<Record<string, string>>;
/** The caller who makes links, also where others must sign in. */
export const maker: RequestEnv = {
  principal: { id: 'local', name: 'local', mode: 'local', role: 'manager' },
};
/** Headers of a person's browser. */
export const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0',
};
/** A live link of totals, without files. */
export const draft = {
  view: { page: 'overview' },
  profile: redactionProfiles.totals,
  frozen: false,
  language: 'en',
  exports: 'none',
} as const;

/** A view of each page; of the page of charts the usual chart. */
export const viewOfPage = (page: SharedPage) =>
  page === 'charts' ? { page, chart: { id: 'breakdown' } } : { page };
/** The pages that list projects or days of them. */
export const registerPages = ['overview', 'pipeline', 'changes', 'projects'] as const;

export interface LinkApi extends TestApi {
  /** Moves the clock forward. */
  pass(ms: number): void;
  /** The time of the clock, in ms since 1970. */
  now(): number;
  make(more?: object): Promise<MadeLink>;
  /** Sends a secret, each time from another block of IP addresses. */
  post(secret: string, more?: object, headers?: Headers): Promise<Response>;
  /** Opens a link. @returns the reader's cookie as headers */
  reader(link: MadeLink): Promise<Headers>;
  read(id: string, headers: Headers, rest?: string): Promise<Response>;
  change(id: string, body: object): Promise<Response>;
  listed(): Promise<readonly SharedLink[]>;
}

/**
 * Opens the real app on the sample, on the morning of 2021-05-10, with the actions of makers and
 * readers of links.
 */
export async function openLinks(
  engine?: TestEngine,
  more: Partial<ServerDeps> = {},
): Promise<LinkApi> {
  let now = Date.parse('2021-05-10T08:00:00Z');
  let block = 0;
  const api = await openApi(engine, { clock: () => new Date(now), ...more });
  const { send } = api;
  const post: LinkApi['post'] = (secret, body = {}, headers = browser) => {
    block += 1;
    const ip = `203.${(block >> 8) % 256}.${block % 256}.7`;
    return send('POST', '/api/v1/shared/open', { body: { secret, ...body }, headers, env: { ip } });
  };
  return {
    ...api,
    pass: (ms) => {
      now += ms;
    },
    now: () => now,
    async make(more = {}) {
      const response = await send('POST', '/api/v1/links', {
        body: { name: 'Ministry', ...draft, ...more },
        env: maker,
      });
      const link = (await response.json()) as MadeLink;
      if (response.status !== 201 || !schemas.createLink.reply.safeParse(link).success)
        throw new Error(JSON.stringify([link, api.log.at(-1)]));
      return link;
    },
    post,
    async reader({ secret }) {
      const response = await post(secret);
      const { state } = (await response.json()) as OpenLinkResult;
      if (state !== 'open') throw new Error(`the link is not open but ${state}`);
      return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    },
    read: (id, headers, rest = '') => send('GET', `/api/v1/shared/${id}${rest}`, { headers }),
    async change(id, body) {
      const etag =
        (await send('GET', `/api/v1/links/${id}`, { env: maker })).headers.get('etag') ?? '';
      return send('PATCH', `/api/v1/links/${id}`, {
        body,
        headers: { 'if-match': etag },
        env: maker,
      });
    },
    listed: async () =>
      (
        (await (await send('GET', '/api/v1/links', { env: maker })).json()) as {
          items: SharedLink[];
        }
      ).items,
    async close() {
      api.app.close();
      await api.close();
    },
  };
}
