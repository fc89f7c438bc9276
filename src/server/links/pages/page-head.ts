import { linkPagePath, productPicture } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import type { StoredLink } from '#server/links/store.ts';
import { setPreferences } from '#server/core/built-page.ts';
import { linkPreviewLabels } from './labels/index.ts';

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The size of the product's picture. The height of a link's picture depends on its chart. */
const productSize = { 'og:image:width': '1200', 'og:image:height': '630' };

export interface PageHead {
  readonly language: Language;
  readonly theme: string;
  /** The short name of the displayed zone. */
  readonly zone: string | undefined;
  /** The title that the owner of the link published. */
  readonly title?: string | undefined;
  /** The link whose owner published a picture of its totals. */
  readonly pictured?: Pick<StoredLink, 'id'> | undefined;
  /** The public address of this Headway. */
  readonly home: string;
}

/** Lists the tags from which messengers make previews. They hold no figure. */
function listTags({ language, zone, title, pictured, home }: PageHead): readonly string[] {
  const { of, open } = linkPreviewLabels[language];
  const picture = pictured === undefined ? productPicture : `${linkPagePath(pictured.id)}.png`;
  const size = pictured === undefined ? productSize : {};
  const tags = {
    'og:type': 'website',
    'og:site_name': 'Headway',
    'og:title': title ?? '',
    'og:description': [...(zone === undefined ? [] : [of(zone)]), open].join(
      language === 'en' ? ' ' : '',
    ),
    'og:image': new URL(picture, home).href,
    ...size,
    'og:image:alt': title ?? '',
  };
  return [
    ...Object.entries(tags).map(
      ([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`,
    ),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}

/** Sets the language, theme and title of a built page and the tags of its preview. */
export function fillPage(html: string, { title: published, ...head }: PageHead): string {
  const { zone } = head;
  const title = [published, zone, 'Headway'].filter((part) => part !== undefined).join(' · ');
  return setPreferences(html, head).replace(
    /<title>[^<]*<\/title>/,
    () => `<title>${escapeHtml(title)}</title>${listTags({ ...head, title }).join('')}`,
  );
}
