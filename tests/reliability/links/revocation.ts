// Seen to fail: with `return link.tag` for every state in LinkContext#tagOf streams continue;
// with a trust of 60 s in link-cache.ts requests do.
import { setTimeout as sleep } from 'node:timers/promises';
import { endLinks } from '#server/links/store.ts';
import type { LinkApi } from '../../setup/api/links.ts';

const streamMs = 5000;
const requestMs = 1000;

/** Reads a stream to its end and returns the time of the end. */
async function endOf(response: Response): Promise<number> {
  const reader = response.body?.getReader();
  while (!((await reader?.read())?.done ?? true));
  return performance.now();
}

/**
 * Pauses one link, ends another, and lets another process end a third, each with open streams; then
 * all are turned off and on again.
 */
export async function revokeFaults(links: LinkApi, streams: number): Promise<readonly string[]> {
  const faults: string[] = [];
  const ways = {
    paused: (id: string) => links.change(id, { state: 'paused' }),
    ended: (id: string) => links.change(id, { state: 'ended' }),
    'ended by another process': () =>
      links.db.write((trx) => endLinks(trx, undefined, '2021-05-10T08:00:00.000Z', 'another')),
  };
  for (const [name, stop] of Object.entries(ways)) {
    const link = await links.make({ exports: 'data' });
    const headers = await links.reader(link);
    const open = await Promise.all(
      Array.from({ length: streams }, () => links.read(link.link.id, headers, '/events')),
    );
    if (open.some(({ status }) => status !== 200)) faults.push(`${name}: a stream did not open`);
    const ends = open.map(endOf);
    const at = performance.now();
    await stop(link.link.id);
    const late = Symbol('late');
    const last = await Promise.race([Promise.all(ends), sleep(streamMs, late)]);
    if (last === late) faults.push(`${name}: streams were open after ${streamMs} ms`);
    await sleep(Math.max(0, requestMs - (performance.now() - at)));
    for (const rest of ['', '/charts/targets.csv', '/lists/projects.csv', '/events']) {
      const { status } = await links.read(link.link.id, headers, rest);
      if (status !== 401) faults.push(`${name}: ${rest} was answered ${status}`);
    }
  }
  const before = await links.listed();
  await links.send('POST', '/api/v1/links/end', { body: { all: true } });
  for (const { id } of before) await links.change(id, { state: 'live' });
  if ((await links.listed()).some(({ state }) => state === 'live'))
    faults.push('an ended link came back');
  return faults;
}
