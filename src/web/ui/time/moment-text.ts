import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** Writes a day, or a time in UTC. */
export function momentText(moment: string, language: Language): string {
  if (moment.length === 10) return formatDate(moment, language);
  const utc = new Date(moment).toISOString();
  return `${formatDate(utc.slice(0, 10), language)} ${utc.slice(11, 16)} UTC`;
}
