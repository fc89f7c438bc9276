import { useEffect, useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';
const choiceKey = 'headway.theme';

/** What this reader chose last in this browser; `auto` follows the system. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(choiceKey);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}
export function keepTheme(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(choiceKey);
    else localStorage.setItem(choiceKey, theme);
  } catch {
    // A browser that keeps nothing still shows the theme of the address.
  }
}

/** Puts the theme of the address, else the kept one, on the page; nothing there means the system decides. */
export function useTheme(asked: 'light' | 'dark' | undefined): readonly [Theme, (theme: Theme) => void] {
  const [kept, setKept] = useState<Theme>('auto');
  useEffect(() => setKept(chosenTheme()), []);
  const theme = asked ?? kept;
  useEffect(() => {
    const now = asked ?? chosenTheme();
    if (now === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = now;
  }, [asked, kept]);
  const choose = (next: Theme) => {
    keepTheme(next);
    setKept(next);
  };
  return [theme, choose];
}
