import type { Text } from '#domain/values/language.ts';

/** Makes a text of a sample in the three languages. */
export const text = (zh: string, ja: string, en: string): Text => ({ 'zh-CN': zh, ja, en });
