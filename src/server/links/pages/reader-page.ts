import { sharedPage } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { readBuiltPage, setPreferences } from '#server/core/built-page.ts';
import type { RenderLink } from '#server/core/deps.ts';
import { hashTag } from '#server/http/etag.ts';
import { cacheKey } from '#server/http/host.ts';
import { readAddressLanguage, readLanguage, readTheme } from '#server/http/reader-preferences.ts';
import type { Answer, TaggedAnswer } from '#server/http/response-cache.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import type { StoredLink } from '#server/links/store.ts';
import { describeLink } from './describe-link.ts';
import { fillPage } from './page-head.ts';

const builtPage = '/shared-link.html';
const encoder = new TextEncoder();
/** No cache may keep a page of links: it is for one reader, and it ends with its link. */
const pageHeaders = {
  'cache-control': 'private, no-store',
  vary: 'accept-encoding, accept-language, cookie',
} as const;
const toPage = (html: string): Answer => ({
  bytes: encoder.encode(html),
  type: 'text/html; charset=utf-8',
  headers: pageHeaders,
});

export interface PageCall {
  readonly request: Request;
  readonly url: URL;
  readonly https: boolean;
}

/**
 * Makes the page that exchanges the secret of a link for a session. It holds the names of the
 * product and the zone, and of a live link the title and the address of the picture that its owner
 * published. It is the same for links that are unknown, paused or ended.
 *
 * @param id - the public id in the address
 */
export async function makeOpeningPage(
  { deps, responses, links, revisions, zoneClock }: LinksHost,
  call: PageCall,
  id: string,
): Promise<TaggedAnswer> {
  const { request, url, https } = call;
  const htmlPage = await readBuiltPage(deps, builtPage);
  const theme = readTheme(url, request.headers.get('cookie'));
  const link = await links.findLive(id);
  // messengers name no language; without a publication the page does not show that the link exists
  const isPublished = link?.publish_title === true || link?.publish_picture === true;
  const language = chooseLanguage(call, isPublished ? link : undefined);
  const publication = [link?.publish_title, link?.publish_picture, link?.title].join(' ');
  const make = async (): Promise<Answer> => {
    const page = { link, language, url, https };
    return toPage(fillPage(htmlPage, { language, theme, ...(await describeLink(deps, page)) }));
  };
  const name = [sharedPage, language, theme, https, url.host, link?.id, publication].join(' ');
  const key = cacheKey(await revisions.now(), await zoneClock.today(), name, 'shared page');
  return responses.getOrMake(key, make);
}

/** The language of a page: as its reader chose, as its sender fixed, or as its reader reads. */
function chooseLanguage({ request, url }: PageCall, link: StoredLink | undefined): Language {
  const fixedLanguage = link?.fixed_language ? link.language : undefined;
  const acceptHeader = request.headers.get('accept-language');
  return (
    readAddressLanguage(url) ?? fixedLanguage ?? readLanguage(url, acceptHeader, link?.language)
  );
}

/** Reads the options in the address of a drawn page. Other parameters change nothing. */
function readView({ searchParams }: URL): Parameters<RenderLink>[0]['view'] {
  const theme = searchParams.get('theme');
  return compact({
    view: searchParams.get('view') === 'wall' ? ('wall' as const) : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
  });
}

/**
 * Draws the page of a link from the payload of its readers, once for each version and revision. The
 * request only selects the language, the theme and the form for a wall.
 */
export async function drawPage(
  { deps, links, zoneClock }: LinksHost,
  call: PageCall,
  link: StoredLink,
  renderLink: RenderLink,
): Promise<TaggedAnswer> {
  const { request, url } = call;
  const language = chooseLanguage(call, link);
  const theme = readTheme(url, request.headers.get('cookie'));
  const view = readView(url);
  const name = ['page', language, theme, view.view, view.theme].join(' ');
  return links.getOrMake(
    link,
    name,
    async (content) => {
      const payload = JSON.stringify(content);
      const html = await renderLink({
        built: await readBuiltPage(deps, builtPage),
        payload,
        tag: await hashTag(encoder.encode(payload)),
        language,
        view,
        today: await zoneClock.today(),
        time_zone: await zoneClock.timeZone(),
        ...compact({ draw: deps.drawing?.picture }),
      });
      return toPage(setPreferences(html, { language, theme }));
    },
    request.signal,
  );
}
