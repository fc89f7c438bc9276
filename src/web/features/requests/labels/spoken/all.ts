import type { Language } from '#domain/values/language.ts';
import type { SpokenLabels } from '#web/features/requests/labels/spoken.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zh } from './zh-CN.ts';

/**
 * The recipient need not read the language of the page, so these load in all languages: they are in
 * no `index.ts`.
 */
export const spokenLabels: Readonly<Record<Language, SpokenLabels>> = { 'zh-CN': zh, ja, en };
