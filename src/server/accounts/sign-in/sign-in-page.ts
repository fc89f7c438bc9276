import { xml } from '#charts/kit/style/xml.ts';
import type { Language } from '#domain/values/language.ts';
import { tagAnswer, type Answer, type TaggedAnswer } from '#server/http/response-cache.ts';
import { makeClosedPage } from './bootstrap-page.ts';
import { setPreferences } from '#server/core/built-page.ts';
import type { AppDeps } from '#server/core/deps.ts';

/** The path of the built page. */
const builtPage = '/sign-in.html';

/**
 * Makes the sign-in page. The server sends it for every page until the visitor has signed in. The
 * page also accepts invitations, whose secret follows the #. Its only data is the name of the
 * identity provider.
 */
export async function makeSignInPage(
  deps: Pick<AppDeps, 'assets' | 'identityProvider'>,
  language: Language,
  theme: string,
  status: number,
): Promise<TaggedAnswer> {
  const htmlPage = await deps.assets?.(builtPage);
  if (htmlPage === undefined) return tagAnswer(makeClosedPage());
  const { identityProvider } = deps;
  const organisation =
    identityProvider === undefined
      ? ''
      : ` data-organisation="${xml(identityProvider.name ?? '')}"`;
  const page = new TextDecoder().decode(htmlPage.bytes);
  const html = setPreferences(page, { language, theme }, organisation);
  const answer: Answer = {
    bytes: new TextEncoder().encode(html),
    type: 'text/html; charset=utf-8',
    status,
    headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
  };
  return tagAnswer(answer);
}
