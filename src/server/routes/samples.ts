import { removeOrigin } from '#server/store/remove-origin.ts';
import { writeRevision } from '#server/store/revisions.ts';
import { chooseOrigin } from '#server/store/settings.ts';
import { listOrigins } from '#server/store/zone.ts';
import { fillSample } from '#server/samples/index.ts';
import { route, type Host } from './route.ts';

/** Shows a sample beside what there is, or takes the samples away; own data stays as it is. */
export function addSamples(host: Host): void {
  const { deps } = host;
  route(host, 'chooseSample', async ({ body, principal }) => {
    const note = { author: principal?.id ?? 'local', kind: 'sample', reason: body.sample, recorded_at: deps.clock().toISOString() };
    const { sample } = body;
    if (sample !== 'none') {
      if (!(await listOrigins(deps.db)).includes(sample)) return { json: { revision: await fillSample(deps.db, sample, note) } };
      return { json: { revision: (await writeRevision(deps.db, note, (trx, revision) => chooseOrigin(trx, revision, sample))).revision } };
    }
    const { revision } = await writeRevision(deps.db, note, async (trx, made) => {
      for (const origin of ['sample', 'example_zone'] as const) await removeOrigin(trx, made, origin);
      await chooseOrigin(trx, made, (await listOrigins(trx)).includes('own') ? 'own' : null);
    });
    return { json: { revision } };
  });
}
