import { useSyncExternalStore } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { useLanguage } from '#web/i18n/text.ts';

const never = (): (() => void) => () => {};

/**
 * What a field for a day holds, in words of the page. Browsers write such a field in their own language and order whatever the
 * page's is, so 04/05 is another day to another reader: it is read back where the two languages differ.
 */
export function useDayRead(value: unknown): string | undefined {
  const language = useLanguage();
  const browser = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().locale,
    () => language,
  );
  if (
    typeof value !== 'string' ||
    !isIsoDate(value) ||
    browser.slice(0, 2) === language.slice(0, 2)
  )
    return undefined;
  return formatDate(value, language, 'long');
}
