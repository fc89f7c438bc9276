import { useMemo } from 'react';
import { useLanguage } from '#web/i18n/text.ts';

/** Writes a moment as this reader writes day and time. */
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
