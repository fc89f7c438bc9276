import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { problem } from '#server/core/problem.ts';
import { fromBase64 } from '#server/core/binary/base64.ts';
import { checkLogo } from './check-logo.ts';
import { addLogo, findLogo } from './store.ts';

/** Adds the endpoints that store and send logos. */
export function addLogos(host: Host): void {
  const { deps } = host;
  route(
    host,
    'addLogo',
    async ({ file }) => {
      const { logo, content } = await checkLogo(file);
      await deps.db.write((trx) => addLogo(trx, logo, content));
      return { json: logo };
    },
    { silent: true },
  );
  route(host, 'logo', async ({ params }) => {
    const logo = await findLogo(deps.db, params['hash'] ?? '');
    if (logo === undefined) throw problem('not_found', 'There is no logo with this hash.');
    return {
      bytes: fromBase64(logo.content),
      type: `image/${logo.type}`,
      headers: {
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        // the address of a logo contains its hash
        'cache-control': 'private, max-age=31536000, immutable',
      },
    };
  });
}
