import { useMemo } from 'react';
import { useLanguage } from '#web/i18n/text.ts';

/** Writes a moment with day and time in the reader's language. */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return (iso) => time.format(new Date(iso));
  }, [language]);
}
