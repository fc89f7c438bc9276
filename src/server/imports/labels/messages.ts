import { isIsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zhCn, type MessageTexts } from './zh-cn.ts';

export type MessageKey = keyof MessageTexts;
export type MessageValues = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Language, MessageTexts>> = { 'zh-CN': zhCn, ja, en };
const grouped = new Intl.NumberFormat('en-US');

/** Writes a value of a message: numbers grouped by thousands, and `day` as the language does. */
function writeValue(name: string, value: string | number | undefined, language: Language): string {
  if (typeof value === 'number') return grouped.format(value);
  return name === 'day' && value !== undefined && isIsoDate(value)
    ? formatDate(value, language, 'long')
    : (value ?? '');
}

/**
 * Formats the sentence of a key with its values. Numbers are grouped by thousands, and `{day}` is
 * written as the language writes dates. `{count:is|are}`
 * becomes the first word if `count` is 1.
 */
export function formatMessage(
  key: MessageKey,
  language: Language,
  values: MessageValues = {},
): string {
  return texts[language][key].replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (one !== undefined) return (value === 1 ? one : many) ?? '';
      return writeValue(name, value, language);
    },
  );
}

/** Names a kind of doubts. The name is its sentence if that is the same for every cell. */
export function formatKind(kind: MessageKey, language: Language): string {
  const own = `n_${kind}`;
  return formatMessage(own in texts[language] ? (own as MessageKey) : kind, language);
}
