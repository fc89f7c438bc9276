import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Shows a sample, or removes the samples; own data stay. */
export function addSamples(host: Host): void {
  const { deps } = host;
  route(host, 'chooseSample', async ({ body, author }) => {
    const by = { author, recorded_at: deps.clock().toISOString() };
    const { chooseSample } = await import('./service.ts');
    return { json: await chooseSample(deps.db, body.sample, by) };
  });
}
