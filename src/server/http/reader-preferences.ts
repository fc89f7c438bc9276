import { isLanguage, type Language } from '#domain/values/language.ts';

/** Reads the language from the address, else from Accept-Language, else Chinese. */
export function readLanguage(url: URL, accepted: string | null): Language {
  const requested = url.searchParams.get('lang');
  if (isLanguage(requested)) return requested;
  for (const entry of accepted?.split(',') ?? []) {
    const tag = entry.trim().slice(0, 2).toLowerCase();
    if (tag === 'zh') return 'zh-CN';
    if (tag === 'ja' || tag === 'en') return tag;
  }
  return 'zh-CN';
}
/** Reads the theme from the address, else from the cookie. @returns '' to follow the system */
export const readTheme = (url: URL, cookies: string | null): string => {
  const theme =
    url.searchParams.get('theme') ??
    /(?:^|;\s*)headway_theme=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1] ??
    '';
  return theme === 'light' || theme === 'dark' ? theme : '';
};
