import type { Language } from '#domain/values/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zhCn, type MessageTexts } from './zh-cn.ts';

export type MessageKey = keyof MessageTexts;
export type MessageValues = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Language, MessageTexts>> = { 'zh-CN': zhCn, ja, en };
const grouped = new Intl.NumberFormat('en-US');

/**
 * Formats the sentence of a key with its values. Numbers are grouped by thousands. `{count:is|are}`
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
      return typeof value === 'number' ? grouped.format(value) : (value ?? '');
    },
  );
}

/** Names a kind of doubts. The name is its sentence if that is the same for every cell. */
export function formatKind(kind: MessageKey, language: Language): string {
  const own = `n_${kind}`;
  return formatMessage(own in texts[language] ? (own as MessageKey) : kind, language);
}
