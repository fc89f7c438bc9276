import type { Language } from '#domain/values/language.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zhCn, type MessageTexts } from './zh-cn.ts';

export type MessageKey = keyof MessageTexts;
export type MessageValues = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Language, MessageTexts>> = { 'zh-CN': zhCn, ja, en };
const grouped = new Intl.NumberFormat('en-US');

/**
 * The sentence of a key with its values; numbers are grouped by thousands. `{count:is|are}` is the
 * first word where `count` is 1.
 */
export function message(key: MessageKey, language: Language, values: MessageValues = {}): string {
  return texts[language][key].replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (one !== undefined) return (value === 1 ? one : many) ?? '';
      return typeof value === 'number' ? grouped.format(value) : (value ?? '');
    },
  );
}

/**
 * The name of a kind of doubts, which holds for all of them: their sentence, where it is the same
 * for each.
 */
export function kindName(kind: MessageKey, language: Language): string {
  const own = `n_${kind}`;
  return message(own in texts[language] ? (own as MessageKey) : kind, language);
}
