import { useEffect, useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';
const choiceKey = 'headway.theme';

/** The theme that this reader last chose in this browser; `auto` follows the system. */
export function chosenTheme(): Theme {
  try {
    const storedChoice = localStorage.getItem(choiceKey);
    return storedChoice === 'light' || storedChoice === 'dark' ? storedChoice : 'auto';
  } catch {
    return 'auto';
  }
}
/** Stores the theme for the next visit. The cookie lets the server draw the page in it. */
export function keepTheme(theme: Theme): void {
  const year = 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set a cookie is not in every browser yet
  document.cookie = `headway_theme=${theme}; path=/; samesite=lax; max-age=${theme === 'auto' ? 0 : year}`;
  try {
    if (theme === 'auto') localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, theme);
  } catch {
    // without storage the theme of the address still applies
  }
}

/** Applies the theme of the address, else the stored one. Without either the system decides. */
export function useTheme(
  addressTheme: 'light' | 'dark' | undefined,
): readonly [Theme, (theme: Theme) => void] {
  const [storedTheme, setStored] = useState<Theme>();
  useEffect(() => setStored(chosenTheme()), []);
  const theme = addressTheme ?? storedTheme;
  useEffect(() => {
    if (theme === undefined) return;
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const choose = (next: Theme) => {
    keepTheme(next);
    setStored(next);
  };
  return [theme ?? 'auto', choose];
}
