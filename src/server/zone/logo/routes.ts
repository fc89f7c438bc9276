import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readLogo, storeLogo } from './service.ts';

/** Adds the endpoints that store and send logos. */
export function addLogos(host: Host): void {
  const { deps } = host;
  route(host, 'addLogo', async ({ file }) => ({ json: await storeLogo(deps, file) }), {
    silent: true,
  });
  route(host, 'logo', async ({ params }) => {
    const { type, bytes } = await readLogo(deps, params['hash'] ?? '');
    return {
      bytes,
      type: `image/${type}`,
      headers: {
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        // the address of a logo contains its hash
        'cache-control': 'private, max-age=31536000, immutable',
      },
    };
  });
}
