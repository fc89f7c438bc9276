import { isLanguage, type Language } from '#domain/values/language.ts';

/** Reads the language of an address. @returns undefined if it names none */
export function readAddressLanguage({ searchParams }: URL): Language | undefined {
  const addressLanguage = searchParams.get('lang');
  return isLanguage(addressLanguage) ? addressLanguage : undefined;
}
/**
 * Reads the language from the address, else from Accept-Language.
 * @param other - the language for a reader of none of ours; Chinese by default
 */
export function readLanguage(
  url: URL,
  acceptHeader: string | null,
  other: Language = 'zh-CN',
): Language {
  const addressLanguage = readAddressLanguage(url);
  if (addressLanguage !== undefined) return addressLanguage;
  for (const entry of acceptHeader?.split(',') ?? []) {
    const tag = entry.trim().slice(0, 2).toLowerCase();
    if (tag === 'zh') return 'zh-CN';
    if (tag === 'ja' || tag === 'en') return tag;
  }
  return other;
}
/** Reads the theme from the address, else from the cookie. @returns '' to follow the system */
export const readTheme = (url: URL, cookies: string | null): string => {
  const theme =
    url.searchParams.get('theme') ??
    /(?:^|;\s*)headway_theme=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1] ??
    '';
  return theme === 'light' || theme === 'dark' ? theme : '';
};
