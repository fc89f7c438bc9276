import { linkPagePath, productPicture } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import type { StoredLink } from '#server/links/store.ts';
import { setPreferences } from '#server/core/built-page.ts';

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const words: Readonly<
  Record<Language, { readonly of: (zone: string) => string; readonly open: string }>
> = {
  en: {
    of: (zone) => `Progress of ${zone}, to read without an account.`,
    open: 'Open the whole address, with the part after #.',
  },
  'zh-CN': {
    of: (zone) => `${zone}进展情况，只读，无须登录。`,
    open: '请打开完整地址，包括#之后的部分。',
  },
  ja: {
    of: (zone) => `${zone}の進捗状況（閲覧専用、ログイン不要）。`,
    open: '#以降を含むアドレス全体を開いてください。',
  },
};
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
  const { of, open } = words[language];
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
