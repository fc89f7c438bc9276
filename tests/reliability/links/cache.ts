// Seen to fail: with a key of revision alone in LinkContext#cacheKey bodies are mixed up; with
// a key without the link in pages/reader-page.ts pages are.
import { compact } from '#domain/values/compact.ts';
import { viewOfPage } from '../../setup/api/links.ts';
import { linkPagePath, sharedViews } from '#contract/links/constants.ts';
import type { MadeLink, SharedPayload } from '#contract/links/schemas.ts';
import { redactionProfiles, redactionPresets } from '#domain/redaction/profile.ts';
import type { LinkApi } from '../../setup/api/links.ts';
import { randomFrom } from '../faults/tamper.ts';

interface OpenLink {
  readonly made: MadeLink;
  readonly headers: Readonly<Record<string, string>>;
  note: string;
  etag?: string;
}

/** The page of a link names this link alone, in its present state. */
async function pageFaults(
  links: LinkApi,
  { made, headers, note }: OpenLink,
  title: string,
): Promise<readonly string[]> {
  const { id } = made.link;
  const page = await links.send('GET', linkPagePath(id), { headers });
  const html = await page.text();
  const marks = new Set(html.match(/\b(tag|note)-\d+-/g));
  return [
    ...(marks.size === 2 && marks.has(title) && marks.has(note)
      ? []
      : [`the page of ${title} names ${[...marks].join(' ')}`]),
    ...(page.headers.get('cache-control') === 'private, no-store'
      ? []
      : ['a cache between may keep a page']),
  ];
}

/**
 * Readers of many links at once, in random order, while values are entered and links change: each
 * body is that of its own link, in its present state.
 */
export async function cacheFaults(
  links: LinkApi,
  count: number,
  requests: number,
  seed: number,
): Promise<readonly string[]> {
  const below = randomFrom(seed);
  const faults: string[] = [];
  const open: OpenLink[] = [];
  for (let i = 0; i < count; i += 1) {
    const preset = redactionPresets[i % redactionPresets.length] ?? 'totals';
    const link = await links.make({
      title: `tag-${i}-`,
      view: viewOfPage(sharedViews[i % sharedViews.length] ?? 'overview'),
      note: 'note-0-',
      profile: redactionProfiles[preset],
      exports: 'data',
      frozen: i % 2 === 0,
    });
    open.push({ made: link, headers: await links.reader(link), note: 'note-0-' });
  }
  for (let i = 0; i < requests; i += 1) {
    const at = below(count);
    const one = open[at];
    if (one === undefined) continue;
    const { id, profile } = one.made.link;
    if (below(50) === 0) {
      one.note = `note-${i}-`;
      await links.change(id, { note: one.note });
    }
    if (below(100) === 0)
      await links.send('POST', '/api/v1/indicators/companies/observations', {
        body: { period: '2021-04', value: String(42 + (i % 9)) },
      });
    faults.push(...(await pageFaults(links, one, `tag-${at}-`)));
    const other = open[below(count)]?.etag;
    const response = await links.read(id, {
      ...one.headers,
      ...compact({ 'if-none-match': other }),
    });
    if (response.headers.has('set-cookie')) faults.push('a read sets a cookie');
    if (response.headers.get('cache-control') !== 'private, no-cache')
      faults.push('a cache between may keep it');
    const etag = response.headers.get('etag') ?? '';
    if (response.status === 304) {
      if (other !== etag || other !== one.etag)
        faults.push(`link ${at} is said to be another's bytes`);
      continue;
    }
    one.etag = etag;
    const payload = (await response.json()) as SharedPayload;
    if (payload.link.id !== id || payload.link.title !== `tag-${at}-`)
      faults.push(`link ${at} was given ${String(payload.link.title)}`);
    if (payload.link.note !== one.note) faults.push(`link ${at} was given what it was before`);
    if (
      payload.overview.shared.names !== profile.names ||
      payload.overview.shared.amounts !== profile.amounts
    )
      faults.push(`link ${at} has another's profile`);
  }
  return faults;
}
