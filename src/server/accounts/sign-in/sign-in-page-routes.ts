import { xml } from '#charts/kit/style/xml.ts';
import type { Language } from '#domain/values/language.ts';
import { keep, type Answer, type Kept } from '#server/http/response-cache.ts';
import { closedPage } from './bootstrap-page-routes.ts';
import type { Host } from '#server/http/route.ts';

/** The page as it was built. */
const builtPage = '/sign-in.html';

/**
 * The page that everybody sees who has not signed in, whatever they asked for: its address stays, and is loaded again for who
 * signed in. It is the same for all, holds nothing of the zone but who else may let people in, and also accepts invitations, whose secret stands behind the #.
 */
export async function signInPage(
  { deps }: Host,
  language: Language,
  theme: string,
  status: number,
): Promise<Kept> {
  const built = await deps.assets?.(builtPage);
  if (built === undefined) return keep(closedPage());
  const { identityProvider } = deps;
  const organisation =
    identityProvider === undefined
      ? ''
      : ` data-organisation="${xml(identityProvider.name ?? '')}"`;
  const html = new TextDecoder()
    .decode(built.bytes)
    .replace(
      /<html[^>]*>/,
      () =>
        `<html lang="${language}"${theme === '' ? '' : ` data-theme="${theme}"`}${organisation}>`,
    );
  const answer: Answer = {
    bytes: new TextEncoder().encode(html),
    type: 'text/html; charset=utf-8',
    status,
    headers: { 'cache-control': 'no-store', vary: 'accept-encoding, accept-language, cookie' },
  };
  return keep(answer);
}
