import type { Language } from '#domain/values/language.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredLink } from '#server/links/store.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import type { PageHead } from './page-head.ts';

interface LinkPage {
  /** The live link whose public id is in the address. Omitted if its owner published nothing. */
  readonly link?: StoredLink | undefined;
  readonly language: Language;
  readonly url: URL;
  readonly https: boolean;
}

/** Finds the data that messengers may show for a link: the zone, and what the owner published. */
export async function describeLink(
  { db, config }: Pick<AppDeps, 'db' | 'config'>,
  { link, language, url, https }: LinkPage,
): Promise<Pick<PageHead, 'zone' | 'title' | 'pictured' | 'home'>> {
  const zone = await readDisplayedZone(db);
  return {
    zone: zone?.short_name[language],
    title: link?.publish_title === true ? link.title : undefined,
    pictured: link?.publish_picture === true ? link : undefined,
    home: config.address ?? `${https ? 'https' : 'http'}://${url.host}`,
  };
}
